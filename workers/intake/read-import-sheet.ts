import { mallKeys } from "#app/channels/contract.ts";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import type { WorkerContext } from "../context.ts";
import { withLocalCopy } from "../local-copy.ts";

export interface SheetVerdicts {
  rows: RowVerdict[];
  /** What concerns the heading row. */
  sheetIssues: Issue[];
}

/** Judges every row of an import's sheet. @throws SheetRefused when the sheet as a whole cannot be read */
export async function readImportSheet(
  { blobs }: WorkerContext,
  { sheetBlob, sheetName }: Pick<Import, "sheetBlob" | "sheetName">,
): Promise<SheetVerdicts> {
  return withLocalCopy(blobs, sheetBlob, async (path) => {
    const catalog = await readCatalog(await openSheet({ path, name: sheetName }), { malls: mallKeys });
    const rows: RowVerdict[] = [];
    for await (const verdict of catalog.verdicts) rows.push(verdict);
    return { rows, sheetIssues: catalog.issues };
  });
}
