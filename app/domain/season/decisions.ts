import { z } from "zod";
import type { Transaction } from "#app/services/database/database.ts";
import type { DecisionKind } from "#app/services/database/generated/enums.ts";
import type { Actor } from "../account/actor.ts";
import { gateKeys } from "./rules.ts";

/** Why, in the words of whoever decides; the explanation shows it. */
export const reasonInput = z.string().trim().min(1).max(1000);

const place = z.int().min(1);
const details = {
  rule_change: z.object({ from: z.int(), to: z.int() }),
  waiver: z.object({ gate: z.enum(gateKeys) }),
  waiver_taken_back: z.object({ gate: z.enum(gateKeys) }),
  /** Replaces an earlier bonus of the submission. */
  bonus: z.object({ points: z.int().min(0) }),
  rejection: z.object({}),
  unfinished_freeze: z.object({ openSlots: z.int(), openRequests: z.int() }),
  unfreeze: z.object({}),
  /** The submission goes into the place, or out of it. */
  by_hand: z.object({ to: z.enum(["in", "out"]), place }),
  /** The place it had, if it had one; `recalled`: it left because it was recalled. */
  withdrawal: z.object({ place: place.nullable(), recalled: z.literal(true).optional() }),
  promotion: z.object({ place, rank: z.int().min(1) }),
} satisfies Record<DecisionKind, z.ZodType>;

type Details = { [Kind in DecisionKind]: z.infer<(typeof details)[Kind]> };

/** A decision as it was recorded. */
export type Decision = {
  [Kind in DecisionKind]: {
    id: string;
    kind: Kind;
    submissionId: string | null;
    resultId: string | null;
    reason: string;
    /** Null: the program itself. */
    decidedById: string | null;
    decidedAt: Date;
    details: Details[Kind];
  };
}[DecisionKind];

export type NewDecision = {
  [Kind in DecisionKind]: {
    seasonId: string;
    kind: Kind;
    submissionId?: string;
    resultId?: string;
    reason: string;
    details: Details[Kind];
  };
}[DecisionKind];

/** Writes a decision in the transaction of what it decides; gives its number. */
export async function recordDecision(transaction: Transaction, actor: Actor, decision: NewDecision): Promise<bigint> {
  const { id } = await transaction.seasonDecision.create({
    data: { ...decision, decidedById: actor.kind === "person" ? actor.accountId : null },
  });
  return id;
}

interface StoredDecision {
  id: bigint;
  kind: DecisionKind;
  submissionId: string | null;
  resultId: string | null;
  reason: string;
  decidedById: string | null;
  decidedAt: Date;
  details: unknown;
}

export function readDecision({ id, kind, submissionId, resultId, reason, ...rest }: StoredDecision): Decision {
  const { decidedById, decidedAt } = rest;
  const known = { id: String(id), kind, submissionId, resultId, reason, decidedById, decidedAt };
  return { ...known, details: details[kind].parse(rest.details) } as Decision;
}
