import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { leavePanel } from "../judging/leave-panel.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Actor, roles } from "./actor.ts";
import { isLastOffice } from "./last-office.ts";
import { refuseUnlessOffice } from "./office-only.ts";
import { type InvitationSettings, sendInvitation } from "./send-invitation.ts";
import { isStaff } from "./staff.ts";

export const changeRoleInput = z.object({
  accountId: z.uuid(),
  role: z.enum(roles),
  locale: z.enum(["ko", "en"]).default("ko"),
});

/** Gives a person another role and logs them out everywhere; who becomes staff gets a link to choose a password. */
export async function changeRole(
  database: Database,
  actor: Actor,
  input: z.input<typeof changeRoleInput>,
  settings: InvitationSettings,
): Promise<Outcome<null>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const { accountId, role, locale } = changeRoleInput.parse(input);

  return inTransaction(database, async (transaction) => {
    const account = await transaction.account.findUnique({ where: { id: accountId, state: "active" } });
    if (!account) return refused("account.not_found");
    if (account.role === role) return done(null);
    if (await isLastOffice(transaction, account)) return refused("account.last_office");
    if (role === "merchant" && !account.phone) return refused("account.phone_needed");
    if (role !== "merchant" && !account.email) return refused("account.email_needed");

    const passwordHash = isStaff(role) ? account.passwordHash : null;
    const changed = await transaction.account.update({ where: { id: accountId }, data: { role, passwordHash } });
    await transaction.session.deleteMany({ where: { accountId } });
    await transaction.oneTimeLink.deleteMany({ where: { accountId, usedAt: null } });
    if (account.role === "curator") await leavePanel(transaction, accountId);
    if (isStaff(role) && !passwordHash) await sendInvitation(transaction, changed, { ...settings, locale });
    await recordAudit(transaction, actor, {
      action: "change-role",
      subject: { kind: "account", id: accountId },
      details: { from: account.role, to: role },
    });
    return done(null);
  });
}
