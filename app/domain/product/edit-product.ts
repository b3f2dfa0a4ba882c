import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import type { RowVerdict } from "../intake/catalog-row.ts";
import { resolveColumns } from "../intake/columns.ts";
import { parseRow } from "../intake/parse-row.ts";
import type { Issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { cellsByKey } from "./catalog-cells.ts";
import { findContent } from "./find-content.ts";
import type { ProductContent } from "./product-content.ts";
import { type SaveOutcome, saveProducts } from "./save-products.ts";

/** What stays as the first upload said it: changing these makes another product. */
const fixedKeys: readonly string[] = ["sku", "category", "stock", "photos", "options", "option_stock", "option_price"];

/** As it was typed. */
export const editProductInput = z.object({
  storeId: z.uuid(),
  productId: z.uuid(),
  /** By column key (`name`, `notice.weight`, `mall.coupang.수량`); what is not there stays as it is. */
  fields: z.record(z.string().max(200), z.string().max(50_000)),
  /** In the order of the variants, one for a product without options; without it every stock stays. */
  stocks: z.array(z.string().max(100)).optional(),
});

type Edit = z.infer<typeof editProductInput>;

/**
 * Changes what a merchant changes by hand, by the same rules as a sheet. A draft is changed in place; after submission stock and a
 * lower price take effect at once, anything else makes a next version. Issues name the field by its key, and of further variants
 * `stock.1`, ….
 */
export async function editProduct(
  database: Database,
  actor: Actor,
  edit: Edit,
): Promise<Outcome<{ outcome: SaveOutcome }>> {
  return inTransaction(database, async (transaction) => {
    const content = await findContent(transaction, edit);
    if (!content) return refused("product.not_found");
    const judged = judge(content, edit);
    if (!judged.ok) return judged;
    const [saved] = await saveProducts(transaction, actor, edit.storeId, [judged.result]);
    if (!saved) throw new Error(`Product ${edit.productId} was not saved`);
    return done({ outcome: saved.outcome });
  });
}

/** A form is judged as the row of a sheet that it could have been, once for each variant's stock. */
function judge(content: ProductContent, { fields, stocks }: Edit): Outcome<ProductContent> {
  const cells = { ...cellsByKey(content), ...fields };
  for (const key of fixedKeys) delete cells[key];
  const asked = content.variants.map(({ stock }, index) => (stocks ? (stocks[index] ?? "") : String(stock ?? 0)));
  const own = cellsByKey(content);
  const verdicts = asked.map((stock) => {
    const row = { ...cells, sku: content.sku, category: own.category ?? "", stock };
    return parseRow(1, Object.values(row), resolveColumns(1, Object.keys(row)), new Map());
  });
  const issues = verdicts.flatMap((verdict, index) => issuesOf(verdict, index));
  const rows = verdicts.flatMap(({ catalogRow }) => catalogRow ?? []);
  const [row] = rows;
  if (issues.length > 0 || !row || rows.length < verdicts.length) return { ok: false, issues };
  const cheapest = Math.min(...content.variants.map(({ priceDelta }) => priceDelta));
  if (row.price + cheapest <= 0) {
    return refused("price.option_below_zero", { field: "price" }, { raw: cells.price ?? "" });
  }
  const { stock: _stock, photoNames: _photoNames, variants: _variants, ...said } = row;
  const variants = content.variants.map((variant, index) => ({
    ...variant,
    stock: stocks ? (rows[index]?.stock ?? null) : variant.stock,
  }));
  return done({ ...said, variants, photos: null });
}

/** A notice that cannot be read would be left out of a sheet; who is still looking at the form is asked again. */
function issuesOf({ issues }: RowVerdict, index: number): Issue[] {
  return issues
    .filter(({ severity, code, path }) => {
      const stops = severity === "error" || code === "notice.unreadable";
      return stops && (index === 0 || path.field === "stock");
    })
    .map(({ path: { field }, ...rest }) => ({
      ...rest,
      path: { field: field === "stock" && index > 0 ? `stock.${index}` : (field ?? "") },
    }));
}
