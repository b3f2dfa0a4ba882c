import type { Database, Transaction } from "#app/services/database/database.ts";
import { type Decision, readDecision } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { loadSeasonFacts } from "./load-facts.ts";
import { computeResult } from "./result/compute-result.ts";
import type { Explanation, SeasonFacts, SeasonOutcome } from "./result/facts.ts";
import { replay } from "./result/replay.ts";
import { statesSettled } from "./states.ts";

export interface StandingResult {
  /** Frozen: as it was kept. Else what the marks so far would give. */
  frozen: { id: string; number: number; rulesVersion: number; frozenAt: Date } | null;
  facts: SeasonFacts;
  outcome: SeasonOutcome;
  /** That changed the frozen list, in their order. */
  decisions: Decision[];
  /** Place's number → submission, with those decisions. */
  list: Map<number, string>;
}

/** The list of a season with a rubric, frozen or as the marks now propose it; null without a rubric. */
export async function findResult(database: Database | Transaction, seasonId: string): Promise<StandingResult | null> {
  const season = await database.season.findUnique({ where: { id: seasonId } });
  if (!season) return null;
  const kept = statesSettled.includes(season.state)
    ? await database.seasonResult.findFirst({
        where: { seasonId },
        orderBy: { number: "desc" },
        include: { decisions: { orderBy: { id: "asc" } } },
      })
    : null;
  if (kept) {
    const { id, number, rulesVersion, frozenAt } = kept;
    const outcome = kept.outcome as unknown as SeasonOutcome;
    const decisions = kept.decisions.map(readDecision);
    return {
      frozen: { id, number, rulesVersion, frozenAt },
      facts: kept.facts as unknown as SeasonFacts,
      outcome,
      decisions,
      list: replay(outcome, decisions),
    };
  }
  const { rules } = await findRules(database, season);
  if (!hasRubric(rules)) return null;
  const facts = await loadSeasonFacts(database, seasonId, rules);
  const outcome = computeResult(facts);
  return { frozen: null, facts, outcome, decisions: [], list: replay(outcome, []) };
}

export interface ExplainedSubmission {
  frozen: StandingResult["frozen"];
  rules: SeasonFacts["rules"];
  /** What the marks proposed. */
  explanation: Explanation;
  /** Criterion → mark of every judgement that counts, in no order that tells whose it is. */
  judgements: Record<string, number>[];
  /** How many have a rank, and how many of its kind. */
  ranked: { all: number; ofKind: number };
  /** Rank of each that it ties with, by submission. */
  ties: Record<string, number>;
  /** The lowest total that got a place, and the place it has now. */
  lastIn: Explanation | null;
  place: number | null;
  /** Waivers, bonus, rejection; then what changed the frozen list: all about this submission, in their order. */
  decisions: Decision[];
}

/** Why a submission is in, on reserve or out; null in a season without a rubric. */
export async function explainSubmission(database: Database, submissionId: string): Promise<ExplainedSubmission | null> {
  const submission = await database.submission.findUnique({
    where: { id: submissionId },
    include: { decisions: { orderBy: { id: "asc" } } },
  });
  const result = submission && (await findResult(database, submission.seasonId));
  const explanation = result?.outcome.explanations.find((one) => one.submissionId === submissionId);
  if (!submission || !result || !explanation) return null;
  const facts = result.facts.submissions.find(({ id }) => id === submissionId);
  const ranked = result.outcome.explanations.filter(({ rank }) => rank !== null);
  const lowest = result.outcome.places.at(-1)?.submissionId;
  const [place = null] = [...result.list].flatMap(([number, id]) => (id === submissionId ? [number] : []));
  return {
    frozen: result.frozen,
    rules: result.facts.rules,
    explanation,
    judgements: (facts?.judgements ?? []).map(({ marks }) => marks),
    ranked: { all: ranked.length, ofKind: ranked.filter(({ kind }) => kind === explanation.kind).length },
    ties: Object.fromEntries(
      explanation.ties.map(({ with: other }) => [
        other,
        ranked.find(({ submissionId }) => submissionId === other)?.rank ?? 0,
      ]),
    ),
    lastIn: result.outcome.explanations.find((one) => one.submissionId === lowest) ?? null,
    place,
    decisions: submission.decisions.map(readDecision),
  };
}
