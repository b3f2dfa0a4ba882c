import type { Database } from "#app/services/database/database.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { TypedBy } from "../product/typed-by.ts";
import { columnsOf } from "./bad-cells.ts";

/** Columns that a product keeps in one field. */
const keptIn: Readonly<Record<string, string>> = { option_stock: "stock", option_price: "options" };

/** Row → fields that somebody else than the sheet's uploader mended in the browser. */
export async function findMendedFields(database: Database, order: Import): Promise<ReadonlyMap<number, TypedBy>> {
  const { list } = columnsOf(order);
  const cells = await database.importCell.findMany({
    where: { importId: order.id, typedById: { not: order.accountId } },
  });
  const byRow = new Map<number, Record<string, string>>();
  for (const { row, column, typedById } of cells) {
    const meant = list[column]?.column;
    if (meant?.kind !== "field") continue;
    byRow.set(row, { ...byRow.get(row), [keptIn[meant.key] ?? meant.key]: typedById });
  }
  return byRow;
}
