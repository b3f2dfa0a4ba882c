import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { eraseDrawn, eraseStorePhotos } from "./erase-photos.ts";
import { eraseWorkPapers } from "./erase-work-papers.ts";

/** Stands where a name stood. */
const nobody = "—";

/** Accounts whose legal term is over. */
export async function findErasable(database: Database, now = new Date()): Promise<string[]> {
  const due = await database.account.findMany({
    where: { state: "ended", eraseAfter: { lte: now }, erasedAt: null },
    select: { id: true },
  });
  return due.map(({ id }) => id);
}

/**
 * Erases what names a person or their closed store, everywhere; rows, ids, dates and audit lines stay. Run again after a kill it
 * goes on where it was.
 */
export async function eraseAccount(
  database: Database,
  blobs: BlobStore,
  { accountId }: { accountId: string },
  now = new Date(),
): Promise<void> {
  const account = await database.account.findUnique({ where: { id: accountId } });
  if (!account?.eraseAfter || account.eraseAfter > now || account.erasedAt) return;
  const stores = await database.store.findMany({
    where: { state: "closed", members: { some: { accountId }, every: { account: { state: "ended" } } } },
    select: { id: true },
  });
  for (const { id } of stores) {
    await eraseWorkPapers(database, blobs, id);
    for (const key of await packagesOf(database, id)) await blobs.erase(key);
    await inTransaction(database, (transaction) => eraseStore(transaction, id, now));
    await eraseStorePhotos(database, blobs, id);
  }
  if (stores.length > 0) await eraseDrawn(database, blobs);
  await inTransaction(database, async (transaction) => {
    await erasePerson(transaction, account, now);
    await recordAudit(transaction, program, {
      action: "erase-account",
      subject: { kind: "account", id: accountId },
    });
  });
}

async function packagesOf(database: Database, storeId: string): Promise<BlobKey[]> {
  const rows = await database.handOverPackage.findMany({
    where: { handOver: { listing: { product: { storeId } } } },
    select: { packageBlob: true },
  });
  return rows.map(({ packageBlob }) => packageBlob as BlobKey);
}

/** The store first: its pinned versions may be changed by nothing else. */
async function eraseStore(transaction: Transaction, storeId: string, now: Date): Promise<void> {
  const product = { storeId };
  await eraseVisitMessages(transaction, { storeId });
  await transaction.store.update({
    where: { id: storeId },
    data: {
      ...{ erasedAt: now, slug: storeId, name: nobody, ownerName: nobody, businessNumber: storeId },
      ...{ mailOrderNumber: null, phone: "", postcode: "", address: "", story: "", hours: "", issues: [] },
      visitable: false,
    },
  });
  await transaction.storeApplication.deleteMany({ where: { storeId } });
  await transaction.designation.deleteMany({ where: { storeId } });
  await transaction.productVersion.updateMany({
    where: { product },
    data: {
      ...{ name: nobody, maker: nobody, originText: "", description: "", kcNumber: null, tags: [], contentHash: "" },
      ...{ notice: {}, mallFields: {}, typedBy: {} },
    },
  });
  await transaction.$executeRaw`
    UPDATE "product_variant" AS variant SET "key" = variant."id"::text, "options" = '[]'
    FROM "product_version" AS version JOIN "product" AS product ON product."id" = version."product_id"
    WHERE variant."version_id" = version."id" AND product."store_id" = ${storeId}::uuid`;
  await transaction.productPhoto.updateMany({ where: { version: { product } }, data: { fileName: "", caption: "" } });
  await transaction.$executeRaw`
    UPDATE "product" SET "sku" = left(replace("id"::text, '-', ''), 30) WHERE "store_id" = ${storeId}::uuid`;
  await transaction.judgement.updateMany({ where: { submission: { product } }, data: { note: "" } });
  const submission = { product };
  await transaction.seasonDecision.updateMany({ where: { submission }, data: { reason: "" } });
  await transaction.changeRequest.updateMany({ where: { submission }, data: { text: "", answer: "" } });
  await transaction.curatorChallenge.updateMany({ where: { storeId }, data: { reason: "", answer: "" } });
  await transaction.recall.updateMany({ where: { product }, data: { note: "" } });
  await transaction.listingExchange.deleteMany({ where: { listing: { product } } });
  await transaction.handOver.updateMany({
    where: { listing: { product } },
    data: { reasons: [], pageUrl: null },
  });
  await transaction.handOverPackage.updateMany({
    where: { handOver: { listing: { product } } },
    data: { fileName: "" },
  });
  await transaction.listing.updateMany({ where: { product }, data: { issues: [], pageUrl: null } });
  await transaction.campaignStore.updateMany({ where: { storeId }, data: { houseRules: "" } });
  await transaction.visit.updateMany({
    where: { storeId },
    data: { request: "", answer: "", reason: "", dispute: "" },
  });
  await transaction.promotion.updateMany({
    where: { visit: { storeId } },
    data: { ...erasedPromotion, state: "withdrawn" },
  });
}

