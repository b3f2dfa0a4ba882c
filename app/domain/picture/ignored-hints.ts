import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { hintCodes } from "../issue/hint-codes.ts";

export const ignoreHintInput = z.object({
  storeId: z.uuid(),
  /** Of the merchant. */
  accountId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  code: z.enum(hintCodes),
});

/** The merchant has seen this hint of this photo and leaves the photo as it is. */
export async function ignoreHint(
  database: Database,
  actor: Actor,
  { storeId, accountId, sha256, code }: z.infer<typeof ignoreHintInput>,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if ((await transaction.original.count({ where: { sha256 } })) === 0) return;
    const ignoredById = actor.kind === "person" ? actor.accountId : accountId;
    await transaction.ignoredHint.createMany({ data: [{ storeId, sha256, code, ignoredById }], skipDuplicates: true });
    const subject = { kind: "store", id: storeId };
    await recordAudit(transaction, actor, { action: "ignore-hint", subject, details: { sha256, code } });
  });
}

/** Codes by the photo's original. */
export async function findIgnoredHints(
  database: Database,
  storeId: string,
  photos: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await database.ignoredHint.findMany({ where: { storeId, sha256: { in: [...photos] } } });
  const ignored = new Map<string, Set<string>>();
  for (const { sha256, code } of rows) ignored.set(sha256, (ignored.get(sha256) ?? new Set()).add(code));
  return ignored;
}
