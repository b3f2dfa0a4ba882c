import type { HandOverState } from "#app/services/database/generated/enums.ts";
import type { IssueCode } from "../issue/codes.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { type AnswerColumn, type AnswerRow, readAnswer } from "./answer-sheet.ts";
import { type Decision, reasonLines, whatIsMissing } from "./decisions.ts";
import { handOverStates } from "./states.ts";

/** A package as it stands when an answer about it is read. */
export interface AnsweredPackage {
  state: HandOverState;
  /** Of the edition that counts. */
  mark: string;
  formerMarks: readonly string[];
  reasons: readonly string[];
  pageUrl: string | null;
  /** The row of the same workbook that has spoken about it already. */
  earlier: { row: number; said: string } | null;
}

export type AnswerVerdict =
  | { kind: "record"; decision: Decision; pageUrl: string; reasons: string }
  | { kind: "unchanged" | "unanswered" }
  /** What was recorded later stays; the issue is a warning. */
  | { kind: "left"; issues: Issue[] }
  | { kind: "refused"; issues: Issue[] };

/** How far an operator has come with a package. */
const order: readonly HandOverState[] = ["received", "reviewed", "published"];

/** One row of an answered workbook, whatever was typed into it; `found` is null where no package has its reference. */
export function judgeAnswer(row: AnswerRow, found: AnsweredPackage | null): AnswerVerdict {
  const about = (code: IssueCode, column: AnswerColumn, params: Issue["params"] = {}, severity?: Issue["severity"]) =>
    issue(
      code,
      { row: row.row, field: `answers.${column}` },
      { params, raw: row[column], ...(severity && { severity }) },
    );
  const refuse = (...told: Parameters<typeof about>): AnswerVerdict => ({ kind: "refused", issues: [about(...told)] });

  if (row.reference === "") return refuse("answers.reference_missing", "reference");
  if (!found) return refuse("answers.reference_unknown", "reference");
  if (row.result === "") {
    return row.pageUrl === "" && row.reasons === ""
      ? { kind: "unanswered" }
      : refuse("answers.result_missing", "result");
  }
  if (row.mark === "") return refuse("answers.mark_missing", "mark");
  if (row.mark !== found.mark) {
    const former = found.formerMarks.includes(row.mark);
    return refuse(former ? "answers.former_edition" : "answers.mark_unknown", "mark", { mark: found.mark });
  }
  const answer = readAnswer(row.result);
  if (!answer) return refuse("answers.result_unknown", "result");
  const said = saidBy(row);
  if (found.earlier) {
    if (found.earlier.said === said) return { kind: "unchanged" };
    return refuse("answers.repeated", "reference", { earlier: found.earlier.row });
  }
  if (answer !== "received") {
    const { pageUrl, reasons } = row;
    const missing = whatIsMissing({ decision: answer, pageUrl, reasons });
    if (missing) return refuse(missing.code, missing.field);
    if (found.state !== answer && handOverStates.allows(found.state, answer)) {
      return { kind: "record", decision: answer, pageUrl, reasons };
    }
  }
  if (found.state === answer) {
    return saysTheSame(row, found) ? { kind: "unchanged" } : refuse("answers.recorded_otherwise", "result");
  }
  const isBehind = order.includes(answer) && order.indexOf(found.state) > order.indexOf(answer);
  if (isBehind) return { kind: "left", issues: [about("answers.behind", "result", {}, "warning")] };
  return refuse("answers.not_possible", "result");
}

/** What a row says about its package, for telling a repetition from a contradiction. */
export function saidBy({ mark, result, pageUrl, reasons }: AnswerRow): string {
  return JSON.stringify([mark, readAnswer(result) ?? result, pageUrl, reasonLines(reasons)]);
}

function saysTheSame({ pageUrl, reasons }: AnswerRow, found: AnsweredPackage): boolean {
  if (found.state === "published") return pageUrl === found.pageUrl;
  if (found.state === "returned") return reasonLines(reasons).join("\n") === found.reasons.join("\n");
  return true;
}
