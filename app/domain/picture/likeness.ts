import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";

/** Bits of 64 in which two perceptual hashes differ: up to the first they are one photo, up to the second a person is asked. */
export const likenessThresholds = { same: 8, asked: 18 } as const;

/** A photo and the one of the store's others that it is most like. */
export interface Likeness {
  sha256: string;
  /** The other's original. */
  like: string;
  /** Of the other's product; empty while it has none. */
  name: string;
  /** One photo for certain, or because the merchant said so; else it is asked. */
  sure: boolean;
}

/** Where the photos are that are compared: their own neighbours count too, each pair once, at the later one. */
type Place = { storeId: string; productId?: string; draftId?: string };

/** Of photos in their order; what was answered with "different" or "intended" is not found again. */
export async function findLikenesses(
  database: Database,
  { storeId, productId, draftId }: Place,
  photos: readonly string[],
): Promise<Likeness[]> {
  if (photos.length === 0) return [];
  const found = await database.$queryRaw<(Likeness & { distance: number })[]>`
    WITH "own" AS (
      SELECT "sha256", "perceptual_hash" AS "hash", "place"
      FROM unnest(${[...photos]}::text[]) WITH ORDINALITY AS "given"("original", "place")
      JOIN "original" ON "original"."sha256" = "given"."original"
    ), "other" AS (
      SELECT "product_photo"."sha256", "latest"."name", NULL::bigint AS "place"
      FROM "product"
      CROSS JOIN LATERAL (
        SELECT "id", "name" FROM "product_version" WHERE "product_id" = "product"."id" ORDER BY "number" DESC LIMIT 1
      ) AS "latest"
      JOIN "product_photo" ON "product_photo"."version_id" = "latest"."id"
      WHERE "product"."store_id" = ${storeId}::uuid AND "product"."id" IS DISTINCT FROM ${productId ?? null}::uuid
      UNION ALL
      SELECT "draft_photo"."sha256", coalesce("product_draft"."cells"->>'name', ''), NULL
      FROM "product_draft" JOIN "draft_photo" ON "draft_photo"."draft_id" = "product_draft"."id"
      WHERE "product_draft"."store_id" = ${storeId}::uuid AND "product_draft"."product_id" IS NULL
        AND "product_draft"."id" IS DISTINCT FROM ${draftId ?? null}::uuid AND "draft_photo"."sha256" IS NOT NULL
      UNION ALL
      SELECT "sha256", '', "place" FROM "own"
    )
    SELECT DISTINCT ON ("own"."place") "own"."sha256", "other"."sha256" AS "like", "other"."name", "distance",
      ("distance" <= ${likenessThresholds.same} OR "answer" = 'same') AS "sure"
    FROM "own"
    JOIN "other" ON "other"."place" IS NULL OR "other"."place" < "own"."place"
    JOIN "original" ON "original"."sha256" = "other"."sha256"
    CROSS JOIN LATERAL (
      SELECT CASE WHEN "own"."sha256" = "other"."sha256" THEN 0
        ELSE bit_count(("own"."hash" # "original"."perceptual_hash")::bit(64))::int END AS "distance"
    ) AS "measured"
    LEFT JOIN "photo_likeness" ON "photo_likeness"."store_id" = ${storeId}::uuid
      AND "photo_likeness"."one" = least("own"."sha256", "other"."sha256")
      AND "photo_likeness"."other" = greatest("own"."sha256", "other"."sha256")
    WHERE "distance" <= ${likenessThresholds.asked} AND ("answer" IS NULL OR "answer" = 'same')
    ORDER BY "own"."place", "distance", "other"."sha256"`;
  return found.map(({ sha256, like, name, sure }) => ({ sha256, like, name, sure: sure === true }));
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const likenessAnswers = ["same", "different", "intended"] as const;
export const answerLikenessInput = z.object({
  storeId: z.uuid(),
  /** Of the merchant. */
  accountId: z.uuid(),
  sha256,
  like: sha256,
  answer: z.enum(likenessAnswers),
});

/** Remembers what the merchant said of two photos; a later answer replaces it. */
export async function answerLikeness(
  database: Database,
  actor: Actor,
  { storeId, accountId, like, answer, ...photo }: z.infer<typeof answerLikenessInput>,
): Promise<void> {
  const [one = "", other = ""] = [photo.sha256, like].sort();
  const said = { answer, answeredById: typist(actor, accountId), answeredAt: new Date() };
  await inTransaction(database, async (transaction) => {
    // What is not there is no photo of anybody's.
    if ((await transaction.original.count({ where: { sha256: { in: [one, other] } } })) < new Set([one, other]).size)
      return;
    await transaction.photoLikeness.upsert({
      where: { storeId_one_other: { storeId, one, other } },
      create: { storeId, one, other, ...said },
      update: said,
    });
    const subject = { kind: "store", id: storeId };
    await recordAudit(transaction, actor, { action: "answer-likeness", subject, details: { one, other, answer } });
  });
}

function typist(actor: Actor, merchantId: string): string {
  return actor.kind === "person" ? actor.accountId : merchantId;
}
