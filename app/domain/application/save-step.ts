import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { formatPhone } from "../account/phone.ts";
import { refuseWithoutConsents } from "../consent/find-consents.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { settleChanges } from "../store/settle-changes.ts";
import { type Answers, kindOf } from "./fields.ts";
import { judgeStep } from "./judge.ts";
import { loadShown, openApplication } from "./open-application.ts";
import { stepKeys, stepsFor } from "./steps.ts";

/** Longer than any field may be, so that a text too long is kept to be shortened by its writer. */
const longestAnswer = 10_000;

export const saveStepInput = z.object({
  /** The merchant, whoever types. */
  accountId: z.uuid(),
  step: z.enum(stepKeys),
  /** Field → text; what the step does not ask is ignored, what is not among them stays. */
  answers: z.record(z.string(), z.string()),
});

/** Keeps what was typed, right or wrong, and then says what is wrong with it. */
export async function saveStep(
  database: Database,
  actor: Actor,
  { accountId, step: key, answers: given }: z.infer<typeof saveStepInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const application = await openApplication(transaction, accountId);
    if (!application) return refused("application.not_open");
    const unagreed = await refuseWithoutConsents(transaction, accountId);
    if (unagreed) return unagreed;
    const fields = stepsFor(kindOf(application.answers)).find((step) => step.key === key)?.fields ?? [];
    const changed: Answers = Object.fromEntries(
      fields.flatMap((field): [string, string][] => {
        const text = given[field]?.replaceAll("\0", "").slice(0, longestAnswer);
        return text === undefined || text === application.answers[field] ? [] : [[field, text]];
      }),
    );
    const answers = { ...application.answers, ...changed };
    const typist = actor.kind === "person" ? actor.accountId : accountId;
    const typedBy = Object.fromEntries(Object.keys(changed).map((field) => [field, typist]));
    const saved = await transaction.storeApplication.update({
      where: { id: application.id },
      data: { answers, typedBy: { ...(application.typedBy as Answers), ...typedBy } },
    });
    if (application.storeId) await settleChanges(transaction, application.storeId, Object.keys(changed));
    await nameAccount(transaction, accountId, changed.owner_name);
    const step = stepsFor(kindOf(answers)).find((one) => one.key === key);
    const issues = step ? judgeStep(step, await loadShown(transaction, saved)) : [];
    return issues.length > 0 ? { ok: false, issues } : done(null);
  });
}

/** Who joined is called by their number until they have said whose store it is. */
async function nameAccount(transaction: Transaction, id: string, ownerName = ""): Promise<void> {
  const name = ownerName.trim().slice(0, 200);
  const account = await transaction.account.findUniqueOrThrow({ where: { id }, select: { name: true, phone: true } });
  if (name === "" || !account.phone || account.name !== formatPhone(account.phone)) return;
  await transaction.account.update({ where: { id }, data: { name } });
}
