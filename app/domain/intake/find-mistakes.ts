import { type Database, Prisma } from "#app/services/database/database.ts";
import { type IssueCode, issueCodes } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { type BadCell, badCells, columnsOf, longestMended } from "./bad-cells.ts";
import { askForColumns, type ColumnQuestions } from "./column-questions.ts";
import { readMapping } from "./mapping.ts";

export interface RefusedRow {
  row: number;
  sku: string | null;
  cells: BadCell[];
  /** Errors that no cell on the screen can mend. */
  others: Issue[];
}

/** Bad cells of one field that say the same. */
export interface AlikeCells {
  field: string;
  text: string;
  rows: number;
}

export interface Mistakes {
  asked: ColumnQuestions;
  /** Refused rows by what is wrong, the commonest first. */
  codes: { code: IssueCode; rows: number }[];
  /** Of the chosen code, the texts that stand in more than one row. */
  alike: AlikeCells[];
  rows: RefusedRow[];
  /** Whence the next page goes on. */
  next: number | null;
}

const pageSize = 20;
const mostAlike = 50;

/** What keeps rows of a judged import from being taken. @param after a row number @param code only rows with this mistake */
export async function findMistakes(
  database: Database,
  { importId, code, after }: { importId: string; code: IssueCode | null; after: number },
): Promise<Mistakes> {
  const found = await database.import.findUniqueOrThrow({ where: { id: importId } });
  const columns = columnsOf(found);
  const [codes, alike, rows] = await Promise.all([
    countCodes(database, importId),
    code === null ? [] : listAlike(database, importId, code),
    listRefused(database, { importId, code, after }),
  ]);
  const page = rows.slice(0, pageSize).map(({ row, sku, issues }): RefusedRow => {
    const errors = fromStored(issues).filter(({ severity }) => severity === "error");
    const cells = badCells(errors, columns);
    const shown = new Set(cells.flatMap((cell) => cell.issues));
    return { row, sku, cells, others: errors.filter((one) => !shown.has(one)) };
  });
  return {
    asked: askForColumns(found.headings, readMapping(found.mapping)),
    codes,
    alike,
    rows: page,
    next: rows.length > pageSize ? (page.at(-1)?.row ?? null) : null,
  };
}

async function countCodes(database: Database, importId: string): Promise<Mistakes["codes"]> {
  const counts = await database.$queryRaw<{ code: string; rows: number }[]>`
    SELECT one->>'code' AS code, count(DISTINCT "row")::int AS rows
    FROM "import_row", jsonb_array_elements("issues") AS one
    WHERE "import_id" = ${importId}::uuid AND "outcome" = 'refused' AND one->>'severity' = 'error'
    GROUP BY 1 ORDER BY 2 DESC, 1`;
  return counts.flatMap(({ code, rows }) => {
    const known = issueCodes.find((one) => one === code);
    return known ? [{ code: known, rows }] : [];
  });
}

async function listAlike(database: Database, importId: string, code: IssueCode): Promise<AlikeCells[]> {
  return database.$queryRaw<AlikeCells[]>`
    SELECT one->'path'->>'field' AS field, one->>'raw' AS text, count(*)::int AS rows
    FROM "import_row", jsonb_array_elements("issues") AS one
    WHERE "import_id" = ${importId}::uuid AND "outcome" = 'refused' AND one->>'code' = ${code}
      AND one->>'severity' = 'error' AND one->'path'->>'field' <> 'sku' AND length(one->>'raw') <= ${longestMended}
    GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 3 DESC, 2 LIMIT ${mostAlike}`;
}

async function listRefused(
  database: Database,
  { importId, code, after }: { importId: string; code: IssueCode | null; after: number },
) {
  const holds = JSON.stringify([{ code, severity: "error" }]);
  return database.$queryRaw<{ row: number; sku: string | null; issues: Prisma.JsonValue }[]>`
    SELECT "row", "sku", "issues" FROM "import_row"
    WHERE "import_id" = ${importId}::uuid AND "outcome" = 'refused' AND "row" > ${after}
      ${code === null ? Prisma.empty : Prisma.sql`AND "issues" @> ${holds}::jsonb`}
    ORDER BY "row" LIMIT ${pageSize + 1}`;
}
