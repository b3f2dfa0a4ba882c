import { randomUUID } from "node:crypto";
import { z } from "zod";
import { stockOf } from "#app/channels/general-rules.ts";
import type { ProductFacts, VariantFacts } from "#app/domain/product/product-facts.ts";
import { type AskShopify, lost } from "./client.ts";
import { refusalIssues, userErrors } from "./complaints.ts";
import type { Failure } from "./products.ts";
import type { Places } from "./shop.ts";

const readShape = z.object({
  product: z
    .object({
      variants: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
            inventoryItem: z.object({ id: z.string() }),
          }),
        ),
      }),
    })
    .nullable(),
});

/** A variant of ours and the mall's numbers of it. */
export interface KnownVariant {
  id: string;
  inventoryItemId: string;
  variant: VariantFacts;
}

/** Null: there is no such product. `others`: the mall has other variants than we, or more than are read at once. */
export async function readVariants(
  ask: AskShopify,
  id: string,
  { variants }: ProductFacts,
): Promise<KnownVariant[] | "others" | null | Failure> {
  const answer = await ask("readVariants", { id });
  if (answer.kind !== "done") return answer;
  const read = readShape.safeParse(answer.data);
  if (!read.success) return lost("mall.answer_unreadable");
  if (read.data.product === null) return null;
  const { nodes } = read.data.product.variants;
  const known = variants.flatMap((variant) => {
    const its = nodes.find(({ selectedOptions }) =>
      variant.options.every(({ name, value }) =>
        selectedOptions.some((one) => one.name === name && one.value === value),
      ),
    );
    return its ? [{ id: its.id, inventoryItemId: its.inventoryItem.id, variant }] : [];
  });
  return known.length === variants.length && nodes.length === variants.length ? known : "others";
}

/** Null: done. */
export async function setPrices(
  ask: AskShopify,
  id: string,
  { price }: ProductFacts,
  known: readonly KnownVariant[],
): Promise<Failure | null> {
  const variants = known.map((one) => ({ id: one.id, price: String(price + one.variant.priceDelta) }));
  return change(await ask("setPrices", { id, variants }), "productVariantsBulkUpdate");
}

/**
 * Null: done. Each try has a key of its own: it says how much there is to be and not by how much less, and what was sold at the
 * mall since is not asked about (a null that must be there).
 */
export async function setQuantities(
  ask: AskShopify,
  { locationId }: Pick<Places, "locationId">,
  product: ProductFacts,
  known: readonly KnownVariant[],
): Promise<Failure | null> {
  const quantities = known.map(({ inventoryItemId, variant: { options, stock } }) => ({
    inventoryItemId,
    locationId,
    quantity: options.length > 0 ? (stock ?? 0) : stockOf(product),
    changeFromQuantity: null,
  }));
  const input = { name: "available", reason: "correction", quantities };
  return change(await ask("setQuantities", { input, key: randomUUID() }), "inventorySetQuantities");
}

function change(answer: Awaited<ReturnType<AskShopify>>, mutation: string): Failure | null {
  if (answer.kind !== "done") return answer;
  const read = z.object({ [mutation]: z.object({ userErrors }) }).safeParse(answer.data);
  const errors = read.data?.[mutation]?.userErrors;
  if (!errors) return lost("mall.answer_unreadable");
  return errors.length > 0 ? { kind: "refused", issues: refusalIssues(errors) } : null;
}
