import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
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
});

/** What a creator tells of themselves; stores read it before they answer. */
export async function saveProfile(
  database: Database,
  actor: Actor,
  input: z.input<typeof saveProfileInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const profile = saveProfileInput.parse(input);
  if (!profile.penName) return refused("form.missing", { field: "pen_name" });
  if (!isTimeZone(profile.timeZone)) return refused("profile.zone_unknown", { field: "time_zone" });
  const { accountId } = actor;
  return inTransaction(database, async (transaction) => {
    await transaction.creatorProfile.upsert({
      where: { accountId },
      create: { accountId, ...profile, changedAt: now },
      update: { ...profile, changedAt: now },
    });
    await recordAudit(transaction, actor, { action: "save-profile", subject: { kind: "account", id: accountId } });
    return done(null);
  });
}
