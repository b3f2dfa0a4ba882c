import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { beside } from "../listing/listing-job.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { lockSeason } from "./lock-season.ts";
import { promoteReserve } from "./promote-reserve.ts";
import { redrawSeasonCards } from "./season-card.ts";
import { submissionStates } from "./states.ts";

export const withdrawSubmissionInput = z.object({ submissionId: z.uuid(), reason: reasonInput });

export interface Withdrawal {
  /** The place that it had. */
  place: number | null;
  /** Who moved up into it. */
  promoted: string | null;
}

/**
 * A product leaves the season, by its merchant's wish or the office's: its listings come down, its place is free, and the first of the
 * reserve that fits moves up.
 */
export async function withdrawSubmission(
  database: Database,
  actor: Actor,
  { submissionId, reason }: z.infer<typeof withdrawSubmissionInput>,
  malls: readonly MallRules[],
  now = new Date(),
): Promise<Outcome<Withdrawal>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    const found = await transaction.submission.findUnique({
      where: { id: submissionId },
      include: { product: { include: { store: { include: { members: true } } } }, version: { select: { name: true } } },
    });
    if (!found) return refused("submission.not_found");
    if (!mayWithdraw(actor, found.product.store.members)) return refused("account.not_allowed");
    const season = await lockSeason(transaction, found.seasonId);
    if (!season || season.state === "closed") return refused("season.not_open");
    const left = await leaveSeason(transaction, actor, season, { submissionId, reason }, malls, now);
    if (!left) return refused("submission.not_withdrawable");
    if (actor.kind !== "person" || actor.role !== "merchant") {
      const { storeId, id } = found.product;
      await notifyStore(transaction, storeId, {
        template: "taken_out",
        params: { product: found.version.name, answer: reason, page: `/merchant/products/${id}` },
        event: submissionId,
      });
    }
    return done(left);
  });
}

function mayWithdraw(actor: Actor, members: readonly { accountId: string }[]): boolean {
  if (actor.kind === "program" || actor.role === "office") return true;
  return actor.role === "merchant" && members.some(({ accountId }) => accountId === actor.accountId);
}

/** Null: it has left already, or was not chosen. The season is locked. */
export async function leaveSeason(
  transaction: Transaction,
  actor: Actor,
  season: Season,
  { submissionId, reason, recalled }: { submissionId: string; reason: string; recalled?: true },
  malls: readonly MallRules[],
  now = new Date(),
): Promise<Withdrawal | null> {
  const seasonId = season.id;
  const before = await transaction.submission.findUnique({ where: { id: submissionId }, include: { place: true } });
  if (!before || !submissionStates.allows(before.state, "withdrawn")) return null;
  const place = before.place?.number ?? null;
  await transaction.submission.update({
    where: { id: submissionId },
    data: { state: "withdrawn", decidedAt: now },
  });
  await transaction.place.deleteMany({ where: { submissionId } });
  await transaction.reserve.updateMany({ where: { submissionId, state: "waiting" }, data: { state: "left" } });
  await transaction.changeRequest.updateMany({
    where: { submissionId, state: "open" },
    data: { state: "taken_back", closedAt: now },
  });
  if (before.state === "selected") {
    await takeDown(transaction, before.productId, now);
    await redrawSeasonCards(transaction, { id: seasonId });
  }
  const result = await transaction.seasonResult.findFirst({ where: { seasonId }, orderBy: { number: "desc" } });
  await recordDecision(transaction, actor, {
    ...{ seasonId, kind: "withdrawal", submissionId, reason, details: { place, ...(recalled && { recalled }) } },
    ...(result && season.state !== "judging" && { resultId: result.id }),
  });
  await recordAudit(transaction, actor, {
    action: "withdraw-submission",
    subject: { kind: "submission", id: submissionId },
    details: { from: before.state, ...(place !== null && { place }) },
  });
  const promoted = place === null ? null : await promoteReserve(transaction, season, place, malls, now);
  return { place, promoted: promoted?.submissionId ?? null };
}

/** Wants every listing of a product gone from the programme's malls; workers take them down. A shop of its own keeps it. */
export async function takeDown(transaction: Transaction, productId: string, now: Date): Promise<void> {
  const wanted = await transaction.listing.updateManyAndReturn({
    where: { productId, channel: { storeId: null }, OR: [{ wanted: "live" }, { paused: true }] },
    data: { wanted: "withdrawn", paused: false, wantedAt: now },
    select: { id: true, channelKey: true },
  });
  await addJobs(
    transaction,
    "withdraw-listing",
    wanted.map((listing) => ({ payload: { listingId: listing.id }, ...beside(listing) })),
  );
}
