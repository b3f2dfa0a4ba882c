import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { codeDestination, type EntrySettings, findCodeAccount, readDestination } from "./entry.ts";
import { keepOrTakeBack } from "./keep-or-take-back.ts";
import { lockHashes } from "./lock-hashes.ts";
import { keyedHash, newCode } from "./secrets.ts";

export const codeLifetime = 5 * 60_000;
export const codeResendAfter = 30_000;
export const codeTries = 3;
export const codesPerDay = { destination: 20, address: 200 };
const day = 24 * 60 * 60_000;

export const requestLoginCodeInput = codeDestination.extend({
  /** Where the request came from. */
  address: z.string(),
  locale: z.enum(["ko", "en"]).default("ko"),
});

/**
 * Sends a six-digit code. Answers and works alike for strangers: their code and message are made as well, and the
 * message is taken back before it can be sent.
 */
export async function requestLoginCode(
  database: Database,
  input: z.input<typeof requestLoginCodeInput>,
  settings: EntrySettings,
): Promise<Outcome<{ expiresAt: Date }>> {
  const { by, destination, address, locale } = requestLoginCodeInput.parse(input);
  const read = readDestination({ by, destination });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = keyedHash(secret, "destination", read.value);
  const addressHash = keyedHash(secret, "address", address);

  return inTransaction(database, async (transaction) => {
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
    const account = await findCodeAccount(transaction, by, read.value, settings);
    await keepOrTakeBack(transaction, { keep: account !== null }, async () => {
      await queueMessage(transaction, {
        medium: by === "phone" ? "kakao" : "email",
        recipient: read.value,
        template: "login_code",
        params: { code, expiresAt: expiresAt.toISOString() },
        locale,
        dedupeKey: `login_code:${id}`,
      });
    });
    return done({ expiresAt });
  });
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
