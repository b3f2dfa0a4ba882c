import type { Transaction } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockHashes } from "./lock-hashes.ts";
import { keyedHash, newCode, sameHash } from "./secrets.ts";

export const codeLifetime = 5 * 60_000;
export const codeResendAfter = 30_000;
export const codeTries = 3;
export const codesPerDay = { destination: 20, address: 200 };
const day = 24 * 60 * 60_000;

interface CodeSettings {
  secret: string;
  now: Date;
}

/** What a code is for and to whom it goes, as a keyed hash. */
export function destinationHashOf({ secret }: Pick<CodeSettings, "secret">, ...parts: string[]): string {
  return keyedHash(secret, "destination", ...parts);
}

/** A new six-digit code within the limits of its destination and of the asking address; the older ones stop working. */
export async function issueCode(
  transaction: Transaction,
  { destinationHash, address }: { destinationHash: string; address: string },
  { secret, now }: CodeSettings,
): Promise<Outcome<{ id: string; code: string; expiresAt: Date }>> {
  const addressHash = keyedHash(secret, "address", address);
  await lockHashes(transaction, destinationHash, addressHash);
  const limit = await findLimit(transaction, { destinationHash, addressHash, now });
  if (limit) return limit;
  const code = newCode();
  const expiresAt = new Date(now.getTime() + codeLifetime);
  const { id } = await transaction.loginCode.create({
    data: {
      destinationHash,
      addressHash,
      codeHash: keyedHash(secret, "code", destinationHash, code),
      triesLeft: codeTries,
      createdAt: now,
      expiresAt,
    },
  });
  return done({ id, code, expiresAt });
}

/** Tries a code against the newest of its destination; every call costs one try. A right one is used up when `mayUse`. */
export async function tryCode(
  transaction: Transaction,
  { destinationHash, code, mayUse }: { destinationHash: string; code: string; mayUse: boolean },
  { secret, now }: CodeSettings,
): Promise<Outcome<null>> {
  const typed = code.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(typed)) return refused("login.code_unreadable", { field: "code" });
  const tried = await takeTry(transaction, destinationHash, now);
  if (!tried) return refused(await whyNoTry(transaction, destinationHash, now), { field: "code" });
  const right = sameHash(tried.codeHash, keyedHash(secret, "code", destinationHash, typed));
  if (!right || !mayUse) {
    if (tried.triesLeft === 0) return refused("login.too_many_tries", { field: "code" });
    return refused("login.code_wrong", { field: "code" }, { params: { left: tried.triesLeft } });
  }
  await transaction.loginCode.update({ where: { id: tried.id }, data: { usedAt: now } });
  return done(null);
}

/** One statement, so that confirmations at the same moment take different tries; the row stays locked until the end. */
async function takeTry(transaction: Transaction, destinationHash: string, now: Date) {
  const [row] = await transaction.$queryRaw<{ id: string; codeHash: string; triesLeft: number }[]>`
    UPDATE "login_code" SET "tries_left" = "tries_left" - 1
    WHERE "id" = (SELECT "id" FROM "login_code" WHERE "destination_hash" = ${destinationHash}
                  ORDER BY "created_at" DESC LIMIT 1)
      AND "tries_left" > 0 AND "used_at" IS NULL AND "expires_at" > ${now}
    RETURNING "id", "code_hash" AS "codeHash", "tries_left" AS "triesLeft"`;
  return row;
}

async function whyNoTry(transaction: Transaction, destinationHash: string, now: Date) {
  const newest = await transaction.loginCode.findFirst({ where: { destinationHash }, orderBy: { createdAt: "desc" } });
  const spent = newest && newest.usedAt === null && newest.expiresAt > now;
  return spent ? "login.too_many_tries" : "login.code_expired";
}

async function findLimit(
  transaction: Transaction,
  { destinationHash, addressHash, now }: { destinationHash: string; addressHash: string; now: Date },
): Promise<{ ok: false; issues: Issue[] } | null> {
  const since = new Date(now.getTime() - day);
  const own = await transaction.loginCode.findMany({
    where: { destinationHash, createdAt: { gt: since } },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  const wait = own[0] ? own[0].createdAt.getTime() + codeResendAfter - now.getTime() : 0;
  if (wait > 0) return refused("login.wait_before_resend", {}, { params: { seconds: Math.ceil(wait / 1000) } });
  const fromAddress = await transaction.loginCode.count({ where: { addressHash, createdAt: { gt: since } } });
  return own.length >= codesPerDay.destination || fromAddress >= codesPerDay.address
    ? refused("login.too_many_codes")
    : null;
}
