import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { rememberedMapping } from "./mapping.ts";

const file = z.object({ name: z.string().min(1).max(255), blob: z.string().min(1) });

export const requestImportInput = z.object({
  storeId: z.uuid(),
  sheet: file,
  photos: file.nullable(),
  /** Take the good rows without asking. */
  unattended: z.boolean().optional(),
});

type Requester = { kind: "person"; accountId: string; role: "merchant" | "office"; onBehalfOfId?: string };

/** Takes an uploaded sheet (and photo archive), already stored as blobs, and has a worker judge it. */
export async function requestImport(
  database: Database,
  actor: Requester,
  input: z.infer<typeof requestImportInput>,
): Promise<{ importId: string }> {
  return inTransaction(database, (transaction) => addImport(transaction, actor, randomUUID(), input));
}

/**
 * The same for files that arrived one by one. The import gets the id of the upload its sheet came by: asked again, whatever became
 * of the first answer, it is the same import. @param uploads the sheet's first
 */
export async function requestUploadedImport(
  database: Database,
  actor: Requester,
  { accountId, uploads, ...input }: z.infer<typeof requestImportInput> & { accountId: string; uploads: string[] },
): Promise<Outcome<{ importId: string }>> {
  const [importId = ""] = uploads;
  return inTransaction(database, async (transaction) => {
    const taken = await takeUploads(transaction, { accountId, ids: uploads });
    if (taken) return done(await addImport(transaction, actor, importId, input));
    const begun = await findBegunImport(transaction, { storeId: input.storeId, uploads });
    return begun ? done(begun) : refused("upload.gone");
  });
}

/** The import that was begun with one of these uploads, if there is one. */
export async function findBegunImport(
  database: Database | Transaction,
  { storeId, uploads }: { storeId: string; uploads: readonly string[] },
): Promise<{ importId: string } | null> {
  const found = await database.import.findFirst({ where: { id: { in: [...uploads] }, storeId }, select: { id: true } });
  return found && { importId: found.id };
}

/** Each upload goes into one import only: all of them are taken, or none. */
async function takeUploads(
  transaction: Transaction,
  { accountId, ids }: { accountId: string; ids: readonly string[] },
): Promise<boolean> {
  const free = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "upload"
    WHERE "id" = ANY(${ids}) AND "account_id" = ${accountId}::uuid AND "taken_at" IS NULL AND "arrived_at" IS NOT NULL
    ORDER BY "id" FOR UPDATE`;
  if (free.length < ids.length) return false;
  await transaction.upload.updateMany({ where: { id: { in: [...ids] } }, data: { takenAt: new Date() } });
  return true;
}

async function addImport(
  transaction: Transaction,
  actor: Requester,
  importId: string,
  { storeId, sheet, photos, unattended = false }: z.infer<typeof requestImportInput>,
): Promise<{ importId: string }> {
  await transaction.import.create({
    data: {
      id: importId,
      storeId,
      accountId: actor.accountId,
      sheetName: sheet.name,
      sheetBlob: sheet.blob,
      photosName: photos?.name,
      photosBlob: photos?.blob,
      unattended,
      mapping: await rememberedMapping(transaction, storeId),
    },
  });
  await transaction.progress.create({ data: { id: importId, kind: "import", storeId } });
  await addJob(transaction, "import-catalog", { importId }, { key: `import:${importId}` });
  await recordAudit(transaction, actor, { action: "request-import", subject: { kind: "import", id: importId } });
  return { importId };
}
