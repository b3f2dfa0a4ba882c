import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockOpenDraft, ownDraft, typistOf } from "./lock-draft.ts";
import { draftSteps } from "./steps.ts";

/** Longer than any field may be, so that a text too long is kept to be shortened by its writer. */
const longestCell = 10_000;

export const saveCellsInput = ownDraft.extend({
  /** The merchant, whoever types. */
  accountId: z.uuid(),
  /** Column key → text; a column that the draft is not asked for is ignored, one that is not among them stays. */
  cells: z.record(z.string(), z.string()),
});

/** Keeps what was typed, right or wrong: what is wrong with it is said by whoever reads the draft. */
export async function saveDraftCells(
  database: Database,
  actor: Actor,
  { accountId, cells, ...own }: z.infer<typeof saveCellsInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const draft = await lockOpenDraft(transaction, own);
    if (!draft) return refused("draft.not_found");
    const asked = new Set(draftSteps({ ...draft.cells, ...cells }).map(({ key }) => key));
    asked.delete("photos");
    const changed = Object.fromEntries(
      Object.entries(cells)
        .map(([key, text]) => [key, text.replaceAll("\0", "").slice(0, longestCell)] as const)
        .filter(([key, text]) => asked.has(key) && text !== draft.cells[key]),
    );
    const typist = typistOf(actor, accountId);
    const typedBy = Object.fromEntries(Object.keys(changed).map((key) => [key, typist]));
    await transaction.productDraft.update({
      where: { id: draft.id },
      data: {
        cells: { ...draft.cells, ...changed },
        typedBy: { ...draft.typedBy, ...typedBy },
        updatedAt: new Date(),
      },
    });
    return done(null);
  });
}
