import type { IssueCode } from "./codes.ts";

export type Severity = "error" | "warning";

/** Where an issue points: a sheet's row and field, a photo, or a field of a mall's payload. */
export interface IssuePath {
  /** The sheet's own row number; the first data row is 2. */
  row?: number;
  /** A key of the catalog sheet (`price`, `notice.material`, …) or of a form. */
  field?: string;
  /** A photo's file name as it was given. */
  photo?: string;
  /** The mall that says or needs it. */
  mall?: string;
  /** The mall's own name of the field, as its answer spelled it. */
  mallField?: string;
}

/** What is wrong, with which thing; the sentence is looked up by code in app/messages and never travels. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  path: IssuePath;
  /** Values for the sentence's placeholders. */
  params: Record<string, string | number>;
  /** The cell's text or the mall's own words, untouched but for what is longer than anybody reads. */
  raw?: string;
}

/** Characters. Of a cell of a million the sheet keeps the rest; written down with every issue it costs seconds a row. */
const longestRaw = 5_000;

export function issue(
  code: IssueCode,
  path: IssuePath = {},
  more: { severity?: Severity; params?: Issue["params"]; raw?: string } = {},
): Issue {
  const { severity = "error", params = {}, raw } = more;
  return raw === undefined ? { code, severity, path, params } : { code, severity, path, params, raw: shortRaw(raw) };
}

function shortRaw(text: string): string {
  return text.length > longestRaw ? `${text.slice(0, longestRaw).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((one) => one.severity === "error");
}
