import type { Transaction } from "#app/services/database/database.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import type { MessageParams, Template } from "../outbox/templates.ts";
import { notifyCreator } from "./notify-creator.ts";
import { seoulDay } from "./seoul-time.ts";

interface ToldVisit {
  id: string;
  storeId: string;
  creatorId: string;
  startsAt: Date;
}

/** Names of a visit that a notice tells: the store's, the creator's pen name, day and time in Seoul. No one's own name or number. */
async function paramsOf(transaction: Transaction, { storeId, creatorId, startsAt }: ToldVisit) {
  const [store, profile] = await Promise.all([
    transaction.store.findUnique({ where: { id: storeId }, select: { name: true } }),
    transaction.creatorProfile.findUnique({ where: { accountId: creatorId }, select: { penName: true } }),
  ]);
  const time = new Date(startsAt.getTime() + 9 * 60 * 60_000).toISOString().slice(11, 16);
  return { store: store?.name ?? "", creator: profile?.penName ?? "", at: `${seoulDay(startsAt)} ${time}` };
}

export async function tellCreator(
  transaction: Transaction,
  visit: ToldVisit,
  template: Template,
  event = "",
  more: MessageParams = {},
) {
  const params = { ...(await paramsOf(transaction, visit)), ...more, page: `/creator/visits/${visit.id}` };
  await notifyCreator(transaction, visit.creatorId, { template, params, event: `${visit.id}:${event}` });
}

export async function tellStore(transaction: Transaction, visit: ToldVisit, template: Template, event = "") {
  const params = { ...(await paramsOf(transaction, visit)), page: `/merchant/visits/${visit.id}` };
  await notifyStore(transaction, visit.storeId, { template, params, event: `${visit.id}:${event}` });
}
