import { type Database, Prisma } from "#app/services/database/database.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";

/** Failures in a row after which a mall is left alone for a while. */
const patience = 5;
/** Seconds the first time; twice as long each time it still fails. */
const firstBreak = 15;
const longestBreak = 600;
/** How long the one who looks whether the mall is back keeps the others waiting. */
const probeSeconds = 30;

/** The mall's gate said no to us, whatever was asked. */
const shutOut: readonly IssueCode[] = [
  "mall.credentials_refused",
  "mall.address_not_allowed",
  "mall.no_online_store",
  "mall.no_stock_location",
  "mall.wrong_currency",
  "own_shop.access_refused",
  "own_shop.no_online_store",
  "own_shop.no_stock_location",
  "own_shop.wrong_currency",
];
/** The mall did not work as it should. */
const troubles: readonly IssueCode[] = ["mall.unavailable", "mall.outcome_unknown", "mall.answer_unreadable"];
/** A pause of this length is one for everybody, not for one request. */
const longPause = 30;

/** Null: ask. Otherwise when it is worth trying again. Where a break is over one looks first, the others wait for what it meets. */
export async function mayContact(database: Database, channelKey: string): Promise<Date | null> {
  const contact = await database.channelContact.findUnique({ where: { channelKey }, select: { closedUntil: true } });
  if (!contact?.closedUntil) return null;
  const [probe] = await database.$queryRaw<{ until: Date }[]>`
    UPDATE "channel_contact" SET "closed_until" = now() + make_interval(secs => ${probeSeconds}::float8)
    WHERE "channel_key" = ${channelKey} AND "closed_until" <= now() RETURNING "closed_until" AS "until"`;
  if (probe) return null;
  const now = await database.channelContact.findUnique({ where: { channelKey }, select: { closedUntil: true } });
  return now?.closedUntil ?? null;
}

/** Null: nothing any more. */
export async function recordWarning(database: Database, channelKey: string, warning: Issue | null): Promise<void> {
  if (warning === null) {
    await database.channelContact.updateMany({ where: { channelKey }, data: { warning: Prisma.DbNull } });
    return;
  }
  const told = { warning: toStored([{ ...warning, path: { mall: channelKey } }]) };
  await database.channelContact.upsert({ where: { channelKey }, create: { channelKey, ...told }, update: told });
}

export interface Contact {
  /** Null: the mall answered, yes or no. */
  reason: Issue | null;
  retryAfterSeconds: number;
}

/** Counts what a call met. `pace` scales the breaks; 1 is for real malls. */
export async function recordContact(
  database: Database,
  channelKey: string,
  { reason, retryAfterSeconds }: Contact,
  pace: number,
): Promise<void> {
  const trouble = reason !== null && troubles.includes(reason.code);
  const barred =
    reason !== null &&
    (shutOut.includes(reason.code) || (reason.code === "mall.rate_limited" && retryAfterSeconds >= longPause));
  if (!trouble && !barred) {
    await database.$executeRaw`
      UPDATE "channel_contact" SET "failures" = 0, "closed_until" = NULL, "reason" = NULL, "changed_at" = now()
      WHERE "channel_key" = ${channelKey} AND ("failures" > 0 OR "closed_until" IS NOT NULL)`;
    return;
  }
  const told = JSON.stringify(toStored([{ ...reason, path: { mall: channelKey } }]));
  const pauses = barred ? retryAfterSeconds * pace : null;
  // Not all come back in the same moment.
  const spread = pace * (0.8 + Math.random() * 0.4);
  await database.$executeRaw`
    INSERT INTO "channel_contact" AS contact ("channel_key", "failures", "closed_until", "reason")
    VALUES (${channelKey}, 1, now() + make_interval(secs => ${pauses}::float8), ${told}::jsonb)
    ON CONFLICT ("channel_key") DO UPDATE SET
      "failures" = contact."failures" + 1, "reason" = excluded."reason", "changed_at" = now(),
      "closed_until" = CASE
        WHEN ${pauses}::float8 IS NOT NULL THEN excluded."closed_until"
        WHEN contact."failures" + 1 >= ${patience}::int THEN now() + make_interval(secs =>
          least(${longestBreak}::float8, ${firstBreak}::float8 * power(2, contact."failures" + 1 - ${patience}::int))
          * ${spread}::float8)
        ELSE contact."closed_until" END`;
}
