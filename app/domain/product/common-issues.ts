import type { Issue } from "../issue/issue.ts";
import type { Readiness } from "./readiness.ts";

export interface PartedIssues {
  /** Said by several malls alike: each once, and of no mall. */
  common: Issue[];
  /** The same verdicts, each with what only its mall says. */
  own: Readiness[];
}

/** What is put right once for several malls is shown once; what only one mall wants stays with it. */
export function partIssues(readiness: readonly Readiness[]): PartedIssues {
  const malls = new Map<string, Set<string>>();
  for (const { mall, issues } of readiness) {
    for (const one of issues) malls.set(meaningOf(one), (malls.get(meaningOf(one)) ?? new Set()).add(mall));
  }
  const isCommon = (one: Issue) => (malls.get(meaningOf(one))?.size ?? 0) > 1;
  const common = new Map(
    readiness.flatMap(({ issues }) => issues.filter(isCommon).map((one) => [meaningOf(one), ofNoMall(one)] as const)),
  );
  return {
    common: [...common.values()],
    own: readiness.map((one) => ({ ...one, issues: one.issues.filter((issue) => !isCommon(issue)) })),
  };
}

function meaningOf({ code, severity, path: { mall: _mall, ...path }, params }: Issue): string {
  return JSON.stringify([code, severity, path, params]);
}

function ofNoMall({ path: { mall: _mall, ...path }, ...rest }: Issue): Issue {
  return { ...rest, path };
}
