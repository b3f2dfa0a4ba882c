import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { recordAudit } from "../audit/record.ts";
import { rememberedMapping } from "./mapping.ts";

const file = z.object({ name: z.string().min(1).max(255), blob: z.string().min(1) });

export const requestImportInput = z.object({
  storeId: z.uuid(),
  sheet: file,
  photos: file.nullable(),
  /** Take the good rows without asking. */
  unattended: z.boolean().optional(),
});

/** Takes an uploaded sheet (and photo archive), already stored as blobs, and has a worker judge it. */
export async function requestImport(
  database: Database,
  actor: { kind: "person"; accountId: string; role: "merchant" | "office"; onBehalfOfId?: string },
  { storeId, sheet, photos, unattended = false }: z.infer<typeof requestImportInput>,
): Promise<{ importId: string }> {
  return inTransaction(database, async (transaction) => {
    const { id: importId } = await transaction.import.create({
      data: {
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
  });
}
