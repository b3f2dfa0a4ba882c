import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { eraseAfter } from "../closing/terms.ts";
import { leavePanel } from "../judging/leave-panel.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { cancelCreatorVisits } from "../visit/cancel-store-visits.ts";
import type { Actor } from "./actor.ts";
import { isLastOffice } from "./last-office.ts";
import { refuseUnlessOffice } from "./office-only.ts";
import { accountStates } from "./states.ts";

export const endAccountInput = z.object({ accountId: z.uuid() });

/** Ends an account: its sessions, links and password are gone at once; what the person did stays. */
export async function endAccount(
  database: Database,
  actor: Actor,
  input: z.input<typeof endAccountInput>,
  { now = new Date() }: { now?: Date } = {},
): Promise<Outcome<null>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const { accountId } = endAccountInput.parse(input);

  return inTransaction(database, async (transaction) => {
    const account = await transaction.account.findUnique({ where: { id: accountId } });
    if (!account) return refused("account.not_found");
    if (await isLastOffice(transaction, account)) return refused("account.last_office");
    const { count } = await transaction.account.updateMany({
      where: { id: accountId, state: { in: accountStates.sourcesOf("ended") } },
      data: { state: "ended", endedAt: now, passwordHash: null, eraseAfter: eraseAfter(account.role, now) },
    });
    if (count === 0) return done(null);
    if (account.role === "creator") await cancelCreatorVisits(transaction, accountId, now);
    await transaction.session.deleteMany({ where: { accountId } });
    await transaction.oneTimeLink.deleteMany({ where: { accountId, usedAt: null } });
    if (account.role === "curator") await leavePanel(transaction, accountId);
    await recordAudit(transaction, actor, {
      action: "end-account",
      subject: { kind: "account", id: accountId },
      details: { role: account.role },
    });
    return done(null);
  });
}
