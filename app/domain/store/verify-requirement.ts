import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { readDesignation } from "../application/fields.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { loadStoreRecord, lockStore } from "./load-store-record.ts";
import { judgeRequirements, requirementKeys } from "./requirements.ts";

export const requirementInput = z.object({ storeId: z.uuid(), requirement: z.enum(requirementKeys) });
type Input = z.infer<typeof requirementInput>;

/** The office has looked at it and found it right; a designation then holds for its days. */
export async function verifyRequirement(database: Database, actor: Actor, input: Input): Promise<Outcome<null>> {
  const { storeId, requirement } = input;
  try {
    return await change(database, actor, input, "verify-requirement", async (transaction, answers) => {
      const verifiedById = actor.kind === "person" ? actor.accountId : null;
      if (verifiedById === null) return refused("account.not_allowed");
      if (requirement === "designation") {
        const designation = readDesignation(answers);
        if (!designation.ok) return designation;
        await transaction.designation.create({ data: { storeId, ...designation.values } });
      }
      await transaction.storeVerification.create({ data: { storeId, requirement, verifiedById } });
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("designation.already_exists", { field: "designation_number" });
    throw error;
  }
}

/** It was a mistake: it counts as not looked at, and a designation's badge vanishes. */
export async function unverifyRequirement(database: Database, actor: Actor, input: Input): Promise<Outcome<null>> {
  const { storeId, requirement } = input;
  return change(database, actor, input, "unverify-requirement", async (transaction) => {
    await transaction.storeVerification.deleteMany({ where: { storeId, requirement } });
    if (requirement === "designation") await transaction.designation.deleteMany({ where: { storeId } });
    return done(null);
  });
}

type Work = (transaction: Transaction, answers: Readonly<Record<string, string>>) => Promise<Outcome<null>>;

async function change(
  database: Database,
  actor: Actor,
  { storeId, requirement }: Input,
  action: "verify-requirement" | "unverify-requirement",
  work: Work,
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const found = await loadStoreRecord(transaction, storeId);
    if (!found || found.store.state === "closed") return refused("store.not_found");
    const now = judgeRequirements(found.record).find(({ key }) => key === requirement);
    const verifying = action === "verify-requirement";
    if (now?.basis !== "verified") return refused("store.not_verifiable");
    if (found.record.verified.has(requirement) === verifying) return done(null);
    if (verifying && now.reason !== "not_looked_at" && now.reason !== "status_not_checked") {
      return refused("store.not_verifiable");
    }
    const outcome = await work(transaction, found.answers);
    if (!outcome.ok) return outcome;
    await recordAudit(transaction, actor, {
      action,
      subject: { kind: "store", id: storeId },
      details: { requirement },
    });
    return outcome;
  });
}
