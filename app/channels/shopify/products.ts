import { z } from "zod";
import { type AskShopify, lost, type ShopifyAnswer } from "./client.ts";
import { type KnownPicture, referenceField } from "./map.ts";

const mediaNode = z.object({
  id: z.string(),
  status: z.enum(["UPLOADED", "PROCESSING", "READY", "FAILED"]),
  mediaErrors: z.array(z.object({ code: z.string(), message: z.string() })),
  image: z.object({ url: z.string() }).nullish(),
});

export const productShape = z.object({
  id: z.string(),
  status: z.enum(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"]),
  onlineStoreUrl: z.string().nullable(),
  publishedOnPublication: z.boolean(),
  /** Two at most: whether there is one only is all that is asked. */
  variants: z.object({
    nodes: z.array(z.object({ price: z.coerce.number(), inventoryQuantity: z.number().nullish() })),
  }),
  media: z.object({ nodes: z.array(mediaNode) }),
});

export type ShopifyProduct = z.infer<typeof productShape>;
export type Failure = Exclude<ShopifyAnswer, { kind: "done" }>;

/** `copies`: what else stands under our reference, made by a person. */
export interface Found {
  product: ShopifyProduct | null;
  copies: { id: string; shown: boolean }[];
}

const foundShape = z.object({
  productByIdentifier: productShape.nullable(),
  products: z.object({
    nodes: z.array(
      productShape
        .pick({ id: true, status: true, publishedOnPublication: true })
        .extend({ variants: z.object({ nodes: z.array(z.object({ sku: z.string().nullable() })) }) }),
    ),
  }),
});
const listShape = z.object({
  products: z.object({
    nodes: z.array(
      productShape.pick({ id: true, status: true, onlineStoreUrl: true, publishedOnPublication: true }).extend({
        title: z.string(),
        createdAt: z.string(),
        variants: z.object({ nodes: z.array(z.object({ sku: z.string().nullable(), price: z.coerce.number() })) }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
export type ShopProducts = z.infer<typeof listShape>["products"];

const readShape = z.object({ product: productShape.nullable() });

/** By our reference; by the mall's own number only when nothing has the reference any more. */
export async function findProduct(
  ask: AskShopify,
  { reference, id: known, publicationId }: { reference: string; id: string | null; publicationId: string },
): Promise<Found | Failure> {
  const answer = await ask("findProducts", {
    identifier: { customId: { key: referenceField.key, value: reference } },
    search: `sku:"${reference}"`,
    publicationId,
  });
  if (answer.kind !== "done") return answer;
  const read = foundShape.safeParse(answer.data);
  if (!read.success) return lost("mall.answer_unreadable");
  // A search gives what is alike, too.
  const same = read.data.products.nodes.filter(({ variants }) => variants.nodes[0]?.sku === reference);
  const ours = read.data.productByIdentifier;
  const id = known ?? same[0]?.id;
  const product = ours ?? (id ? await readProduct(ask, { id, publicationId }) : null);
  if (product && "kind" in product) return product;
  const copies = same.filter((one) => one.id !== product?.id).map((one) => ({ id: one.id, shown: isShown(one) }));
  return { product, copies };
}

/** By the mall's number; null is the mall's own "there is none". */
export async function readProduct(
  ask: AskShopify,
  variables: { id: string; publicationId: string },
): Promise<ShopifyProduct | null | Failure> {
  const answer = await ask("readProduct", variables);
  if (answer.kind !== "done") return answer;
  const read = readShape.safeParse(answer.data);
  return read.success ? read.data.product : lost("mall.answer_unreadable");
}

/** A page of all the shop's products. */
export async function listProducts(
  ask: AskShopify,
  variables: { after: string | null; publicationId: string },
): Promise<ShopProducts | Failure> {
  const answer = await ask("listProducts", variables);
  if (answer.kind !== "done") return answer;
  const read = listShape.safeParse(answer.data);
  return read.success ? read.data.products : lost("mall.answer_unreadable");
}

/** Active alone shows a product nowhere, and neither does being published. */
export function isShown({ status, publishedOnPublication }: Pick<ShopifyProduct, "status" | "publishedOnPublication">) {
  return status === "ACTIVE" && publishedOnPublication;
}

/** In any channel of the shop, or to whoever has its address. */
export function isOffered({ status }: ShopifyProduct): boolean {
  return status === "ACTIVE" || status === "UNLISTED";
}

export function isWorking({ media }: ShopifyProduct): boolean {
  return media.nodes.some(({ status }) => status === "UPLOADED" || status === "PROCESSING");
}

export function failedPictures({ media }: ShopifyProduct) {
  return media.nodes.filter(({ status }) => status === "FAILED");
}

export function knownPictures(product: ShopifyProduct | null): KnownPicture[] {
  return (product?.media.nodes ?? []).flatMap(({ id, image }) => (image ? [{ id, url: image.url }] : []));
}
