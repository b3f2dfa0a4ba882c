import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import type { Judgement, JudgementMark } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { claimIn } from "./claim-slot.ts";
import { type OpenJudging, openJudging } from "./open-judging.ts";

export const saveMarksInput = z.object({
  submissionId: z.uuid(),
  /** The version that the page shows. */
  versionId: z.uuid(),
  /** Criterion → mark as typed; what is not there stays as it is. */
  marks: z.record(z.string().max(40), z.union([z.number(), z.string().max(20)])).default({}),
  note: z.string().trim().max(1000).optional(),
});
type Input = z.infer<typeof saveMarksInput>;

export interface SavedMarks {
  /** Criterion → mark, all that are saved now. */
  marks: Record<string, number>;
  /** Criteria that have no mark yet, or one that must be given again. */
  missing: string[];
}

/**
 * Keeps marks as they are typed, as a draft that counts for nothing until it is given. Also where it is refused everything readable is
 * kept: a mark out of range leaves the others, and on a page that is out of date or of a product that others have taken, the draft
 * stays the curator's.
 */
export async function saveMarks(
  database: Database,
  actor: Actor,
  input: Input,
  now = new Date(),
): Promise<Outcome<SavedMarks>> {
  try {
    return await inTransaction(database, async (transaction) => {
      const open = await openJudging(transaction, actor, input.submissionId);
      if (!open.ok) return open;
      const { judgement, issues } = await saveIn(transaction, open.result, input, now);
      if (issues.length > 0) return { ok: false, issues };
      return done({ marks: marksOf(judgement), missing: missingMarks(judgement, open.result) });
    });
  } catch (error) {
    // The first mark from two windows at once.
    if (isUniqueViolation(error)) return saveMarks(database, actor, input, now);
    throw error;
  }
}

export type StoredJudgement = Judgement & { marks: JudgementMark[] };

/** Saves what can be saved, claims the slot, and tells what stood in the way. */
export async function saveIn(
  transaction: Transaction,
  open: OpenJudging,
  { versionId, marks, note }: Input,
  now: Date,
): Promise<{ judgement: StoredJudgement; issues: Issue[] }> {
  const { curatorId, submission, rules } = open;
  const submissionId = submission.id;
  const issues: Issue[] = [];
  const readable: { criterion: string; mark: number }[] = [];
  for (const [criterion, typed] of Object.entries(marks)) {
    const known = rules.rubric.criteria.find(({ key }) => key === criterion);
    const mark = typeof typed === "number" ? typed : Number(typed.trim() || Number.NaN);
    const field = `marks.${criterion}`;
    if (!known) issues.push(issue("judging.criterion_unknown", { field }));
    else if (!Number.isInteger(mark) || mark < 1 || mark > rules.rubric.scale) {
      const params = { criterion: known.label.ko, scale: rules.rubric.scale };
      issues.push(issue("judging.mark_range", { field }, { params, raw: String(typed) }));
    } else readable.push({ criterion, mark });
  }
  const outdated = versionId !== submission.versionId;
  if (outdated) issues.push(issue("judging.version_changed"));

  const before = await transaction.judgement.upsert({
    where: { submissionId_curatorId: { submissionId, curatorId } },
    create: { submissionId, curatorId, note: note ?? "" },
    update: {},
    include: { marks: true },
  });
  const changed = readable.filter(({ criterion, mark }) => {
    const known = before.marks.find((one) => one.criterion === criterion);
    return !known || known.stale || known.mark !== mark;
  });
  // What is given counts until something of it changes; then it is to be given again.
  if (changed.length > 0 && before.state === "given") await reopen(transaction, before);
  if (note !== undefined && note !== before.note) {
    await transaction.judgement.update({ where: { id: before.id }, data: { note } });
  }
  // A mark for what is no longer there is kept, and to be confirmed. Never the version of another product.
  const seen = outdated
    ? await transaction.productVersion.findFirst({ where: { id: versionId, productId: submission.productId } })
    : null;
  for (const { criterion, mark } of changed) {
    const data = { mark, versionId: seen?.id ?? submission.versionId, stale: outdated, markedAt: now };
    await transaction.judgementMark.upsert({
      where: { judgementId_criterion: { judgementId: before.id, criterion } },
      create: { judgementId: before.id, criterion, ...data },
      update: data,
    });
  }
  if (!(await claimIn(transaction, open, now))) issues.push(issue("judging.no_slot"));
  const judgement = await transaction.judgement.findUniqueOrThrow({
    where: { id: before.id },
    include: { marks: true },
  });
  return { judgement, issues };
}

/** A given judgement no longer counts, and its slot is open again. */
export async function reopen(
  transaction: Transaction,
  { id, submissionId, curatorId }: Pick<Judgement, "id" | "submissionId" | "curatorId">,
): Promise<void> {
  await transaction.judgement.updateMany({ where: { id, state: "given" }, data: { state: "reopened" } });
  await transaction.judgingSlot.updateMany({ where: { submissionId, curatorId }, data: { givenAt: null } });
}

export function marksOf({ marks }: StoredJudgement): Record<string, number> {
  return Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark]));
}

export function missingMarks({ marks }: StoredJudgement, { rules }: OpenJudging): string[] {
  const fresh = new Set(marks.filter(({ stale }) => !stale).map(({ criterion }) => criterion));
  return rules.rubric.criteria.map(({ key }) => key).filter((key) => !fresh.has(key));
}
