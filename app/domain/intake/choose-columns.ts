import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { askForColumns, type ColumnQuestions } from "./column-questions.ts";
import { holdImport, judgeAnew, judgedImportInput, requireJudged } from "./judged-import.ts";
import { readMapping } from "./mapping.ts";

/** `choices`: normalised heading → a column, or empty for "not used". Headings that are not the sheet's are passed over. */
export const chooseColumnsInput = judgedImportInput.extend({ choices: z.record(z.string(), z.string()) });

/** Says what columns are, for this sheet and the store's next ones, and has the sheet judged anew. Issues name the heading. */
export async function chooseColumns(
  database: Database,
  actor: Actor,
  { storeId, importId, judgement, choices }: z.infer<typeof chooseColumnsInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const judged = requireJudged(await holdImport(transaction, { storeId, importId }), judgement);
    if (!judged.ok) return judged;
    const mapping = readMapping(judged.result.mapping);
    const asked = askForColumns(judged.result.headings, mapping);
    const made = asked.questions.flatMap(({ heading }) => {
      const column = choices[heading];
      return column === undefined ? [] : [{ heading, column }];
    });
    const issues = made.flatMap(({ heading, column }, at) => judgeChoice(asked, heading, column, made.slice(0, at)));
    if (issues.length > 0) return { ok: false, issues };

    await transaction.import.update({
      where: { id: importId },
      data: { mapping: { ...mapping, ...Object.fromEntries(made.map(({ heading, column }) => [heading, column])) } },
    });
    for (const { heading, column } of made) {
      await transaction.columnChoice.upsert({
        where: { storeId_heading: { storeId, heading } },
        create: { storeId, heading, column },
        update: { column, chosenAt: new Date() },
      });
    }
    await judgeAnew(transaction, judged.result);
    await recordAudit(transaction, actor, {
      action: "choose-columns",
      subject: { kind: "import", id: importId },
      details: { columns: made.length },
    });
    return done(null);
  });
}

function judgeChoice(
  { fields, labels }: ColumnQuestions,
  heading: string,
  column: string,
  earlier: { column: string }[],
): Issue[] {
  if (column === "") return [];
  const known = fields.some((key) => key === column) || labels.some((label) => column === `notice.${label}`);
  if (!known) return [issue("column.unknown", { field: heading })];
  if (earlier.some((one) => one.column === column)) return [issue("column.chosen_twice", { field: heading })];
  return [];
}