/** What was published names the store and its creator. */
const erasedPromotion = {
  ...{ title: "", content: {}, note: "", seenHash: null, issues: [] },
  ...{ objection: "", overruleReason: "" },
};

async function erasePerson(transaction: Transaction, account: Account, now: Date): Promise<void> {
  const { id, name, phone, email } = account;
  const reach = [phone, email].filter((one) => one !== null);
  await transaction.storeApplication.deleteMany({ where: { accountId: id, storeId: null } });
  await transaction.outboxMessage.deleteMany({
    where: {
      OR: [{ recipient: { in: reach } }, { template: "help_code", params: { path: ["helper"], equals: name } }],
    },
  });
  await eraseCreator(transaction, id);
  await transaction.account.update({
    where: { id },
    data: { name: nobody, phone: null, email: null, passwordHash: null, erasedAt: now },
  });
}

/** Channels keep their rows, for the promotions that stood on them; what they are called is gone. */
async function eraseCreator(transaction: Transaction, creatorId: string): Promise<void> {
  await eraseVisitMessages(transaction, { creatorId });
  await transaction.$executeRaw`
    UPDATE "promotion" SET "address" = 'https://erased.invalid/' || promotion."id"
    FROM "visit" WHERE "visit"."id" = promotion."visit_id" AND "visit"."creator_id" = ${creatorId}::uuid`;
  await transaction.promotion.updateMany({
    where: { visit: { creatorId } },
    data: { ...erasedPromotion, state: "withdrawn" },
  });
  await transaction.visit.updateMany({
    where: { creatorId },
    data: { request: "", answer: "", reason: "", dispute: "" },
  });
  await transaction.shortlist.deleteMany({ where: { creatorId } });
  await transaction.$executeRaw`
    UPDATE "creator_channel" SET "address" = 'https://erased.invalid/' || "id", "code" = '', "issues" = '[]', "state" = 'removed'
    WHERE "creator_id" = ${creatorId}::uuid`;
  await transaction.creatorProfile.updateMany({
    where: { accountId: creatorId },
    data: { penName: nobody, introduction: "", areas: [], themes: [], languages: [], timeZone: "Asia/Seoul" },
  });
}

/** What the other side and the office were told of visits names store and creator. */
async function eraseVisitMessages(
  transaction: Transaction,
  where: { storeId: string } | { creatorId: string },
): Promise<void> {
  const visits = await transaction.visit.findMany({
    where,
    select: { id: true, promotion: { select: { id: true } }, place: { select: { store: { select: { slug: true } } } } },
  });
  const pages = visits.flatMap(({ id, promotion, place }) => [
    `/creator/visits/${id}`,
    `/merchant/visits/${id}`,
    ...(promotion ? [`/office/promotions/${promotion.id}`] : []),
    ...("storeId" in where ? [`/stores/${encodeURIComponent(place.store.slug)}`] : []),
  ]);
  await transaction.$executeRaw`DELETE FROM "outbox_message" WHERE "params" ->> 'page' = ANY(${pages})`;
}
