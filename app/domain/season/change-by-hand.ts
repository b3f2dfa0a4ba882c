import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { StoreKind } from "../product/product-facts.ts";
import type { MallRules } from "../product/readiness.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { findRules } from "./find-rules.ts";
import { lockSeason } from "./lock-season.ts";
import { lowestFreePlace } from "./lowest-free-place.ts";
import { countKinds, promoteReserve } from "./promote-reserve.ts";
import { isFull } from "./result/allocate.ts";
import type { Rules } from "./rules.ts";

export const changeByHandInput = z.object({
  seasonId: z.uuid(),
  /** The submission that loses its place. */
  out: z.uuid().nullable(),
  /** The one that gets it; without `out`, a free one. */
  in: z.uuid().nullable(),
  reason: reasonInput,
});

/**
 * The office changes a frozen list otherwise than the marks propose, within its quotas; the reason stands in the explanation of both.
 * Without somebody to go in, the first of the reserve that fits moves up.
 */
export async function changeByHand(
  database: Database,
  actor: Actor,
  { seasonId, out, in: into, reason }: z.infer<typeof changeByHandInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ place: number; promoted: string | null }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  if (out === null && into === null) return refused("by_hand.nothing", { field: "in" });
  return inTransaction(database, async (transaction) => {
    const season = await lockSeason(transaction, seasonId);
    if (season?.state !== "frozen") return refused("season.not_open");
    const result = await transaction.seasonResult.findFirst({ where: { seasonId }, orderBy: { number: "desc" } });
    if (!result) return refused("season.no_rubric");
    const { rules } = await findRules(transaction, season);
    const leaving =
      out === null ? null : await transaction.place.findUnique({ where: { submissionId: out, seasonId } });
    if (out !== null && !leaving) return refused("by_hand.not_placed", { field: "out" });
    const entering = into === null ? null : await findFit(transaction, seasonId, into);
    if (into !== null && !entering) return refused("by_hand.not_fit", { field: "in" });
    const place = leaving?.number ?? (await lowestFreePlace(transaction, seasonId, season.places));
    if (place === null) return refused("season.full", { field: "out" }, { params: { places: season.places } });
    const leavingKind = out === null ? null : await kindOf(transaction, out);
    if (!keepsQuotas(await countKinds(transaction, seasonId), rules, leavingKind, entering?.kind ?? null)) {
      return refused("by_hand.quota", { field: "in" });
    }

    const resultId = result.id;
    if (out !== null) {
      await transaction.place.delete({ where: { submissionId: out } });
      const details = { to: "out" as const, place };
      await recordDecision(transaction, actor, {
        ...{ seasonId, kind: "by_hand", submissionId: out, resultId, reason, details },
      });
    }
    if (into !== null) {
      await transaction.reserve.updateMany({ where: { submissionId: into }, data: { state: "promoted" } });
      const data = { seasonId, number: place, seasonPlaces: season.places, submissionId: into };
      await transaction.place.create({ data });
      const details = { to: "in" as const, place };
      await recordDecision(transaction, actor, {
        ...{ seasonId, kind: "by_hand", submissionId: into, resultId, reason, details },
      });
    }
    await recordAudit(transaction, actor, {
      action: "change-by-hand",
      subject: { kind: "season", id: seasonId },
      details: { place, ...(out !== null && { out }), ...(into !== null && { in: into }) },
    });
    const promoted = into === null ? await promoteReserve(transaction, season, place, malls) : null;
    return done({ place, promoted: promoted?.submissionId ?? null });
  });
}

/** A submission that may get a place: entered, eligible, not recalled, and without one. */
async function findFit(transaction: Transaction, seasonId: string, id: string): Promise<{ kind: StoreKind } | null> {
  const found = await transaction.submission.findFirst({
    where: {
      ...{ id, seasonId, state: "submitted", place: null, eligibility: { eligible: true } },
      product: { recalls: { none: { liftedAt: null } } },
    },
    include: { product: { include: { store: { select: { kind: true } } } } },
  });
  return found ? { kind: found.product.store.kind } : null;
}

async function kindOf(transaction: Transaction, submissionId: string): Promise<StoreKind> {
  const { product } = await transaction.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { product: { include: { store: { select: { kind: true } } } } },
  });
  return product.store.kind;
}

/** A kind that has no more than its minimum gives no place to another kind; with nobody named, the reserve looks after that itself. */
function keepsQuotas(
  taken: ReadonlyMap<StoreKind, number>,
  { quotas }: Pick<Rules, "quotas">,
  leaving: StoreKind | null,
  entering: StoreKind | null,
): boolean {
  if (entering === null || entering === leaving) return true;
  if (isFull(entering, taken.get(entering) ?? 0, quotas)) return false;
  return leaving === null || (taken.get(leaving) ?? 0) > (quotas[leaving]?.min ?? 0);
}
