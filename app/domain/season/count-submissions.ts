import { type Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind } from "#app/services/database/generated/enums.ts";
import { findRubric } from "./find-rules.ts";
import { submissionCondition, submissionTables } from "./query-submissions.ts";
import type { SubmissionFilter } from "./submission-filter.ts";
import { timesOfAge, type WaitingAge, waitingAges } from "./waiting-age.ts";

/** How many submissions each choice of a filter's questions would leave, the other questions as they are. */
export interface SubmissionCounts {
  total: number;
  kinds: Partial<Record<StoreKind, number>>;
  districts: Record<string, number>;
  categories: Record<string, number>;
  ages: Partial<Record<WaitingAge, number>>;
}

export async function countSubmissions(
  database: Database,
  seasonId: string,
  filter: SubmissionFilter,
  now = new Date(),
): Promise<SubmissionCounts> {
  const rubric = await findRubric(database, seasonId);
  const borders = JSON.stringify(waitingAges.map(({ key }) => ({ key, until: timesOfAge(key, now).until })));
  const age = Prisma.sql`(SELECT age."key" FROM jsonb_to_recordset(${borders}::jsonb) AS age ("key" text, "until" timestamptz)
    WHERE submission."submitted_at" <= age."until" ORDER BY age."until" LIMIT 1)`;
  async function by(answer: Prisma.Sql, open: Partial<SubmissionFilter>): Promise<Record<string, number>> {
    const condition = await submissionCondition(database, seasonId, { ...filter, ...open }, { rubric, now });
    const counted = await database.$queryRaw<{ answer: string | null; count: number }[]>`
      SELECT ${answer} AS "answer", count(*)::int AS "count" FROM ${submissionTables} WHERE ${condition} GROUP BY 1`;
    return Object.fromEntries(counted.flatMap((one) => (one.answer === null ? [] : [[one.answer, one.count]])));
  }
  const [total, kinds, inDistricts, inCategories, ages] = await Promise.all([
    by(Prisma.sql`'total'`, {}),
    by(Prisma.sql`store."kind"::text`, { storeKind: null }),
    by(Prisma.sql`store."district_code"`, { district: null }),
    by(Prisma.sql`version."category_key"`, { categoryKey: null }),
    by(age, { age: null }),
  ]);
  return { total: total.total ?? 0, kinds, districts: inDistricts, categories: inCategories, ages };
}
