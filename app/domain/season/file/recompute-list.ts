import { lineHash } from "../../audit/line-hash.ts";
import { canonicalJson } from "../../canonical-json.ts";
import { readDecision } from "../decisions.ts";
import { computeResult } from "../result/compute-result.ts";
import { replay } from "../result/replay.ts";
import type { SeasonFile } from "./season-file.ts";

export interface Recomputed {
  /** What does not agree, in the order in which it is looked at; empty: all of it does. */
  faults: (
    | { fault: "not_computed" }
    | { fault: "outcome"; result: number }
    | { fault: "place"; number: number; file: string | null; computed: string | null }
    | { fault: "line"; line: string }
  )[];
  places: number;
  lines: number;
}

/**
 * Computes a season's list from its file alone: each frozen outcome from its facts, the places from the last of them and the decisions
 * since, and the hashes of the audit from its lines.
 */
export function recomputeList({ results, decisions, list, audit }: SeasonFile): Recomputed {
  const faults: Recomputed["faults"] = [];
  const outcomes = results.map(({ number, facts, outcome }) => ({ number, outcome, computed: computeResult(facts) }));
  for (const { number, outcome, computed } of outcomes) {
    if (canonicalJson(computed) !== canonicalJson(outcome)) faults.push({ fault: "outcome", result: number });
  }
  const last = outcomes.at(-1);
  if (!last) faults.push({ fault: "not_computed" });
  else {
    const since = decisions
      .filter(({ result }) => result === last.number)
      .map(({ result: _, id, decidedAt, ...rest }) =>
        readDecision({ ...rest, id: BigInt(id), decidedAt: new Date(decidedAt), resultId: null }),
      );
    const computed = replay(last.computed, since);
    const inFile = new Map(list.map(({ number, submissionId }) => [number, submissionId]));
    for (const number of [...new Set([...computed.keys(), ...inFile.keys()])].sort((one, other) => one - other)) {
      const pair = { file: inFile.get(number) ?? null, computed: computed.get(number) ?? null };
      if (pair.file !== pair.computed) faults.push({ fault: "place", number, ...pair });
    }
  }
  let before = "";
  for (const { hash, id, at, details, ...said } of audit) {
    const line = { ...said, details, id: BigInt(id), at: new Date(at) };
    if (lineHash(before, line) !== hash) {
      faults.push({ fault: "line", line: id });
      break;
    }
    before = hash;
  }
  return { faults, places: list.length, lines: audit.length };
}
