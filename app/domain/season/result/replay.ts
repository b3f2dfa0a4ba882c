import type { Decision } from "../decisions.ts";
import type { SeasonOutcome } from "./facts.ts";

/** Place's number → submission: what a frozen list became by the decisions since, which come in the order of their numbers. */
export function replay({ places }: Pick<SeasonOutcome, "places">, decisions: readonly Decision[]): Map<number, string> {
  const list = new Map(places.map(({ number, submissionId }) => [number, submissionId]));
  for (const decision of decisions) {
    const { submissionId } = decision;
    if (submissionId === null) continue;
    if (decision.kind === "by_hand") {
      if (decision.details.to === "in") list.set(decision.details.place, submissionId);
      else list.delete(decision.details.place);
    }
    if (decision.kind === "promotion") list.set(decision.details.place, submissionId);
    if (decision.kind === "withdrawal" && decision.details.place !== null) list.delete(decision.details.place);
  }
  return list;
}
