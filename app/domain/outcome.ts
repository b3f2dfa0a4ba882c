import type { IssueCode } from "./issue/codes.ts";
import { type Issue, issue } from "./issue/issue.ts";

/** What a use case gives back: its result, or why it was refused. */
export type Outcome<Result> = { ok: true; result: Result } | { ok: false; issues: Issue[] };

export function done<Result>(result: Result): Outcome<Result> {
  return { ok: true, result };
}

export function refused(
  code: IssueCode,
  ...more: Parameters<typeof issue> extends [unknown, ...infer Rest] ? Rest : never
) {
  return { ok: false as const, issues: [issue(code, ...more)] };
}
