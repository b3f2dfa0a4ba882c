import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAuditLines } from "../audit/record.ts";
import { planListings } from "../listing/plan-listings.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import type { MallRules } from "../product/readiness.ts";
import { redrawSeasonCards } from "./season-card.ts";

/**
 * The verdicts are given: what has a place is chosen and goes to the malls, what is on reserve hears so, the rest was not chosen. Each
 * merchant hears of each product once, for it is told with the one step out of `submitted`. The season is locked.
 */
export async function giveVerdicts(
  transaction: Transaction,
  actor: Actor,
  seasonId: string,
  malls: readonly MallRules[],
): Promise<{ chosen: number; notChosen: number }> {
  const places = await transaction.place.findMany({ where: { seasonId }, orderBy: { number: "asc" } });
  for (const { submissionId, number } of places)
    await welcome(transaction, actor, { submissionId, place: number }, malls);
  const onReserve = await transaction.reserve.findMany({
    where: { seasonId, state: "waiting" },
    orderBy: { rank: "asc" },
    include: { submission: { include: verdictInclude } },
  });
  for (const { rank, submission } of onReserve) {
    await tell(transaction, submission, "on_reserve", { rank });
  }
  const others = await transaction.submission.findMany({
    where: { seasonId, state: "submitted", place: null, reserve: null },
    include: verdictInclude,
    orderBy: { id: "asc" },
  });
  await transaction.submission.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { state: "rejected", decidedAt: new Date() },
  });
  for (const submission of others) await tell(transaction, submission, "not_chosen");
  await recordAuditLines(
    transaction,
    actor,
    others.map(({ id }) => ({ action: "not-choose-submission", subject: { kind: "submission", id }, seasonId })),
  );
  await redrawSeasonCards(transaction, { id: seasonId });
  return { chosen: places.length, notChosen: others.length };
}

/** A submission with a place is chosen: its pinned version goes to the malls, and its merchant hears of it. */
export async function welcome(
  transaction: Transaction,
  actor: Actor,
  { submissionId, place }: { submissionId: string; place: number },
  malls: readonly MallRules[],
): Promise<void> {
  const [chosen] = await transaction.submission.updateManyAndReturn({
    where: { id: submissionId, state: "submitted" },
    data: { state: "selected", decidedAt: new Date() },
  });
  if (!chosen) return;
  const submission = await transaction.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: verdictInclude,
  });
  const { productId, versionId } = submission;
  await recordAuditLines(transaction, actor, [
    {
      action: "select-submission",
      subject: { kind: "submission", id: submissionId },
      versionAfter: versionId,
      details: { place },
    },
  ]);
  await planListings(transaction, actor, { productId, versionId }, malls);
  await tell(transaction, submission, "selected");
}

const verdictInclude = {
  version: { select: { name: true } },
  product: { select: { storeId: true } },
} as const;

interface Verdict {
  id: string;
  seasonId: string;
  productId: string;
  version: { name: string };
  product: { storeId: string };
}

async function tell(
  transaction: Transaction,
  { id, seasonId, productId, version, product }: Verdict,
  template: "selected" | "on_reserve" | "not_chosen",
  more: Record<string, number> = {},
): Promise<void> {
  const params = { product: version.name, page: `/merchant/products/${productId}`, ...more };
  // A rank is one product's, so such messages are not joined.
  const bundle = template === "on_reserve" ? {} : { bundle: seasonId };
  await notifyStore(transaction, product.storeId, { template, params, event: id, ...bundle });
}
