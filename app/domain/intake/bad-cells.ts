import type { Import } from "#app/services/database/generated/client.ts";
import type { Issue } from "../issue/issue.ts";
import { type Columns, resolveColumns } from "./columns.ts";
import { readMapping } from "./mapping.ts";

/** Characters; what is longer is mended in the sheet. */
export const longestMended = 2_000;

/** A cell that keeps its row from being taken. */
export interface BadCell {
  /** Index of the sheet's column. */
  column: number;
  /** The sheet's own heading. */
  heading: string;
  /** Key of the catalog's column. */
  field: string;
  /** As it stands in the sheet, or as it was mended last. */
  text: string;
  issues: Issue[];
}

export function columnsOf({ headings, mapping }: Pick<Import, "headings" | "mapping">): Columns {
  return resolveColumns(1, headings, { mapping: readMapping(mapping) });
}

/** The cells that a row's errors speak of, as far as they are there and can be mended on a screen. */
export function badCells(issues: readonly Issue[], { list }: Columns): BadCell[] {
  const cells = new Map<string, BadCell>();
  for (const one of issues) {
    const { field } = one.path;
    if (one.severity !== "error" || field === undefined) continue;
    const column = list.findIndex(({ column }) => column.kind === "field" && column.key === field);
    const heading = list[column]?.heading;
    const text = one.raw ?? "";
    if (heading === undefined || text.length > longestMended) continue;
    const known = cells.get(field);
    if (known) known.issues.push(one);
    else cells.set(field, { column, heading, field, text, issues: [one] });
  }
  return [...cells.values()].sort((one, other) => one.column - other.column);
}
