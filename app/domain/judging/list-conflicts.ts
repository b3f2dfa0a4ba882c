import type { Database } from "#app/services/database/database.ts";
import type { ChallengeState, ConflictKind } from "#app/services/database/generated/enums.ts";

export interface ListedConflict {
  id: string;
  kind: ConflictKind;
  declaredAt: Date;
  curator: { id: string; name: string };
  store: { id: string; name: string };
}

const select = { id: true, name: true } as const;

/** Conflicts that stand in a season: everybody's, or one curator's. */
export async function listConflicts(
  database: Database,
  { seasonId, curatorId }: { seasonId: string; curatorId?: string },
): Promise<ListedConflict[]> {
  return database.conflictOfInterest.findMany({
    where: { seasonId, endedAt: null, ...(curatorId && { curatorId }) },
    orderBy: { declaredAt: "asc" },
    select: { id: true, kind: true, declaredAt: true, curator: { select }, store: { select } },
  });
}

export interface ListedChallenge {
  id: string;
  state: ChallengeState;
  reason: string;
  answer: string;
  challengedAt: Date;
  curator: { id: string; name: string };
  store: { id: string; name: string };
}

/** Challenges of a season, those without an answer first: everybody's, or one store's. */
export async function listChallenges(
  database: Database,
  { seasonId, storeId }: { seasonId: string; storeId?: string },
): Promise<ListedChallenge[]> {
  return database.curatorChallenge.findMany({
    where: { seasonId, ...(storeId && { storeId }) },
    orderBy: [{ state: "asc" }, { challengedAt: "asc" }],
    select: {
      ...{ id: true, state: true, reason: true, answer: true, challengedAt: true },
      ...{ curator: { select }, store: { select } },
    },
  });
}

/** Who judges: what a merchant sees before challenging anybody, and what each has to do. */
export async function listPanel(
  database: Database,
  seasonId: string,
): Promise<{ id: string; name: string; dealt: number; given: number }[]> {
  const [curators, dealt, given] = await Promise.all([
    database.account.findMany({ where: { role: "curator", state: "active" }, orderBy: { name: "asc" }, select }),
    database.judgingSlot.groupBy({ by: ["curatorId"], where: { seasonId }, _count: true }),
    database.judgingSlot.groupBy({ by: ["curatorId"], where: { seasonId, givenAt: { not: null } }, _count: true }),
  ]);
  const countOf = (groups: typeof dealt, id: string) => groups.find((one) => one.curatorId === id)?._count ?? 0;
  return curators.map(({ id, name }) => ({ id, name, dealt: countOf(dealt, id), given: countOf(given, id) }));
}
