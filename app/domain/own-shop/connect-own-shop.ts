import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Seal } from "#app/services/secrets/seal.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { ownShopKey } from "../channel/channel-key.ts";
import { type ConnectionValues, enterConnection, readConnection } from "../channel/mall-connection.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import type { Issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export interface OwnShop {
  storeId: string;
  /** The mall's key. */
  mall: string;
}

interface ConnectOwnShop extends OwnShop {
  /** What messages call it, in Korean. */
  name: string;
  typed: ConnectionValues;
  problemsOf(values: ConnectionValues): Issue[];
}

/** A merchant lets us into a shop of their own: kept as the office's connections are, and tried at once. */
export async function connectOwnShop(
  database: Database,
  seal: Seal,
  actor: Actor,
  { storeId, mall, name, typed, problemsOf }: ConnectOwnShop,
): Promise<Outcome<{ changed: string[] }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const key = ownShopKey(mall, storeId);
  const { values } = await readConnection(database, seal, key);
  const issues = problemsOf(
    Object.fromEntries(Object.entries({ ...values, ...typed }).filter(([, one]) => one !== "")),
  );
  if (issues.length > 0) return { ok: false, issues };
  await database.channel.createMany({ data: [{ key, storeId, nameKo: name }], skipDuplicates: true });
  return enterConnection(database, seal, actor, { channelKey: key, typed, problemsOf });
}

/** Forgets the keys of an own shop. What stands there must be down before: nobody could take it down any more. */
export async function disconnectOwnShop(
  database: Database,
  actor: Actor,
  { storeId, mall }: OwnShop,
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const channelKey = ownShopKey(mall, storeId);
  return inTransaction(database, async (transaction) => {
    const rows = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "mall_connection" WHERE "channel_key" = ${channelKey} FOR UPDATE`;
    if (rows.length === 0) return refused("channel.not_found");
    const count = await transaction.listing.count({
      where: { channelKey, OR: [{ wanted: "live" }, { state: { notIn: ["withdrawn", "not_ready"] } }] },
    });
    if (count > 0) return refused("own_shop.still_listed", {}, { params: { count } });
    await forgetKeys(transaction, { channelKey });
    await recordAudit(transaction, actor, {
      action: "disconnect-own-shop",
      subject: { kind: "channel", id: channelKey },
    });
    return done(null);
  });
}

/** A store that leaves takes its keys with it. */
export async function forgetOwnShops(transaction: Transaction, storeId: string): Promise<void> {
  await forgetKeys(transaction, { channel: { storeId } });
}

async function forgetKeys(
  transaction: Transaction,
  where: { channelKey: string } | { channel: { storeId: string } },
): Promise<void> {
  await transaction.mallToken.deleteMany({ where });
  await transaction.mallConnection.updateMany({
    where,
    data: { sealed: null, enteredAt: null, checkAskedAt: null, checkedAt: null, version: { increment: 1 } },
  });
}
