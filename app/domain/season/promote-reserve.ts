import type { Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { StoreKind } from "../product/product-facts.ts";
import type { MallRules } from "../product/readiness.ts";
import { recordDecision } from "./decisions.ts";
import { findRules } from "./find-rules.ts";
import { welcome } from "./publish-season.ts";
import { fittingReserve } from "./result/allocate.ts";

/**
 * The first of the reserve that fits moves up into a place that became free, by itself: at its kind's quota, still entered, not
 * recalled, and before the reserve has run out. Once the list is published it is chosen at once. Null: nobody fits. The season is locked.
 */
export async function promoteReserve(
  transaction: Transaction,
  season: Season,
  place: number,
  malls: readonly MallRules[],
  now = new Date(),
): Promise<{ submissionId: string; rank: number } | null> {
  if (season.state !== "frozen" && season.state !== "published") return null;
  const { rules } = await findRules(transaction, season);
  const { reserveUntil } = rules.dates;
  if (reserveUntil !== null && Date.parse(reserveUntil) < now.getTime()) return null;
  const seasonId = season.id;
  const waiting = await transaction.reserve.findMany({
    where: {
      ...{ seasonId, state: "waiting" },
      submission: {
        state: "submitted",
        product: { recalls: { none: { liftedAt: null } }, store: { state: "approved" } },
      },
    },
    orderBy: { rank: "asc" },
    include: kindInclude,
  });
  const next = fittingReserve(
    waiting.map(({ submissionId, rank, submission }) => ({
      id: submissionId,
      rank,
      kind: submission.product.store.kind,
    })),
    await countKinds(transaction, seasonId),
    rules.quotas,
  );
  if (!next) return null;
  const { id: submissionId, rank } = next;
  const data = { seasonId, number: place, seasonPlaces: season.places, submissionId };
  await transaction.reserve.update({ where: { submissionId }, data: { state: "promoted" } });
  await transaction.place.create({ data });
  const result = await transaction.seasonResult.findFirst({ where: { seasonId }, orderBy: { number: "desc" } });
  await recordDecision(transaction, program, {
    ...{ seasonId, kind: "promotion", submissionId, reason: "", details: { place, rank } },
    ...(result && { resultId: result.id }),
  });
  await recordAudit(transaction, program, {
    action: "promote-reserve",
    subject: { kind: "submission", id: submissionId },
    details: { place, rank },
  });
  if (season.state === "published") await welcome(transaction, program, { submissionId, place }, malls);
  return { submissionId, rank };
}

const kindInclude = {
  submission: { select: { product: { select: { store: { select: { kind: true } } } } } },
} as const;

/** How many places each kind has. */
export async function countKinds(transaction: Transaction, seasonId: string): Promise<Map<StoreKind, number>> {
  const taken = await transaction.place.findMany({ where: { seasonId }, include: kindInclude });
  const counts = new Map<StoreKind, number>();
  for (const { submission } of taken) {
    const { kind } = submission.product.store;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
