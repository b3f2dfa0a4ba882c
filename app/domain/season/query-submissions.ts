import { type Database, Prisma } from "#app/services/database/database.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { Rubric } from "./rules.ts";
import type { SubmissionFilter } from "./submission-filter.ts";
import { timesOfAge } from "./waiting-age.ts";

/** More hits than anybody looks through. */
const mostHits = 2_000;

/** Tables of a submission, under the names that conditions use. */
export const submissionTables = Prisma.sql`
  "submission" AS submission
  JOIN "product" AS product ON product."id" = submission."product_id"
  JOIN "store" AS store ON store."id" = product."store_id"
  JOIN "product_version" AS version ON version."id" = submission."version_id"`;

/** What of the submission's tables the filter lets through; the words are looked up first. */
export async function submissionCondition(
  database: Database,
  seasonId: string,
  filter: SubmissionFilter,
  { rubric, now = new Date() }: { rubric: Rubric | null; now?: Date },
): Promise<Prisma.Sql> {
  const { state, storeKind, categoryKey, district, age, lowestMean, highestMean, words } = filter;
  const conditions = [Prisma.sql`submission."season_id" = ${seasonId}::uuid`];
  if (state) conditions.push(Prisma.sql`submission."state" = ${state}::submission_state`);
  if (storeKind) conditions.push(Prisma.sql`store."kind" = ${storeKind}::store_kind`);
  if (categoryKey) conditions.push(Prisma.sql`version."category_key" = ${categoryKey}`);
  if (district) conditions.push(Prisma.sql`store."district_code" = ${district}`);
  if (age) {
    const { after, until } = timesOfAge(age, now);
    conditions.push(Prisma.sql`submission."submitted_at" <= ${until}`);
    if (after) conditions.push(Prisma.sql`submission."submitted_at" > ${after}`);
  }
  const mean = meanOfSubmission(rubric);
  if (lowestMean !== null) conditions.push(Prisma.sql`${mean} >= ${lowestMean}`);
  if (highestMean !== null) conditions.push(Prisma.sql`${mean} <= ${highestMean}`);
  if (words) {
    const { hits } = await openPostgresIndex(database).find({
      kind: "submission",
      text: words,
      filter: { seasonId },
      limit: mostHits,
    });
    conditions.push(Prisma.sql`submission."id" = ANY(${hits.map(({ id }) => id)}::uuid[])`);
  }
  return Prisma.join(conditions, " AND ");
}

/** Of `submission`: mean of the marks, or with a rubric of the points, of given judgements; null without any. */
export function meanOfSubmission(rubric: Rubric | null): Prisma.Sql {
  return Prisma.sql`(SELECT avg(value) FROM (${judgementValues(rubric, Prisma.sql`judgement."submission_id" = submission."id"`)}) AS given)`;
}

/**
 * What each judgement comes to, as `submission_id`, `curator_id` and `value`: its mark, or with a rubric its points, as
 * app/domain/season/result/score.ts counts them. Judgements that are not given count for nothing.
 */
export function judgementValues(rubric: Rubric | null, where: Prisma.Sql): Prisma.Sql {
  if (!rubric) {
    return Prisma.sql`
      SELECT judgement."submission_id", judgement."curator_id", judgement."mark"::float8 AS value
      FROM "judgement" AS judgement WHERE judgement."mark" IS NOT NULL AND ${where}`;
  }
  const weights = JSON.stringify(rubric.criteria.map(({ key, weight }) => ({ key, weight })));
  return Prisma.sql`
    SELECT judgement."submission_id", judgement."curator_id",
           sum(mark."mark" * weight."weight")::float8 / ${rubric.scale} AS value
    FROM "judgement" AS judgement
    JOIN "judgement_mark" AS mark ON mark."judgement_id" = judgement."id"
    JOIN jsonb_to_recordset(${weights}::jsonb) AS weight ("key" text, "weight" int) ON weight."key" = mark."criterion"
    WHERE judgement."state" = 'given' AND ${where}
    GROUP BY judgement."id"`;
}
