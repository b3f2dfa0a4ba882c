import type { StoreKind } from "../../product/product-facts.ts";
import { bySubmission, type Rubric } from "../rules.ts";
import { allocate } from "./allocate.ts";
import type { Explanation, ResultReason, Score, SeasonFacts, SeasonOutcome, SubmissionFacts } from "./facts.ts";
import { compare, type Fraction, whole } from "./fraction.ts";
import { criterionMean, scoreOf } from "./score.ts";

interface Contender {
  facts: SubmissionFacts;
  score: Score;
  /** One a key of the tie order; the higher is the better. */
  tieValues: Fraction[];
}

/**
 * Who has a place, who is on reserve, and why, for every submission. The same facts give the same outcome, in whatever order they
 * come; nothing is rounded.
 */
export function computeResult({ rules, submissions }: SeasonFacts): SeasonOutcome {
  const { rubric, quotas, places, reserveSize } = rules;
  const judged = submissions.map((facts) => ({ facts, score: scoreOf(facts, rubric) }));
  const out: Explanation[] = [];
  const contenders: Contender[] = [];
  for (const { facts, score } of judged) {
    const reason = whyNot(facts, score, rubric);
    if (reason === null && score) contenders.push({ facts, score, tieValues: tieValuesOf(facts, rubric) });
    else out.push(explain(facts, score, { standing: "out", reason: reason ?? "not_judged" }));
  }
  contenders.sort(byRank);
  const allotted = allocate(
    contenders.map(({ facts }) => facts),
    places,
    quotas,
  );

  const ofKind = new Map<StoreKind, number>();
  let placed = 0;
  let waiting = 0;
  const ranked = contenders.map((contender, index): Explanation => {
    const { facts, score } = contender;
    const reason = allotted.get(facts.id) ?? "places_full";
    const isIn = reason === "kept_for_kind" || reason === "best_of_all";
    const onReserve = !isIn && waiting < reserveSize;
    const kindRank = (ofKind.get(facts.kind) ?? 0) + 1;
    ofKind.set(facts.kind, kindRank);
    return explain(facts, score, {
      standing: isIn ? "in" : onReserve ? "reserve" : "out",
      reason,
      place: isIn ? ++placed : null,
      reserveRank: onReserve ? ++waiting : null,
      rank: index + 1,
      kindRank,
      ties: [contenders[index - 1], contenders[index + 1]].flatMap((other) => tieOf(contender, other, rubric)),
    });
  });
  return {
    places: ranked.flatMap(({ place, submissionId }) => (place === null ? [] : [{ number: place, submissionId }])),
    reserve: ranked.flatMap(({ reserveRank, submissionId }) =>
      reserveRank === null ? [] : [{ rank: reserveRank, submissionId }],
    ),
    explanations: [...ranked, ...out].sort((one, other) => (one.submissionId < other.submissionId ? -1 : 1)),
  };
}

/** Why it does not contend at all. */
function whyNot(facts: SubmissionFacts, score: Score | null, rubric: Rubric): ResultReason | null {
  if (facts.standing !== "entered") return facts.standing;
  if (facts.unmet.length > 0) return "not_eligible";
  if (!score) return "not_judged";
  return compare(score.mean, whole(rubric.floor)) < 0 ? "below_floor" : null;
}

function tieValuesOf(facts: SubmissionFacts, rubric: Rubric): Fraction[] {
  return rubric.tieOrder.map((key) =>
    key === bySubmission
      ? whole(-Date.parse(facts.submittedAt))
      : (criterionMean(facts.judgements, key, rubric) ?? whole(0)),
  );
}

/** Last of all by id, so that an order never depends on how the facts were read. */
function byRank(one: Contender, other: Contender): number {
  const total = compare(other.score.total, one.score.total);
  if (total !== 0) return total;
  const index = firstDifference(one, other);
  if (index !== -1) return compare(other.tieValues[index] ?? whole(0), one.tieValues[index] ?? whole(0));
  return one.facts.id < other.facts.id ? -1 : 1;
}

function firstDifference(one: Contender, other: Contender): number {
  return one.tieValues.findIndex((value, index) => compare(value, other.tieValues[index] ?? value) !== 0);
}

function tieOf(one: Contender, other: Contender | undefined, rubric: Rubric): Explanation["ties"] {
  if (!other || compare(one.score.total, other.score.total) !== 0) return [];
  return [{ with: other.facts.id, decidedBy: rubric.tieOrder[firstDifference(one, other)] ?? "id" }];
}

function explain(
  { id, kind, unmet, waived }: SubmissionFacts,
  score: Score | null,
  more: Pick<Explanation, "standing" | "reason"> & Partial<Explanation>,
): Explanation {
  return {
    ...{ submissionId: id, kind, score, unmet, waived },
    ...{ place: null, reserveRank: null, rank: null, kindRank: null, ties: [] },
    ...more,
  };
}
