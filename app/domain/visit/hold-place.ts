import type { Transaction } from "#app/services/database/database.ts";
import { receivesVisitors, receivesVisitorsInclude } from "../store/receives-visitors.ts";

export interface PlaceKey {
  campaignId: string;
  storeId: string;
}

/** A store's part in a campaign, and until the transaction ends nobody else books, frees or changes anything of it. */
export async function holdPlace(transaction: Transaction, { campaignId, storeId }: PlaceKey) {
  await transaction.$queryRaw`
    SELECT 1 FROM "campaign_store" WHERE "campaign_id" = ${campaignId}::uuid AND "store_id" = ${storeId}::uuid FOR UPDATE`;
  return transaction.campaignStore.findUnique({
    where: { campaignId_storeId: { campaignId, storeId } },
    include: {
      campaign: true,
      store: { select: { name: true, state: true, visitable: true, ...receivesVisitorsInclude } },
    },
  });
}

/** The visit with its place held: what it reads is what stands until the transaction ends. */
export async function holdVisit(transaction: Transaction, where: { id: string; storeId?: string; creatorId?: string }) {
  const found = await transaction.visit.findUnique({ where, select: { campaignId: true, storeId: true } });
  if (!found) return null;
  const place = await holdPlace(transaction, found);
  const visit = await transaction.visit.findUniqueOrThrow({ where: { id: where.id } });
  return place && { visit, place };
}

/** Whether new visits may be agreed there: it takes part, is there, and its people may be told to visitors. */
export function takesVisits({ leftAt, store }: HeldPlace): boolean {
  return leftAt === null && store.state === "approved" && receivesVisitors(store);
}

export type HeldPlace = NonNullable<Awaited<ReturnType<typeof holdPlace>>>;
