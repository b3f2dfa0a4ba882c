import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { type ColumnKey, resolveColumns } from "../intake/columns.ts";
import { parseRow } from "../intake/parse-row.ts";
import type { Issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { categoryOf } from "./categories.ts";
import { loadProductFacts } from "./load-product-facts.ts";
import type { ProductFacts } from "./product-facts.ts";
import { type SaveOutcome, saveProducts } from "./save-products.ts";

/** As it was typed. */
export const editProductInput = z.object({
  storeId: z.uuid(),
  productId: z.uuid(),
  name: z.string().max(1_000),
  price: z.string().max(100),
  /** In the order of the variants; one for a product without options. */
  stocks: z.array(z.string().max(100)),
  /** Null keeps the description. */
  description: z.string().max(50_000).nullable(),
});

type Edit = z.infer<typeof editProductInput>;

/**
 * Changes what a merchant changes by hand, by the same rules as a sheet. A draft is changed in place; after submission stock and a
 * lower price take effect at once, anything else makes a next version. Issues name `name`, `price`, `stock` (of further
 * variants `stock.1`, …) and `description`.
 */
export async function editProduct(
  database: Database,
  actor: Actor,
  edit: Edit,
): Promise<Outcome<{ outcome: SaveOutcome }>> {
  return inTransaction(database, async (transaction) => {
    const version = await findLatest(transaction, edit);
    const facts = version && (await loadProductFacts(transaction, [version.id])).get(version.id);
    if (!facts) return refused("product.not_found");
    const judged = judge(facts, edit);
    if (!judged.ok) return judged;
    const { name, price, description, stocks } = judged.result;
    const { sku, categoryKey, origin, maker, tax, kcNumber, tags, notice, mallFields } = facts;
    const [saved] = await saveProducts(transaction, actor, edit.storeId, [
      {
        ...{ sku, categoryKey, origin, maker, tax, kcNumber, tags, notice, mallFields },
        ...{ name, price, description },
        shippingFee: version.shippingFee,
        variants: facts.variants.map((variant, index) => ({ ...variant, stock: stocks[index] ?? null })),
        photos: null,
      },
    ]);
    if (!saved) throw new Error(`Product ${edit.productId} was not saved`);
    return done({ outcome: saved.outcome });
  });
}

async function findLatest(transaction: Transaction, { storeId, productId }: Edit) {
  return transaction.productVersion.findFirst({
    where: { productId, product: { storeId } },
    orderBy: { number: "desc" },
    select: { id: true, shippingFee: true },
  });
}

interface Judged {
  name: string;
  price: number;
  description: string;
  stocks: number[];
}

/** A form is judged as the row of a sheet that it could have been, once for each variant's stock. */
function judge(facts: ProductFacts, edit: Edit): Outcome<Judged> {
  const verdicts = facts.variants.map((_, index) => judgeAsRow(facts, edit, edit.stocks[index] ?? ""));
  const issues = verdicts.flatMap((verdict, index) =>
    verdict.issues
      .filter(({ severity, path }) => severity === "error" && (index === 0 || path.field === "stock"))
      .map(({ path: { field }, ...rest }): Issue => ({ ...rest, path: { field: fieldOf(field, index) } })),
  );
  const rows = verdicts.flatMap(({ catalogRow }) => catalogRow ?? []);
  const [row] = rows;
  if (issues.length > 0 || !row || rows.length < verdicts.length) return { ok: false, issues };
  const cheapest = Math.min(...facts.variants.map(({ priceDelta }) => priceDelta));
  if (row.price + cheapest <= 0) {
    return refused("price.option_below_zero", { field: "price" }, { raw: edit.price });
  }
  return done({
    name: row.name,
    price: row.price,
    description: edit.description === null ? facts.description : row.description,
    stocks: rows.map(({ stock }) => stock),
  });
}

function fieldOf(field: string | undefined, index: number): string {
  return field === "stock" && index > 0 ? `stock.${index}` : (field ?? "");
}

function judgeAsRow(facts: ProductFacts, edit: Edit, stock: string) {
  const cells = {
    sku: facts.sku,
    name: edit.name,
    category: categoryOf(facts.categoryKey).nameKo,
    price: edit.price,
    stock,
    origin: facts.origin.text,
    maker: facts.maker,
    description: edit.description ?? "",
  } satisfies Partial<Record<ColumnKey, string>>;
  return parseRow(1, Object.values(cells), resolveColumns(1, Object.keys(cells)), new Map());
}
