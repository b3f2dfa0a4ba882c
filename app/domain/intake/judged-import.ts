import { z } from "zod";
import type { Transaction } from "#app/services/database/database.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { done, type Outcome, refused } from "../outcome.ts";

/** Which import, and which of its judgements the person was looking at. */
export const judgedImportInput = z.object({
  storeId: z.uuid(),
  importId: z.uuid(),
  judgement: z.number().int().min(0),
});

/** Holds one of the store's imports until the transaction ends; null for anybody else's. */
export async function holdImport(
  transaction: Transaction,
  { storeId, importId }: { storeId: string; importId: string },
): Promise<Import | null> {
  await transaction.$executeRaw`SELECT 1 FROM "import" WHERE "id" = ${importId}::uuid FOR NO KEY UPDATE`;
  return transaction.import.findFirst({ where: { id: importId, storeId } });
}

/** The import when it still waits as the person saw it, else why nothing can be done to it. */
export function requireJudged(found: Import | null, judgement?: number): Outcome<Import> {
  if (found === null) return refused("import.not_found");
  if (found.state === "waiting" || found.state === "reading") return refused("import.still_reading");
  if (found.state !== "judged") return refused("import.over");
  if (judgement !== undefined && found.judgement !== judgement) return refused("import.judged_anew");
  return done(found);
}

/** Has a worker judge the whole sheet once more: a code that was mended may be another row's. */
export async function judgeAnew(transaction: Transaction, { id: importId }: Import): Promise<void> {
  await transaction.import.update({
    where: { id: importId },
    data: { state: "reading", judgement: { increment: 1 } },
  });
  await transaction.importRow.deleteMany({ where: { importId } });
  await transaction.progress.update({
    where: { id_kind: { id: importId, kind: "import" } },
    data: { state: "running", total: 0, done: 0, failed: 0, updatedAt: new Date() },
  });
  await addJob(transaction, "import-catalog", { importId }, { key: `import:${importId}` });
}
