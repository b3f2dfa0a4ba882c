import { randomUUID } from "node:crypto";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { SheetRefused, type SheetRows } from "#app/services/sheets/sheet-rows.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { type AnswerRow, readAnswerRows } from "./answer-sheet.ts";
import { type AnsweredPackage, type AnswerVerdict, judgeAnswer, saidBy } from "./judge-answer.ts";
import { moveHandOver } from "./record-decision.ts";

/** read = recorded + unchanged + unanswered + left + refused. */
export interface RecordedAnswers {
  read: number;
  recorded: number;
  unchanged: number;
  unanswered: number;
  /** What was recorded later was left as it is. */
  left: number;
  refused: number;
  /** Of what was refused or left, in the sheet's order. */
  told: { row: number; reference: string; product: string; issue: Issue }[];
}

/** A season has a hundred packages a mall; a sheet of this many rows is something else. */
const mostRows = 5_000;

/**
 * Writes down what an operator answered in a workbook, row by row: a row that cannot be taken says why and keeps no other from
 * being recorded. The same workbook again changes nothing. @throws SheetRefused when it is no sheet of answers
 */
export async function recordAnswers(database: Database, actor: Actor, sheet: SheetRows): Promise<RecordedAnswers> {
  const rows = await readAnswerRows(sheet);
  if (rows.length > mostRows) throw new SheetRefused("sheet.too_many_rows", { maximum: mostRows });
  return inTransaction(database, async (transaction) => {
    const packages = await lockPackages(
      transaction,
      rows.map(({ reference }) => reference),
    );
    const batchId = randomUUID();
    const verdicts: AnswerVerdict[] = [];
    for (const row of rows) verdicts.push(await record(transaction, actor, row, packages, batchId));
    const outcome = count(rows, verdicts);
    if (outcome.recorded > 0) {
      const { told: _, ...counts } = outcome;
      await recordAudit(transaction, actor, {
        action: "record-answers",
        subject: { kind: "hand_over_batch", id: batchId },
        batchId,
        details: counts,
      });
    }
    return outcome;
  });
}

async function record(
  transaction: Transaction,
  actor: Actor,
  row: AnswerRow,
  packages: Map<string, AnsweredPackage>,
  batchId: string,
): Promise<AnswerVerdict> {
  const found = packages.get(row.reference) ?? null;
  const verdict = judgeAnswer(row, found);
  if (verdict.kind === "record") {
    const { decision, pageUrl, reasons } = verdict;
    const moved = await moveHandOver(
      transaction,
      actor,
      { reference: row.reference, decision, pageUrl, reasons },
      batchId,
    );
    // The row is locked, and the verdict knew its state.
    if (!moved) throw new Error(`Package ${row.reference} did not move to ${decision}`);
  }
  const speaks = verdict.kind === "record" || verdict.kind === "unchanged";
  if (found && speaks) found.earlier ??= { row: row.row, said: saidBy(row) };
  return verdict;
}

/** The packages of these references as they stand; nobody else changes them until the transaction ends. */
async function lockPackages(
  transaction: Transaction,
  references: readonly string[],
): Promise<Map<string, AnsweredPackage>> {
  const locked = await transaction.$queryRaw<{ reference: string }[]>`
    SELECT "reference" FROM "hand_over" WHERE "reference" = ANY(${[...new Set(references)]}) ORDER BY "reference" FOR UPDATE`;
  const found = await transaction.handOver.findMany({
    where: { reference: { in: locked.map(({ reference }) => reference) } },
    include: { packages: { orderBy: { edition: "desc" }, select: { mark: true } } },
  });
  return new Map(
    found.map(({ reference, state, reasons, pageUrl, packages }) => {
      const [mark = "", ...formerMarks] = packages.map((one) => one.mark);
      return [reference, { state, mark, formerMarks, reasons, pageUrl, earlier: null }];
    }),
  );
}

function count(rows: readonly AnswerRow[], verdicts: readonly AnswerVerdict[]): RecordedAnswers {
  const of = (kind: AnswerVerdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind).length;
  return {
    read: rows.length,
    recorded: of("record"),
    unchanged: of("unchanged"),
    unanswered: of("unanswered"),
    left: of("left"),
    refused: of("refused"),
    told: rows.flatMap(({ row, reference, product }, index) => {
      const verdict = verdicts[index];
      const issues = verdict && "issues" in verdict ? verdict.issues : [];
      return issues.map((issue) => ({ row, reference, product, issue }));
    }),
  };
}
