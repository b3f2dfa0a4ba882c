import { z } from "zod";
import type { ListingPicture, PublishOrder } from "#app/channels/contract.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { CallCafe24 } from "./client.ts";
import { type Cafe24Variant, hasAllVariants, newOptionsRequest, variantRequests } from "./map.ts";
import { type Failure, unreadable } from "./products.ts";
import { cafe24Limits } from "./spec.ts";

type Step = [method: "POST" | "PUT" | "DELETE", path: string, body?: object];

export const hidden = { display: "F", selling: "F" };
const shown = { display: "T", selling: "T" };

/**
 * Options, pictures and stock of a product that is there, and then everybody may see it. Every step may be repeated; null when
 * all are done, else what one of them met.
 */
export async function completeProduct(
  call: CallCafe24,
  { product, pictures, picturesStand }: Pick<PublishOrder, "product" | "pictures" | "picturesStand">,
  productNo: number | string,
): Promise<Failure | null> {
  const path = `/products/${productNo}`;
  const variants = await ensureVariants(call, product, path);
  if ("kind" in variants) return variants;
  return take(call, [
    ...(picturesStand ? [] : await pictureSteps(pictures, path)),
    ...variantSteps(product, variants, path),
    ["PUT", path, { request: shown }],
  ]);
}

async function pictureSteps(pictures: readonly ListingPicture[], path: string): Promise<Step[]> {
  const [main, ...extra] = await Promise.all(pictures.map(asDataUri));
  return [
    ["POST", `${path}/images`, { request: { image_upload_type: "A", detail_image: main } }],
    // They would be added to those of the last time.
    ["DELETE", `${path}/additionalimages`],
    ...(extra.length > 0
      ? [["POST", `${path}/additionalimages`, { request: { additional_image: extra } }] satisfies Step]
      : []),
  ];
}

function variantSteps(product: ProductFacts, variants: readonly Cafe24Variant[], path: string): Step[] {
  const requests = variantRequests(product, variants);
  return Array.from({ length: Math.ceil(requests.length / cafe24Limits.variants) }, (_, index) => [
    "PUT",
    `${path}/variants`,
    { requests: requests.slice(index * cafe24Limits.variants, (index + 1) * cafe24Limits.variants) },
  ]);
}

/** Null: done. `others`: the mall's variants are not ours any more. */
export async function changeStocks(
  call: CallCafe24,
  product: ProductFacts,
  productNo: string,
): Promise<Failure | "others" | null> {
  const path = `/products/${productNo}`;
  const known = await readVariants(call, path);
  if ("kind" in known) return known;
  return hasAllVariants(product, known) ? take(call, variantSteps(product, known, path)) : "others";
}

/** The mall's variants; where the merchant's options are others than at the last publish, they are made anew. */
async function ensureVariants(
  call: CallCafe24,
  product: ProductFacts,
  path: string,
): Promise<Cafe24Variant[] | Failure> {
  const known = await readVariants(call, path);
  if ("kind" in known || hasAllVariants(product, known)) return known;
  const hasOptions = product.variants.some(({ options }) => options.length > 0);
  const failed = await take(call, [
    // Nobody buys from a product whose options are half made.
    ["PUT", path, { request: hidden }],
    ["DELETE", `${path}/options`],
    ...(hasOptions ? [["POST", `${path}/options`, { request: newOptionsRequest(product) }] satisfies Step] : []),
  ]);
  if (failed) return failed;
  const made = await readVariants(call, path);
  return "kind" in made || hasAllVariants(product, made) ? made : unreadable();
}

const variantsAnswer = z.object({
  variants: z.array(
    z.object({
      variant_code: z.string(),
      options: z.array(z.object({ name: z.string(), value: z.string() })).nullable(),
    }),
  ),
});

async function readVariants(call: CallCafe24, path: string): Promise<Cafe24Variant[] | Failure> {
  const answer = await call("GET", `${path}/variants`);
  if (answer.kind !== "done") return answer;
  const read = variantsAnswer.safeParse(answer.body);
  return read.success ? read.data.variants : unreadable();
}

async function take(call: CallCafe24, steps: Step[]): Promise<Failure | null> {
  for (const [method, path, body] of steps) {
    const done = await call(method, path, body);
    const nothingToDelete = method === "DELETE" && done.kind === "missing";
    if (done.kind !== "done" && !nothingToDelete) return done;
  }
  return null;
}

async function asDataUri(picture: ListingPicture): Promise<string> {
  return `data:${picture.mediaType};base64,${(await picture.read()).toString("base64")}`;
}
