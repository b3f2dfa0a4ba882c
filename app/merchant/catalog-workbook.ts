import { exportCatalog } from "#app/domain/product/export-catalog.ts";
import { templateMessages as m } from "#app/messages/merchant-imports.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";
import { allow } from "#app/web/allow.server.ts";
import { download } from "./download.server.ts";
import { ownStore } from "./own-store.ts";

const wide = ["상품명", "상세설명"];

/** All products of the store as the sheet they could have come from. */
export const loader = allow(["merchant"], async ({ account, database }) => {
  const { headings, rows } = await exportCatalog(database, ownStore(account));
  const columns = headings.map((heading) => ({ heading, width: wide.includes(heading) ? 36 : 18 }));
  const bytes = await writeWorkbook([{ name: m.sheet, columns, rows }]);
  return download(bytes, "xlsx");
});
