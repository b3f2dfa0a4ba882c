import { type Database, Prisma, type Transaction } from "#app/services/database/database.ts";
import { askedConsents } from "../consent/kinds.ts";
import type { StoreWord } from "./permission.ts";

/** Whoever plans or sends locks the store, so that nobody gives or takes back their word meanwhile. */
export async function loadStoreWord(
  transaction: Transaction,
  storeId: string,
  asked = askedConsents,
): Promise<StoreWord> {
  await transaction.$queryRaw`SELECT 1 FROM "store" WHERE "id" = ${storeId}::uuid FOR SHARE`;
  return readWord(transaction, Prisma.sql`${storeId}::uuid`, asked);
}

/** The word of a product's store as it is at this moment. */
export async function readWordFor(database: Database, productId: string): Promise<StoreWord> {
  const store = Prisma.sql`(SELECT "store_id" FROM "product" WHERE "id" = ${productId}::uuid)`;
  return readWord(database, store, askedConsents);
}

async function readWord(
  database: Database | Transaction,
  store: Prisma.Sql,
  { passing_on: { version } }: typeof askedConsents,
): Promise<StoreWord> {
  // A shop of one's own takes no fee that had to be agreed to.
  const [word] = await database.$queryRaw<{ given: boolean; closing: boolean; malls: string[] }[]>`
    WITH "member" AS (
      SELECT account."id", account."closing_at" FROM "store_member" AS membership
      JOIN "account" AS account ON account."id" = membership."account_id" AND account."state" = 'active'
      WHERE membership."store_id" = ${store}
    )
    SELECT EXISTS (
             SELECT FROM "consent" JOIN "member" ON "member"."id" = "consent"."account_id"
             WHERE "kind" = 'passing_on' AND "version" = ${version} AND "agreed" AND "withdrawn_at" IS NULL
               AND "member"."closing_at" IS NULL
           ) AS "given",
           EXISTS (SELECT FROM "member" WHERE "closing_at" IS NOT NULL) AS "closing",
           ARRAY(
             SELECT "channel_key" FROM "mall_agreement" WHERE "store_id" = ${store} AND "ended_at" IS NULL
             UNION SELECT "key" FROM "channel" WHERE "store_id" = ${store}
           ) AS "malls"`;
  const { given = false, closing = false, malls = [] } = word ?? {};
  return { passingOn: given, closing: !given && closing, malls: new Set(malls) };
}
