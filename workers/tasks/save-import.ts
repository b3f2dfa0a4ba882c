import type { Actor } from "#app/domain/account/actor.ts";
import { columnsOf } from "#app/domain/intake/bad-cells.ts";
import { findMendedFields } from "#app/domain/intake/find-mended-fields.ts";
import { finishImport } from "#app/domain/intake/finish-import.ts";
import { recordRows } from "#app/domain/intake/record-rows.ts";
import { touchProgress } from "#app/domain/progress/touch-progress.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { judgeSheet } from "../intake/judge-sheet.ts";
import { readImportPhotos } from "../intake/read-import-photos.ts";

/** The commit: judges the sheet as the dry run did and saves what is good. A killed run is taken up where its last chunk ended. */
export async function saveImport(context: WorkerContext, { importId }: Jobs["save-import"]): Promise<void> {
  const { database } = context;
  const order = await database.import.findUnique({ where: { id: importId, state: "saving" } });
  if (!order) return;
  const { storeId } = order;
  const actor = await uploaderOf(context, order);
  const mended = await findMendedFields(database, order);
  const recorded = await database.importRow.findMany({ where: { importId, committed: true }, select: { row: true } });
  const saved = new Set(recorded.map(({ row }) => row));
  const photosOf = namesPhotos(order) ? await photosOfRows(context, order) : new Map();
  await judgeSheet(context, order, {
    photosOf,
    wants: (row) => !saved.has(row),
    onChunk: (rows) => recordRows(database, actor, { importId, storeId, rows, mended }),
  });
  await finishImport(database, { importId, state: "done" });
}

/** Whoever uploaded it: the merchant, or somebody on the merchant's behalf. */
async function uploaderOf({ database }: WorkerContext, { storeId, accountId }: Import): Promise<Actor> {
  const [members, { role }] = await Promise.all([
    database.storeMember.findMany({ where: { storeId }, orderBy: { createdAt: "asc" }, select: { accountId: true } }),
    database.account.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } }),
  ]);
  const [merchant] = members;
  const own = !merchant || members.some((member) => member.accountId === accountId);
  return { kind: "person", accountId, role, ...(!own && { onBehalfOfId: merchant.accountId }) };
}

function namesPhotos(order: Import): boolean {
  if (order.photosBlob) return true;
  return columnsOf(order).list.some(({ column }) => column.kind === "field" && column.key === "photos");
}

/** So long progress may stand still. */
const stillMilliseconds = 1_000;

/** Reads the whole sheet before the first row is saved: any row may claim any photo. */
async function photosOfRows(context: WorkerContext, order: Import) {
  let toldAt = Date.now();
  let telling = Promise.resolve();
  const wants = () => {
    if (Date.now() - toldAt > stillMilliseconds) {
      toldAt = Date.now();
      telling = touchProgress(context.database, order.id);
      // What it throws is thrown below.
      telling.catch(() => undefined);
    }
    return false;
  };
  const { claimants } = await judgeSheet(context, order, { wants });
  await telling;
  return (await readImportPhotos(context, order, claimants)).photosOf;
}
