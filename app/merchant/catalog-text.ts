import { exportCatalog } from "#app/domain/product/export-catalog.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { allow } from "#app/web/allow.server.ts";
import { download } from "./download.server.ts";
import { ownStore } from "./own-store.ts";

/** The same as text, for programs that read no workbooks. */
export const loader = allow(["merchant"], async ({ account, database }) => {
  const { headings, rows } = await exportCatalog(database, ownStore(account));
  return download(Buffer.from(writeDelimited([headings, ...rows])), "csv");
});
