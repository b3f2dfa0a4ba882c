import { beginImport } from "#app/domain/intake/begin-import.ts";
import { finishImport } from "#app/domain/intake/finish-import.ts";
import { finishJudging } from "#app/domain/intake/finish-judging.ts";
import { ImportMovedOn, recordVerdicts } from "#app/domain/intake/record-verdicts.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { SheetRefused } from "#app/services/sheets/open-sheet.ts";
import type { WorkerContext } from "../context.ts";
import { judgeSheet } from "../intake/judge-sheet.ts";
import { readImportPhotos } from "../intake/read-import-photos.ts";

/**
 * The dry run: reads an uploaded sheet to its end, records what would become of every row, and reads the photos. Nothing is
 * saved. A killed run is taken up where its last chunk ended.
 */
export async function importCatalog(context: WorkerContext, { importId }: Jobs["import-catalog"]): Promise<void> {
  const { database, log } = context;
  const order = await beginImport(database, importId);
  if (!order) return;
  try {
    await judge(context, order);
  } catch (error) {
    if (error instanceof SheetRefused) {
      await finishImport(database, { importId, state: "failed", issues: [error.issue] });
    } else if (error instanceof ImportMovedOn) log.info({ importId }, "the import has moved on");
    else throw error;
  }
}

/** Rows first, so that the merchant sees verdicts at once; those with photos are judged again when these have been read. */
async function judge(context: WorkerContext, order: Import): Promise<void> {
  const { database } = context;
  const known = await database.importRow.aggregate({ where: { importId: order.id }, _max: { row: true } });
  const last = known._max.row ?? 0;
  const { headings, claimants, issues } = await judgeSheet(context, order, {
    wants: (row) => row > last,
    onChunk: (rows) => recordVerdicts(database, order, { rows, again: false }),
  });
  const photos = await readImportPhotos(context, order, claimants);
  const { photosOf } = photos;
  if (photosOf.size > 0) {
    await judgeSheet(context, order, {
      photosOf,
      wants: (row) => photosOf.has(row),
      onChunk: (rows) => recordVerdicts(database, order, { rows, again: true }),
    });
  }
  await finishJudging(database, order, { headings, issues: [...issues, ...photos.issues] });
}
