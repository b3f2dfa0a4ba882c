import { type AccountPage, type AccountProduct, listsAccount, type Unsure } from "#app/channels/contract.ts";
import { mayContact, recordContact } from "#app/domain/channel/contact.ts";
import { recordAccount } from "#app/domain/drift/record-account.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

/** A mall whose list never ends is not believed. */
const mostPages = 1_000;

/** Looks at all products of the account. A mall that rests, or does not tell all of them, is asked in the next hour's round. */
export async function lookThroughMall(
  { database, malls, followUpPace, log }: WorkerContext,
  { channelKey }: Jobs["look-through-mall"],
): Promise<void> {
  const startedAt = new Date();
  const connection = malls[channelKey];
  if (!connection || (await mayContact(database, channelKey)) !== null) return;
  if (!listsAccount(connection)) return recordAccount(database, { channelKey, products: null, startedAt });
  const products: AccountProduct[] = [];
  let page: string | null = null;
  for (let pages = 0; pages === 0 || page !== null; pages += 1) {
    if (pages === mostPages) return log.warn({ mall: channelKey }, "the mall's list does not end");
    const answer: AccountPage | Unsure = await connection.listAccount(page);
    const { reason = null, retryAfterSeconds = 0 } = answer.outcome === "unsure" ? answer : {};
    await recordContact(database, channelKey, { reason, retryAfterSeconds }, followUpPace);
    if (answer.outcome === "unsure") {
      return log.info({ mall: channelKey, reason: answer.reason.code }, "the mall's list was not told");
    }
    products.push(...answer.products);
    page = answer.next;
  }
  await recordAccount(database, { channelKey, products, startedAt });
}
