import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { type EntrySettings, findCodeAccount, readDestination } from "../account/entry.ts";
import { tryCode } from "../account/issue-code.ts";
import { hashToken } from "../account/secrets.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome } from "../outcome.ts";
import { helpDestination } from "./request-help.ts";

/** Long enough for an afternoon's catalog; the merchant ends it whenever they like. */
export const helpLifetime = 12 * 60 * 60_000;

export const beginHelpInput = z.object({
  helperId: z.uuid(),
  helperRole: z.enum(["merchant", "office"]),
  phone: z.string().max(100),
  code: z.string().max(100),
  /** Of the session that will type for the merchant. */
  token: z.string(),
});

/** With the code that the merchant read out: from now on this session types on the merchant's behalf. */
export async function beginHelp(
  database: Database,
  { helperId, helperRole, phone, code, token }: z.infer<typeof beginHelpInput>,
  settings: EntrySettings,
): Promise<Outcome<null>> {
  const read = readDestination({ by: "phone", destination: phone });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = helpDestination(settings, helperId, read.value);
  return inTransaction(database, async (transaction) => {
    const merchant = await findCodeAccount(transaction, "phone", read.value, settings);
    const tried = await tryCode(transaction, { destinationHash, code, mayUse: merchant !== null }, { secret, now });
    if (!tried.ok) return tried;
    if (!merchant) throw new Error("A code was used up by nobody");
    const { id } = await transaction.help.create({
      data: {
        helperId,
        merchantId: merchant.id,
        allowedAt: now,
        expiresAt: new Date(now.getTime() + helpLifetime),
      },
    });
    await transaction.session.update({
      where: { tokenHash: hashToken(token), accountId: helperId },
      data: { helpId: id },
    });
    const actor = { kind: "person", accountId: helperId, role: helperRole, onBehalfOfId: merchant.id } as const;
    await recordAudit(transaction, actor, { action: "begin-help", subject: { kind: "help", id } });
    return done(null);
  });
}
