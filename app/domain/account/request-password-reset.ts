import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { parseEmail } from "./email.ts";
import { type EntrySettings, mayEnter } from "./entry.ts";
import { keepOrTakeBack } from "./keep-or-take-back.ts";
import { createLink } from "./links.ts";
import { countTry } from "./login-tries.ts";
import { isStaff } from "./staff.ts";

export const requestPasswordResetInput = z.object({
  email: z.string(),
  address: z.string(),
  locale: z.enum(["ko", "en"]).default("ko"),
});

/** Mails staff a link to set a new password. Strangers get the same answer after the same work. */
export async function requestPasswordReset(
  database: Database,
  input: z.input<typeof requestPasswordResetInput>,
  { publicUrl, ...settings }: EntrySettings & { publicUrl: string },
): Promise<Outcome<null>> {
  const { email: typed, address, locale } = requestPasswordResetInput.parse(input);
  const email = parseEmail(typed);
  if (!email) return refused("login.email_unreadable", { field: "email" });
  const { secret, now = new Date() } = settings;

  return inTransaction(database, async (transaction) => {
    const tries = { kind: "reset", destination: email, address, secret, now } as const;
    if (!(await countTry(transaction, tries))) return refused("login.too_many_resets");
    const account = await transaction.account.findUnique({ where: { email } });
    const known = account !== null && isStaff(account.role) && mayEnter(account, settings);
    const anyone = account ?? (await transaction.account.findFirst());
    if (!anyone) return done(null);
    await keepOrTakeBack(transaction, { keep: known }, async () => {
      const link = await createLink(transaction, { accountId: anyone.id, purpose: "password_reset", publicUrl, now });
      await queueMessage(transaction, {
        medium: "email",
        recipient: email,
        template: "password_reset",
        params: { link: link.address, expiresAt: link.expiresAt.toISOString() },
        locale,
        dedupeKey: `password_reset:${link.tokenHash}`,
      });
    });
    return done(null);
  });
}
