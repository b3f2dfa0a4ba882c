import { type Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind, SubmissionState } from "#app/services/database/generated/enums.ts";
import { pageSize, readPlace, type TimePlace, writePlace } from "../page-place.ts";
import type { EditedPhoto } from "../picture/photo-edits.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { isReady, type MallRules, readinessForMalls } from "../product/readiness.ts";
import { findRubric } from "./find-rules.ts";
import { judgementValues, submissionCondition, submissionTables } from "./query-submissions.ts";
import type { Rubric } from "./rules.ts";
import type { SubmissionFilter } from "./submission-filter.ts";

export interface SubmissionRow {
  id: string;
  state: SubmissionState;
  submittedAt: Date;
  /** The numbered place it has. */
  place: number | null;
  name: string;
  categoryKey: string;
  /** Won, with a lower price that was given later. */
  price: number;
  /** SHA-256 of the main photo's original. */
  photo: EditedPhoto | null;
  store: { name: string; kind: StoreKind };
  /** Malls that would take it as it is, of those that take its category. */
  readyMalls: number;
  malls: number;
  /** What this curator's own judgement comes to: a mark, or with a rubric points; the mean likewise. */
  mark: number | null;
  meanMark: number | null;
  marks: number;
}

const include = {
  place: { select: { number: true } },
  product: { select: { store: { select: { name: true, kind: true } } } },
} satisfies Prisma.SubmissionInclude;

/** Fifty submissions of a season in the order in which they came; `next` is the place after them. */
export async function listSubmissions(
  database: Database,
  { seasonId, curatorId, filter }: { seasonId: string; curatorId: string; filter: SubmissionFilter },
  malls: readonly MallRules[],
  after: string | null = null,
): Promise<{ rows: SubmissionRow[]; next: string | null }> {
  const place = readPlace(after);
  const rubric = await findRubric(database, seasonId);
  const condition = await submissionCondition(database, seasonId, filter, { rubric });
  const ids = await findIds(database, condition, place && later(place), { take: pageSize + 1 });
  const found = await database.submission.findMany({
    where: { id: { in: ids.slice(0, pageSize) } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    include,
  });
  const values = await valuesOf(database, rubric, found);
  const facts = await loadProductFacts(
    database,
    found.map(({ versionId }) => versionId),
  );
  const rows = found.flatMap((submission): SubmissionRow[] => {
    const product = facts.get(submission.versionId);
    if (!product) return [];
    const { id, state, submittedAt } = submission;
    const given = values.filter(({ submissionId }) => submissionId === id);
    const offered = readinessForMalls(product, malls).filter(({ verdict }) => verdict !== "not_offered");
    return [
      {
        id,
        state,
        submittedAt,
        place: submission.place?.number ?? null,
        name: product.name,
        categoryKey: product.categoryKey,
        price: product.price,
        photo: product.photos[0] ?? null,
        store: submission.product.store,
        readyMalls: offered.filter(isReady).length,
        malls: offered.length,
        mark: given.find((one) => one.curatorId === curatorId)?.mark ?? null,
        meanMark: meanOf(given),
        marks: given.length,
      },
    ];
  });
  const last = ids.length > pageSize ? found.at(-1) : undefined;
  return { rows, next: last ? writePlace({ at: last.submittedAt, id: last.id }) : null };
}

/** Everything that a filter finds, in the order in which it came. */
export async function listSubmissionIds(
  database: Database,
  seasonId: string,
  filter: SubmissionFilter,
): Promise<string[]> {
  const rubric = await findRubric(database, seasonId);
  return findIds(database, await submissionCondition(database, seasonId, filter, { rubric }), null, { take: null });
}

/** The neighbours of a submission in a curator's queue, whether or not it still belongs to the filter itself. */
export async function findNeighbours(
  database: Database,
  { id, seasonId, submittedAt: at }: { id: string; seasonId: string; submittedAt: Date },
  filter: SubmissionFilter,
): Promise<{ previous: string | null; next: string | null }> {
  const rubric = await findRubric(database, seasonId);
  const condition = await submissionCondition(database, seasonId, filter, { rubric });
  const [[previous], [next]] = await Promise.all([
    findIds(database, condition, earlier({ at, id }), { take: 1, backwards: true }),
    findIds(database, condition, later({ at, id }), { take: 1 }),
  ]);
  return { previous: previous ?? null, next: next ?? null };
}

/** Of the submissions that meet the condition the first beyond a place, in the order in which they came. */
async function findIds(
  database: Database,
  condition: Prisma.Sql,
  beyond: Prisma.Sql | null,
  { take, backwards = false }: { take: number | null; backwards?: boolean },
): Promise<string[]> {
  const way = backwards ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT submission."id" FROM ${submissionTables} WHERE ${condition} AND ${beyond ?? Prisma.sql`true`}
    ORDER BY submission."submitted_at" ${way}, submission."id" ${way} LIMIT ${take}`;
  return found.map(({ id }) => id);
}

async function valuesOf(
  database: Database,
  rubric: Rubric | null,
  submissions: readonly { id: string }[],
): Promise<{ submissionId: string; curatorId: string; mark: number }[]> {
  const ids = submissions.map(({ id }) => id);
  return database.$queryRaw`
    SELECT "submission_id" AS "submissionId", "curator_id" AS "curatorId", value AS "mark"
    FROM (${judgementValues(rubric, Prisma.sql`judgement."submission_id" = ANY(${ids}::uuid[])`)}) AS given`;
}

function later({ at, id }: TimePlace): Prisma.Sql {
  return Prisma.sql`(submission."submitted_at", submission."id") > (${at}, ${id}::uuid)`;
}

function earlier({ at, id }: TimePlace): Prisma.Sql {
  return Prisma.sql`(submission."submitted_at", submission."id") < (${at}, ${id}::uuid)`;
}

/** To one decimal, as it is shown. */
export function meanOf(judgements: readonly { mark: number | null }[]): number | null {
  const marks = judgements.flatMap(({ mark }) => mark ?? []);
  if (marks.length === 0) return null;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return Math.round((sum * 10) / marks.length) / 10;
}
