import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { askedConsents } from "../consent/kinds.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { districts } from "../store/districts.ts";
import { isTimeZone } from "../visit/slot-time.ts";
import { languages, themes } from "./themes.ts";

export const saveProfileInput = z.object({
  penName: z.string().transform((typed) => typed.normalize("NFC").trim().slice(0, 60)),
  introduction: z.string().trim().max(1000).default(""),
  areas: z.array(z.enum(districts.map(({ code }) => code))).default([]),
  themes: z.array(z.enum(themes)).default([]),
  languages: z.array(z.enum(languages)).default([]),
  timeZone: z.string().max(60).default("Asia/Seoul"),
  /** Their own name, which a store is told that agreed to a visit; absent: as it is. */
  name: z
    .string()
    .transform((typed) => typed.normalize("NFC").trim().slice(0, 60))
    .optional(),
  /** Version of the text on creators' data that was read and agreed to; needed until one is. */
  agreedTo: z.string().max(20).optional(),
});

/** What a creator tells of themselves; stores read it before they answer. */
export async function saveProfile(
  database: Database,
  actor: Actor,
  input: z.input<typeof saveProfileInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const { name, agreedTo, ...profile } = saveProfileInput.parse(input);
  if (!profile.penName) return refused("form.missing", { field: "pen_name" });
  if (name === "") return refused("form.missing", { field: "person_name" });
  if (!isTimeZone(profile.timeZone)) return refused("profile.zone_unknown", { field: "time_zone" });
  const { accountId } = actor;
  return inTransaction(database, async (transaction) => {
    if (!(await agreesToDataUse(transaction, actor, agreedTo, now))) {
      return refused("consent.needed", { field: "creator_consent" });
    }
    if (name !== undefined) await transaction.account.update({ where: { id: accountId }, data: { name } });
    await transaction.creatorProfile.upsert({
      where: { accountId },
      create: { accountId, ...profile, changedAt: now },
      update: { ...profile, changedAt: now },
    });
    await recordAudit(transaction, actor, { action: "save-profile", subject: { kind: "account", id: accountId } });
    return done(null);
  });
}

const kind = "creator_data";

/** Whether today's text is agreed to, now or before; what is agreed to now is kept. */
async function agreesToDataUse(
  transaction: Transaction,
  actor: Actor & { kind: "person" },
  agreedTo: string | undefined,
  now: Date,
): Promise<boolean> {
  const { accountId } = actor;
  if (await hasAgreedToDataUse(transaction, accountId)) return true;
  const { version } = askedConsents[kind];
  if (agreedTo !== version) return false;
  await transaction.consent.create({ data: { accountId, kind, version, answeredAt: now } });
  await recordAudit(transaction, actor, {
    action: "answer-consent",
    subject: { kind: "account", id: accountId },
    details: { consent: kind, version, agreed: true },
  });
  return true;
}

export async function hasAgreedToDataUse(database: Database | Transaction, accountId: string): Promise<boolean> {
  const { version } = askedConsents[kind];
  const consent = await database.consent.findFirst({
    where: { accountId, kind, version, agreed: true, withdrawnAt: null },
  });
  return consent !== null;
}
