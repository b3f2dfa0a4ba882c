import type { Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind, SubmissionState } from "#app/services/database/generated/enums.ts";
import { pageSize, readPlace, type TimePlace, writePlace } from "../page-place.ts";
import type { EditedPhoto } from "../picture/photo-edits.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { isReady, type MallRules, readinessForMalls } from "../product/readiness.ts";
import { type SubmissionFilter, whereSubmissions } from "./submission-filter.ts";

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
  /** This curator's own mark. */
  mark: number | null;
  meanMark: number | null;
  marks: number;
}

const include = {
  place: { select: { number: true } },
  product: { select: { store: { select: { name: true, kind: true } } } },
  judgements: { where: { mark: { not: null } }, select: { curatorId: true, mark: true } },
} satisfies Prisma.SubmissionInclude;

/** Fifty submissions of a season in the order in which they came; `next` is the place after them. */
export async function listSubmissions(
  database: Database,
  { seasonId, curatorId, filter }: { seasonId: string; curatorId: string; filter: SubmissionFilter },
  malls: readonly MallRules[],
  after: string | null = null,
): Promise<{ rows: SubmissionRow[]; next: string | null }> {
  const place = readPlace(after);
  const found = await database.submission.findMany({
    where: { ...whereSubmissions(seasonId, filter), ...(place ? later(place) : {}) },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    include,
  });
  const page = found.slice(0, pageSize);
  const facts = await loadProductFacts(
    database,
    page.map(({ versionId }) => versionId),
  );
  const rows = page.flatMap((submission): SubmissionRow[] => {
    const product = facts.get(submission.versionId);
    if (!product) return [];
    const { id, state, submittedAt, judgements } = submission;
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
        mark: judgements.find((one) => one.curatorId === curatorId)?.mark ?? null,
        meanMark: meanOf(judgements),
        marks: judgements.length,
      },
    ];
  });
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return { rows, next: last ? writePlace({ at: last.submittedAt, id: last.id }) : null };
}

/** The neighbours of a submission in a curator's queue, whether or not it still belongs to the filter itself. */
export async function findNeighbours(
  database: Database,
  { id, seasonId, submittedAt: at }: { id: string; seasonId: string; submittedAt: Date },
  filter: SubmissionFilter,
): Promise<{ previous: string | null; next: string | null }> {
  const where = whereSubmissions(seasonId, filter);
  const select = { id: true };
  const [previous, next] = await Promise.all([
    database.submission.findFirst({
      where: { ...where, ...earlier({ at, id }) },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      select,
    }),
    database.submission.findFirst({
      where: { ...where, ...later({ at, id }) },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select,
    }),
  ]);
  return { previous: previous?.id ?? null, next: next?.id ?? null };
}

function later({ at, id }: TimePlace): Prisma.SubmissionWhereInput {
  return { OR: [{ submittedAt: { gt: at } }, { submittedAt: at, id: { gt: id } }] };
}

function earlier({ at, id }: TimePlace): Prisma.SubmissionWhereInput {
  return { OR: [{ submittedAt: { lt: at } }, { submittedAt: at, id: { lt: id } }] };
}

/** To one decimal, as it is shown. */
export function meanOf(judgements: readonly { mark: number | null }[]): number | null {
  const marks = judgements.flatMap(({ mark }) => mark ?? []);
  if (marks.length === 0) return null;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return Math.round((sum * 10) / marks.length) / 10;
}

/** The categories that occur in a season, for the filter; by key. */
export async function listSubmittedCategories(database: Database, seasonId: string): Promise<string[]> {
  const found = await database.productVersion.findMany({
    where: { submissions: { some: { seasonId } } },
    distinct: ["categoryKey"],
    orderBy: { categoryKey: "asc" },
    select: { categoryKey: true },
  });
  return found.map(({ categoryKey }) => categoryKey);
}
