import { type Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind, SubmissionState } from "#app/services/database/generated/enums.ts";
import { findRubric } from "./find-rules.ts";
import { judgementValues, submissionCondition, submissionTables } from "./query-submissions.ts";
import type { SubmissionFilter } from "./submission-filter.ts";

export interface ExportedSubmission {
  place: number | null;
  state: SubmissionState;
  name: string;
  sku: string;
  store: string;
  kind: StoreKind;
  district: string;
  category: string;
  /** Won, as submitted. */
  price: number;
  mean: number | null;
  judgements: number;
  submittedAt: Date;
}

/** Every submission that a filter leaves, in the order in which they came. */
export async function exportSubmissions(
  database: Database,
  seasonId: string,
  filter: SubmissionFilter,
): Promise<ExportedSubmission[]> {
  const rubric = await findRubric(database, seasonId);
  const condition = await submissionCondition(database, seasonId, filter, { rubric });
  const ofSeason = Prisma.sql`judgement."submission_id" IN (SELECT "id" FROM "submission" WHERE "season_id" = ${seasonId}::uuid)`;
  return database.$queryRaw`
    SELECT place."number" AS "place", submission."state"::text AS "state", version."name", product."sku",
           store."name" AS "store", store."kind"::text AS "kind", district."name_ko" AS "district",
           category."name_ko" AS "category", version."price", given."mean", coalesce(given."judgements", 0) AS "judgements",
           submission."submitted_at" AS "submittedAt"
    FROM ${submissionTables}
    JOIN "district" AS district ON district."code" = store."district_code"
    JOIN "category" AS category ON category."key" = version."category_key"
    LEFT JOIN "place" AS place ON place."submission_id" = submission."id"
    LEFT JOIN (
      SELECT "submission_id", avg(value) AS "mean", count(*)::int AS "judgements"
      FROM (${judgementValues(rubric, ofSeason)}) AS one GROUP BY 1
    ) AS given ON given."submission_id" = submission."id"
    WHERE ${condition}
    ORDER BY submission."submitted_at", submission."id"`;
}
