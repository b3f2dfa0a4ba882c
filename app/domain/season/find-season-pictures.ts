import { type Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind } from "#app/services/database/generated/enums.ts";
import { ofProgramme } from "../channel/of-programme.ts";
import { storeKinds } from "../product/product-facts.ts";
import { districts } from "../store/districts.ts";
import { type CuratorMarks, leansApart } from "./curator-spread.ts";
import type { FunnelStep } from "./funnel.ts";
import { judgementValues } from "./query-submissions.ts";
import { type Rubric, readRules } from "./rules.ts";
import { timesOfAge, type WaitingAge, waitingAges } from "./waiting-age.ts";

/** What the office looks at while a season runs, in numbers. */
export interface SeasonPictures {
  /** `eligible` is null in a season without gates. `judged`: has all the judgements it is to get. */
  funnel: Record<Exclude<FunnelStep, "eligible">, number> & { eligible: number | null };
  /** Places taken, and products submitted. */
  kinds: { kind: StoreKind; places: number; submitted: number }[];
  districts: { code: string; nameKo: string; nameEn: string; places: number; submitted: number }[];
  curators: (CuratorMarks & { name: string; apart: "higher" | "lower" | null })[];
  /** Ends of the scale (marks, or with a rubric points) and the mean of all of them. */
  marks: { from: number; to: number; mean: number | null };
  /** Products that still wait, by how long. */
  ages: { age: WaitingAge; count: number }[];
}

export async function findSeasonPictures(
  database: Database,
  seasonId: string,
  now = new Date(),
): Promise<SeasonPictures> {
  const stored = await database.seasonRules.findFirst({ where: { seasonId }, orderBy: { version: "desc" } });
  const rules = stored && readRules(stored.rules);
  const rubric = rules?.rubric ?? null;
  const [funnel, places, curators, ages] = await Promise.all([
    countFunnel(database, seasonId, rubric),
    countPlaces(database, seasonId),
    measureCurators(database, seasonId, rubric),
    countAges(database, seasonId, rubric, now),
  ]);
  const sum = (rows: typeof places, key: "places" | "submitted") => rows.reduce((total, row) => total + row[key], 0);
  const counted = (rows: typeof places) => ({ places: sum(rows, "places"), submitted: sum(rows, "submitted") });
  const judgements = curators.reduce((total, one) => total + one.judgements, 0);
  const scale = scaleOf(rubric);
  return {
    funnel: { ...funnel, eligible: rules && rules.gates.length > 0 ? funnel.eligible : null },
    kinds: storeKinds.map((kind) => ({ kind, ...counted(places.filter((row) => row.kind === kind)) })),
    districts: districts.map((one) => ({ ...one, ...counted(places.filter((row) => row.districtCode === one.code)) })),
    curators: curators.map((one) => ({ ...one, apart: leansApart(one, scale.to - scale.from) })),
    marks: {
      ...scale,
      mean: judgements ? curators.reduce((total, one) => total + one.mean * one.judgements, 0) / judgements : null,
    },
    ages,
  };
}

function scaleOf(rubric: Rubric | null): { from: number; to: number } {
  if (!rubric) return { from: 1, to: 5 };
  const to = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return { from: to / rubric.scale, to };
}

async function countFunnel(
  database: Database,
  seasonId: string,
  rubric: Rubric | null,
): Promise<Record<FunnelStep, number>> {
  const [row] = await database.$queryRaw<Record<FunnelStep, number>[]>`
    SELECT count(*)::int AS "submitted",
           count(*) FILTER (WHERE eligibility."eligible")::int AS "eligible",
           count(*) FILTER (WHERE ${isJudged(rubric)})::int AS "judged",
           count(place."number")::int AS "selected",
           count(place."number") FILTER (WHERE EXISTS (
             SELECT FROM "listing" WHERE "product_id" = submission."product_id" AND "state" = 'live' AND ${ofProgramme}))::int AS "live"
    FROM "submission" AS submission
    LEFT JOIN "eligibility" AS eligibility ON eligibility."submission_id" = submission."id"
    LEFT JOIN "place" AS place ON place."submission_id" = submission."id"
    WHERE submission."season_id" = ${seasonId}::uuid`;
  return row ?? { submitted: 0, eligible: 0, judged: 0, selected: 0, live: 0 };
}

