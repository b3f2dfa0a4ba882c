import type { Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { createLink } from "./links.ts";

export interface InvitationSettings {
  publicUrl: string;
  now?: Date;
}

/** Sends a one-time link to merchants by phone, to everybody else by e-mail. */
export async function sendInvitation(
  transaction: Transaction,
  account: Account,
  { locale, publicUrl, now = new Date() }: InvitationSettings & { locale: "ko" | "en" },
): Promise<void> {
  const byPhone = account.role === "merchant" && account.phone;
  const recipient = byPhone ? account.phone : account.email;
  if (!recipient) throw new Error(`Account ${account.id} cannot be reached`);
  const link = await createLink(transaction, { accountId: account.id, purpose: "invitation", publicUrl, now });
  await queueMessage(transaction, {
    medium: byPhone ? "kakao" : "email",
    recipient,
    template: "invitation",
    params: { name: account.name, link: link.address, expiresAt: link.expiresAt.toISOString() },
    locale,
    dedupeKey: `invitation:${link.tokenHash}`,
  });
}
