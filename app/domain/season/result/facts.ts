import type { StoreKind } from "../../product/product-facts.ts";
import type { GateKey, Quota, Rubric } from "../rules.ts";
import type { Fraction } from "./fraction.ts";

/** All that a season's list is made of, as recorded; plain data, so that it can be kept and computed again years later. */
export interface SeasonFacts {
  rules: {
    places: number;
    rubric: Rubric;
    quotas: Partial<Record<StoreKind, Quota>>;
    reserveSize: number;
  };
  submissions: SubmissionFacts[];
}

export interface SubmissionFacts {
  id: string;
  kind: StoreKind;
  /** ISO time. */
  submittedAt: string;
  standing: "entered" | "rejected" | "withdrawn";
  /** Gates that are neither met nor waived. */
  unmet: GateKey[];
  waived: GateKey[];
  /** Points. */
  bonus: number;
  /** Given, with a mark for every criterion. */
  judgements: { curatorId: string; marks: Record<string, number> }[];
}

/** Points. */
export interface Score {
  judgements: number;
  /** What the judgements come to; what the floor is held against. */
  mean: Fraction;
  /** Left out of the mean; null: too few judgements, all count. */
  leftOut: { highest: Fraction; lowest: Fraction } | null;
  bonus: number;
  /** What is ranked: mean and bonus. */
  total: Fraction;
}

export type ResultReason =
  /** Among the best of its kind, for which places are kept. */
  | "kept_for_kind"
  | "best_of_all"
  | "places_full"
  | "kind_full"
  | "below_floor"
  | "not_judged"
  | "not_eligible"
  | "rejected"
  | "withdrawn";

/** Why a submission is where it is. */
export interface Explanation {
  submissionId: string;
  kind: StoreKind;
  standing: "in" | "reserve" | "out";
  reason: ResultReason;
  /** Numbered from 1 in the order of rank; null unless it is in. */
  place: number | null;
  reserveRank: number | null;
  score: Score | null;
  /** Among all that passed gates and floor, and among those of its kind. */
  rank: number | null;
  kindRank: number | null;
  /** Neighbours in rank with the very same total, and the first of the tie order that differs; `id` where none does. */
  ties: { with: string; decidedBy: string }[];
  unmet: GateKey[];
  waived: GateKey[];
}

export interface SeasonOutcome {
  /** By number. */
  places: { number: number; submissionId: string }[];
  /** By rank. */
  reserve: { rank: number; submissionId: string }[];
  /** By submission's id. */
  explanations: Explanation[];
}