/** Of `submission`: as many judgements are given as it is to get; without a rubric one mark will do. */
function isJudged(rubric: Rubric | null): Prisma.Sql {
  const counts = rubric ? Prisma.sql`"state" = 'given'` : Prisma.sql`"mark" IS NOT NULL`;
  return Prisma.sql`(SELECT count(*) FROM "judgement" WHERE "submission_id" = submission."id" AND ${counts})
    >= ${rubric?.judgements ?? 1}`;
}

async function countPlaces(
  database: Database,
  seasonId: string,
): Promise<{ kind: StoreKind; districtCode: string; places: number; submitted: number }[]> {
  return database.$queryRaw`
    SELECT store."kind"::text AS "kind", store."district_code" AS "districtCode",
           count(place."number")::int AS "places", count(*)::int AS "submitted"
    FROM "submission" AS submission
    JOIN "product" AS product ON product."id" = submission."product_id"
    JOIN "store" AS store ON store."id" = product."store_id"
    LEFT JOIN "place" AS place ON place."submission_id" = submission."id"
    WHERE submission."season_id" = ${seasonId}::uuid
    GROUP BY 1, 2`;
}

async function measureCurators(
  database: Database,
  seasonId: string,
  rubric: Rubric | null,
): Promise<(CuratorMarks & { name: string })[]> {
  const ofSeason = Prisma.sql`judgement."submission_id" IN (SELECT "id" FROM "submission" WHERE "season_id" = ${seasonId}::uuid)`;
  return database.$queryRaw`
    WITH given AS (${judgementValues(rubric, ofSeason)}),
    beside AS (
      SELECT given.*, sum(value) OVER of_product AS total, count(*) OVER of_product AS judges
      FROM given WINDOW of_product AS (PARTITION BY "submission_id")
    ), measured AS (
      SELECT *, CASE WHEN judges > 1 THEN value - (total - value) / (judges - 1) END AS lean FROM beside
    )
    SELECT measured."curator_id" AS "curatorId", account."name", count(*)::int AS "judgements",
           avg(value) AS "mean", min(value) AS "lowest", max(value) AS "highest",
           percentile_cont(0.25) WITHIN GROUP (ORDER BY value) AS "lowerQuarter",
           percentile_cont(0.75) WITHIN GROUP (ORDER BY value) AS "upperQuarter",
           count(lean)::int AS "shared", avg(lean) AS "lean", stddev_samp(lean) AS "leanDeviation"
    FROM measured JOIN "account" AS account ON account."id" = measured."curator_id"
    GROUP BY 1, 2 ORDER BY "mean" DESC, 1`;
}

async function countAges(
  database: Database,
  seasonId: string,
  rubric: Rubric | null,
  now: Date,
): Promise<SeasonPictures["ages"]> {
  const borders = waitingAges.map(({ key }) => ({ key, until: timesOfAge(key, now).until }));
  // Without a rubric a product waits until somebody decides, with one until it is judged.
  const waits = rubric ? Prisma.sql`NOT (${isJudged(rubric)})` : Prisma.sql`true`;
  const counted = await database.$queryRaw<{ key: WaitingAge; count: number }[]>`
    SELECT (SELECT age."key" FROM jsonb_to_recordset(${JSON.stringify(borders)}::jsonb) AS age ("key" text, "until" timestamptz)
            WHERE submission."submitted_at" <= age."until" ORDER BY age."until" LIMIT 1) AS "key",
           count(*)::int AS "count"
    FROM "submission" AS submission
    WHERE submission."season_id" = ${seasonId}::uuid AND submission."state" = 'submitted' AND ${waits}
    GROUP BY 1`;
  return waitingAges.map(({ key }) => ({ age: key, count: counted.find((one) => one.key === key)?.count ?? 0 }));
}
