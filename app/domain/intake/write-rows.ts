import type { Transaction } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import type { RowOutcome } from "./catalog-row.ts";

export interface RecordedRow {
  row: number;
  sku: string | null;
  name: string | null;
  outcome: RowOutcome;
  /** The version that holds what the row says, where there is one. */
  versionId: string | null;
  issues: Issue[];
}

/** Writes verdicts over earlier ones, in one statement; what was committed stays as it is. */
export async function writeRows(
  transaction: Transaction,
  { importId, rows, committed }: { importId: string; rows: RecordedRow[]; committed: boolean },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "import_row" ("import_id", "row", "sku", "name", "outcome", "version_id", "issues", "committed")
    SELECT ${importId}::uuid, "row", "sku", "name", "outcome"::"row_outcome", "versionId", "issues", ${committed}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given("row" int, "sku" text, "name" text, "outcome" text, "versionId" uuid, "issues" jsonb)
    ON CONFLICT ("import_id", "row") DO UPDATE SET
      "sku" = excluded."sku", "name" = excluded."name", "outcome" = excluded."outcome", "version_id" = excluded."version_id",
      "issues" = excluded."issues", "committed" = excluded."committed"
    WHERE NOT "import_row"."committed"`;
}
