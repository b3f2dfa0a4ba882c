import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseWhileClosing } from "../closing/refuse-while-closing.ts";
import { refuseWithoutConsents } from "../consent/find-consents.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "../store/load-store-record.ts";
import { addBusinessCheck } from "../store/request-business-check.ts";
import { freeSlug } from "../store/slug.ts";
import { readStoreAnswers } from "./fields.ts";
import { judgeApplication } from "./judge.ts";
import { type OpenApplication, openApplication } from "./open-application.ts";
import { stepsFor } from "./steps.ts";

export const sendApplicationInput = z.object({ accountId: z.uuid() });

/** Hands everything entered to the office: makes the store, or puts right the one that came back. Only the merchant may. */
export async function sendApplication(
  database: Database,
  actor: Actor,
  { accountId }: z.infer<typeof sendApplicationInput>,
): Promise<Outcome<{ storeId: string }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  try {
    return await inTransaction(database, async (transaction) => {
      const application = await openApplication(transaction, accountId);
      if (!application) return refused("application.not_open");
      const stopped =
        (await refuseWhileClosing(transaction, accountId)) ?? (await refuseWithoutConsents(transaction, accountId));
      if (stopped) return stopped;
      const issues = judgeApplication(application);
      const read = readStoreAnswers(application);
      if (issues.length > 0) return { ok: false, issues };
      if (!read.ok) return read;
      const asksVisits = stepsFor(read.values.kind).some(({ key }) => key === "visits");
      const visitable = asksVisits && application.answers.visitable === "yes";
      const storeId = await writeStore(transaction, application, { ...read.values, visitable });
      await transaction.storeApplication.update({
        where: { id: application.id },
        data: { storeId, state: "sent", sentAt: new Date() },
      });
      await recordAudit(transaction, actor, { action: "send-application", subject: { kind: "store", id: storeId } });
      await addBusinessCheck(transaction, storeId);
      await addJob(transaction, "take-store-photo", { storeId }, { key: `take-store-photo:${storeId}` });
      return done({ storeId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("store.already_exists", { field: "business_number" });
    throw error;
  }
}

type StoreValues = Extract<ReturnType<typeof readStoreAnswers>, { ok: true }>["values"] & { visitable: boolean };

async function writeStore(
  transaction: Transaction,
  { storeId, accountId }: OpenApplication,
  values: StoreValues,
): Promise<string> {
  const { name, businessNumber } = values;
  if (!storeId) {
    const slug = await freeSlug(transaction, name, businessNumber);
    const members = { create: { accountId } };
    const { id } = await transaction.store.create({ data: { ...values, state: "submitted", slug, members } });
    return id;
  }
  await lockStore(transaction, storeId);
  const before = await transaction.store.findUniqueOrThrow({ where: { id: storeId } });
  const unchecked =
    before.businessNumber !== businessNumber && ({ businessStatus: "not_checked", businessCheckedAt: null } as const);
  await transaction.store.update({
    where: { id: storeId },
    data: { ...values, state: "submitted", issues: [], ...unchecked },
  });
  return storeId;
}
