import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput } from "../season/decisions.ts";
import { holdVisit } from "./hold-place.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

/** Days within which the other side may object to what was said of a visit. */
export const disputeDays = 7;

export type Side = { creatorId: string } | { storeId: string };

export const tellOutcomeInput = z.object({
  visitId: z.uuid(),
  outcome: z.enum(["visited", "no_show"]),
  reason: z.string().trim().max(500).default(""),
});

/** Either side says that the visit took place, or that the other was not there. Possible from the moment it begins. */
export async function tellOutcome(
  database: Database,
  actor: Actor,
  side: Side,
  input: z.input<typeof tellOutcomeInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const { visitId, outcome, reason } = tellOutcomeInput.parse(input);
  const byCreator = "creatorId" in side;
  return inTransaction(database, async (transaction) => {
    const held = await holdVisit(transaction, { id: visitId, ...side });
    if (!held) return refused("visit.not_found");
    const { visit } = held;
    if (visit.state !== "agreed") return refused("visit.no_outcome_now");
    if (visit.startsAt > now) return refused("visit.not_yet_over");
    await transaction.visit.update({
      where: { id: visitId },
      data: {
        ...{ state: outcome, reason, outcomeAt: now, toldBy: byCreator ? "creator" : "store" },
        absent: outcome === "no_show" ? (byCreator ? "store" : "creator") : null,
      },
    });
    await recordAudit(transaction, actor, {
      action: "tell-outcome",
      subject: { kind: "visit", id: visitId },
      versionBefore: "agreed",
      versionAfter: outcome,
    });
    const told = byCreator ? tellStore : tellCreator;
    await told(transaction, visit, outcome === "visited" ? "visit_said_done" : "visit_said_missed");
    return done(null);
  });
}

export const disputeOutcomeInput = z.object({ visitId: z.uuid(), dispute: reasonInput });

/** The other side says that it was otherwise; the office decides. */
export async function disputeOutcome(
  database: Database,
  actor: Actor,
  side: Side,
  { visitId, dispute }: z.infer<typeof disputeOutcomeInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const by = "creatorId" in side ? "creator" : "store";
  return inTransaction(database, async (transaction) => {
    const held = await holdVisit(transaction, { id: visitId, ...side });
    if (!held) return refused("visit.not_found");
    const { visit } = held;
    const { outcomeAt, decidedAt, toldBy, state } = visit;
    const late = !outcomeAt || now.getTime() > outcomeAt.getTime() + disputeDays * 24 * 60 * 60_000;
    if (decidedAt || late || toldBy === by || (state !== "visited" && state !== "no_show")) {
      return refused("visit.not_disputable", {}, { params: { days: disputeDays } });
    }
    await transaction.visit.update({ where: { id: visitId }, data: { state: "disputed", dispute } });
    await recordAudit(transaction, actor, {
      action: "dispute-outcome",
      subject: { kind: "visit", id: visitId },
      versionBefore: state,
      versionAfter: "disputed",
    });
    return done(null);
  });
}

export const decideDisputeInput = z.object({
  visitId: z.uuid(),
  outcome: z.enum(["visited", "creator_absent", "store_absent"]),
  reason: reasonInput,
});

/** The office hears both and says what it was; nobody can object any more. */
export async function decideDispute(
  database: Database,
  actor: Actor,
  { visitId, outcome, reason }: z.infer<typeof decideDisputeInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const held = await holdVisit(transaction, { id: visitId });
    if (!held) return refused("visit.not_found");
    const { visit } = held;
    if (visit.state !== "disputed") return refused("visit.not_disputed");
    const state = outcome === "visited" ? "visited" : "no_show";
    const absent = outcome === "visited" ? null : outcome === "creator_absent" ? "creator" : "store";
    await transaction.visit.update({
      where: { id: visitId },
      data: { state, absent, reason, toldBy: "office", outcomeAt: now, decidedAt: now },
    });
    await recordAudit(transaction, actor, {
      action: "decide-dispute",
      subject: { kind: "visit", id: visitId },
      versionBefore: "disputed",
      versionAfter: state,
      details: { ...(absent && { absent }) },
    });
    await tellCreator(transaction, visit, "visit_decided");
    await tellStore(transaction, visit, "visit_decided");
    return done(null);
  });
}
