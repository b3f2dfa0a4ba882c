import { type FieldNode, valueFromASTUntyped } from "graphql";
import type { ShopifyAccount } from "./account.ts";
import { documentError, type UserError, type UserRule, userError } from "./refusals.ts";
import type { createShelf, ShelfProduct } from "./shelf.ts";

export interface QuantitiesInput {
  name: string;
  reason: string;
  quantities: { inventoryItemId: string; locationId: string; quantity: number; changeFromQuantity?: number | null }[];
}

interface Answer {
  userErrors: UserError[];
}

const reasons = new Set(
  `correction cycle_count_available damaged movement_canceled movement_created movement_received movement_updated other promotion
  quality_control received reservation_created reservation_deleted reservation_updated restock safety_stock shrinkage`.split(
    /\s+/,
  ),
);

export const inventoryItemId = ({ number }: ShelfProduct, index: number) =>
  `gid://shopify/InventoryItem/${number}${index}`;

export function stockAt({ variants }: ShelfProduct, index: number): number {
  return variants[index]?.inventoryQuantities?.[0]?.quantity ?? 0;
}

/** The key in a field's `@idempotent`; null where there is none, which the schema allows and the mall does not. */
export function idempotencyKey(
  fields: readonly FieldNode[],
  variables: Readonly<Record<string, unknown>>,
): string | null {
  const directive = fields[0]?.directives?.find(({ name }) => name.value === "idempotent");
  const key = directive?.arguments?.find(({ name }) => name.value === "key")?.value;
  return key ? String(valueFromASTUntyped(key, variables)) : null;
}

/** How much there is of each variant; a key repeats an answer instead of the work. */
export function createInventory({ locationId }: ShopifyAccount, shelf: ReturnType<typeof createShelf>) {
  const known = new Map<string, { said: string; answer: Answer }>();

  function refusal({ name, reason, quantities }: QuantitiesInput): Answer | null {
    const refused = (rule: UserRule, ...field: string[]) => ({ userErrors: [userError(rule, ["input", ...field])] });
    if (name !== "available" && name !== "on_hand") return refused("quantities of an unknown name", "name");
    if (!reasons.has(reason)) return refused("quantities for an unknown reason", "reason");
    const pairs = quantities.map((one) => `${one.inventoryItemId} ${one.locationId}`);
    if (new Set(pairs).size < pairs.length) {
      return refused("quantities of the same item twice", "quantities");
    }
    for (const [index, one] of quantities.entries()) {
      const at = ["quantities", String(index)];
      if (one.locationId !== locationId) return refused("quantities at an unknown location", ...at, "locationId");
      const item = find(one.inventoryItemId);
      if (!item) return refused("quantities of an unknown item", ...at, "inventoryItemId");
      if (one.quantity < 0) return refused("a quantity below nothing", ...at, "quantity");
      if (one.quantity > 1e9) return refused("a quantity above a thousand million", ...at, "quantity");
      if (one.changeFromQuantity === undefined) throw documentError("nothing said of the quantity before");
      if (one.changeFromQuantity !== null && one.changeFromQuantity !== stockAt(item.product, item.index)) {
        return refused("a quantity from a stale one", ...at, "changeFromQuantity");
      }
    }
    return null;
  }

  function find(id: string): { product: ShelfProduct; index: number } | null {
    for (const product of shelf.all()) {
      const index = product.variants.findIndex((_, at) => inventoryItemId(product, at) === id);
      if (index >= 0) return { product, index };
    }
    return null;
  }

  function set(input: QuantitiesInput, key: string | null): Answer {
    if (!key?.trim()) throw documentError("no idempotency key");
    const said = JSON.stringify(input);
    const before = known.get(key);
    if (before && before.said !== said) return { userErrors: [userError("a key of another input", null)] };
    if (before) return before.answer;
    const refused = refusal(input);
    if (!refused) {
      for (const { inventoryItemId: id, quantity } of input.quantities) {
        const item = find(id);
        const variant = item?.product.variants[item.index];
        if (!item || !variant) continue;
        const inventoryQuantities = [{ locationId, name: "available", quantity }];
        item.product.variants = item.product.variants.with(item.index, { ...variant, inventoryQuantities });
      }
    }
    const answer = refused ?? { userErrors: [] };
    known.set(key, { said, answer });
    return answer;
  }

  return { set };
}
