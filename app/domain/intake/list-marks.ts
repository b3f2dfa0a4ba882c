import type { Database } from "#app/services/database/database.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { columnsOf } from "./bad-cells.ts";

export interface IssueMark {
  /** Index of the sheet's column; the first where an issue speaks of no single one. */
  column: number;
  issue: Issue;
}

/** What was found in an import's rows, by row, each at its cell. */
export async function listMarks(
  database: Database,
  found: Pick<Import, "id" | "headings" | "mapping">,
): Promise<Map<number, IssueMark[]>> {
  const { list } = columnsOf(found);
  const rows = await database.importRow.findMany({
    where: { importId: found.id, NOT: { issues: { equals: [] } } },
    select: { row: true, issues: true },
  });
  return new Map(
    rows.map(({ row, issues }) => [
      row,
      fromStored(issues).map((issue) => {
        const { field } = issue.path;
        const column = list.findIndex(({ column }) => column.kind === "field" && column.key === field);
        return { column: Math.max(column, 0), issue };
      }),
    ]),
  );
}
