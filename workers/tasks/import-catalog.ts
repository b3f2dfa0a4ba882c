import type { Actor } from "#app/domain/account/actor.ts";
import { beginImport } from "#app/domain/intake/begin-import.ts";
import { finishImport } from "#app/domain/intake/finish-import.ts";
import { type JudgedRow, recordRows } from "#app/domain/intake/record-rows.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { SheetRefused } from "#app/services/sheets/open-sheet.ts";
import type { WorkerContext } from "../context.ts";
import { readImportPhotos } from "../intake/read-import-photos.ts";
import { readImportSheet, type SheetVerdicts } from "../intake/read-import-sheet.ts";

/** Rows saved in one transaction: small enough for live progress, large enough that 10,000 rows take seconds. */
const chunkSize = 200;

/** Reads an uploaded sheet and its photos and saves what is good. A killed run is taken up where its last chunk ended. */
export async function importCatalog(context: WorkerContext, { importId }: Jobs["import-catalog"]): Promise<void> {
  const { database } = context;
  const order = await beginImport(database, importId);
  if (!order) return;
  let verdicts: SheetVerdicts;
  try {
    verdicts = await readImportSheet(context, order);
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return finishImport(database, { importId, state: "failed", issues: [error.issue] });
  }
  await announceTotal(context, order, verdicts.rows.length);
  const { photosOf, issues } = await readImportPhotos(context, order, verdicts);
  await saveRows(context, order, verdicts, photosOf);
  await finishImport(database, { importId, state: "done", issues: [...verdicts.sheetIssues, ...issues] });
}

async function announceTotal({ database }: WorkerContext, { id }: Import, total: number): Promise<void> {
  await database.progress.update({
    where: { id_kind: { id, kind: "import" } },
    data: { total, updatedAt: new Date() },
  });
}

async function saveRows(
  { database }: WorkerContext,
  { id: importId, storeId, accountId }: Import,
  { rows }: SheetVerdicts,
  photosOf: Map<number, { photos: { sha256: string; fileName: string }[]; issues: Issue[] }>,
): Promise<void> {
  const actor: Actor = { kind: "person", accountId, role: "merchant" };
  const recorded = new Set(
    (await database.importRow.findMany({ where: { importId }, select: { row: true } })).map(({ row }) => row),
  );
  const open = rows.filter(({ row }) => !recorded.has(row));
  for (let start = 0; start < open.length; start += chunkSize) {
    const chunk = open.slice(start, start + chunkSize).map((verdict): JudgedRow => {
      const given = photosOf.get(verdict.row);
      const issues = [...verdict.issues, ...(given?.issues ?? [])];
      const { row, sku, outcome, catalogRow } = verdict;
      if (outcome !== "accepted") return { row, sku, outcome, issues };
      const { photoNames: _photoNames, stock: _stock, ...said } = catalogRow;
      const photos = given && given.photos.length > 0 ? given.photos : null;
      return { row, sku, outcome, issues, content: { ...said, photos } };
    });
    await recordRows(database, actor, { importId, storeId, rows: chunk });
  }
}
