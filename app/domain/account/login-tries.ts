import type { Transaction } from "#app/services/database/database.ts";
import { lockHashes } from "./lock-hashes.ts";
import { keyedHash } from "./secrets.ts";

const minute = 60_000;

const limits = {
  password: { within: 15 * minute, destination: 10, address: 60 },
  reset: { within: 24 * 60 * minute, destination: 5, address: 60 },
};

interface Try {
  kind: keyof typeof limits;
  /** E-mail address, known to us or not. */
  destination: string;
  address: string;
  secret: string;
  now: Date;
}

/** Counts a try before it is made; false when there were too many for this destination or from this address. */
export async function countTry(
  transaction: Transaction,
  { kind, destination, address, secret, now }: Try,
): Promise<boolean> {
  const destinationHash = keyedHash(secret, "destination", destination);
  const addressHash = keyedHash(secret, "address", address);
  await lockHashes(transaction, destinationHash, addressHash);
  const createdAt = { gt: new Date(now.getTime() - limits[kind].within) };
  const own = await transaction.loginTry.count({ where: { kind, destinationHash, createdAt } });
  const fromAddress = await transaction.loginTry.count({ where: { kind, addressHash, createdAt } });
  if (own >= limits[kind].destination || fromAddress >= limits[kind].address) return false;
  await transaction.loginTry.create({ data: { kind, destinationHash, addressHash, createdAt: now } });
  return true;
}

/** After a success. */
export async function forgetTries(transaction: Transaction, { kind, destination, secret }: Try): Promise<void> {
  await transaction.loginTry.deleteMany({
    where: { kind, destinationHash: keyedHash(secret, "destination", destination) },
  });
}
