import type { Database } from "#app/services/database/database.ts";
import type { HandOverState } from "#app/services/database/generated/enums.ts";
import { type Decision, decisions } from "./decisions.ts";
import { handOverStates } from "./states.ts";

export interface HandOverRow {
  reference: string;
  state: HandOverState;
  edition: number;
  mark: string;
  /** Those before, the last one first. */
  formerEditions: { edition: number; deliveredAt: Date }[];
  reasons: string[];
  pageUrl: string | null;
  deliveredAt: Date;
  decidedAt: Date | null;
  productName: string;
  storeName: string;
  /** What may be recorded next. */
  possible: Decision[];
}

export type HandOverGroup = "open" | "published" | "closed";

/** `open`: somebody has to act. */
export const handOverGroups: Record<HandOverGroup, readonly HandOverState[]> = {
  open: ["received", "reviewed", "withdrawal_asked"],
  published: ["published"],
  closed: ["returned", "withdrawn"],
};

const mostRows = 200;

/** The packages of one group, those that wait longest first, at most 200. */
export async function listHandOvers(database: Database, group: HandOverGroup): Promise<HandOverRow[]> {
  const found = await database.handOver.findMany({
    where: { state: { in: [...handOverGroups[group]] } },
    orderBy: [{ deliveredAt: group === "open" ? "asc" : "desc" }, { reference: "asc" }],
    take: mostRows,
    include: {
      packages: { orderBy: { edition: "desc" }, select: { edition: true, mark: true, deliveredAt: true } },
      listing: { select: { wantedVersion: { select: { name: true } }, product: { select: { store: true } } } },
    },
  });
  return found.map(({ reference, state, edition, packages, reasons, pageUrl, deliveredAt, decidedAt, listing }) => ({
    reference,
    state,
    edition,
    mark: packages[0]?.mark ?? "",
    formerEditions: packages.slice(1).map((former) => ({ edition: former.edition, deliveredAt: former.deliveredAt })),
    reasons,
    pageUrl,
    deliveredAt,
    decidedAt,
    productName: listing.wantedVersion.name,
    storeName: listing.product.store.name,
    possible: decisions.filter((decision) => handOverStates.allows(state, decision)),
  }));
}

export async function countHandOvers(database: Database): Promise<Record<HandOverGroup, number>> {
  const counted = await database.handOver.groupBy({ by: ["state"], _count: true });
  const countOf = (group: HandOverGroup) =>
    counted.filter(({ state }) => handOverGroups[group].includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  return { open: countOf("open"), published: countOf("published"), closed: countOf("closed") };
}
