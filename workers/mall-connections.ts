import type { Logger } from "pino";
import { handedOverByHand, type MallConnection, type MallKey, mallKeys } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall, malls } from "#app/channels/registry.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { Config } from "#app/config.ts";
import { isOwnShop, mallOf } from "#app/domain/channel/channel-key.ts";
import { recordWarning } from "#app/domain/channel/contact.ts";
import { readConnection } from "#app/domain/channel/mall-connection.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { sharedPace } from "#app/services/pace/shared-pace.ts";
import { storedPictures } from "#app/services/pictures/uploaded-pictures.ts";
import { type RotatingTokens, storedTokens } from "#app/services/secrets/rotating-tokens.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { storedDesk } from "./stored-desk.ts";

/** By the channel's key. */
export type MallConnections = Partial<Record<string, MallConnection>>;

/** Milliseconds: what the office enters holds at every worker after that. */
const lookEvery = 2_000;

/** The connections of one worker, kept to what the environment gives and the office has entered over it. */
export interface OpenMalls {
  /** Always the present ones. A mall without settings is not there; what is handed over by hand waits on the office's own desk. */
  connections: MallConnections;
  /** Looks now whether the office has entered anything new. */
  refresh(): Promise<void>;
  close(): void;
}

export async function openMalls(
  settings: Pick<Config, "mallVariables" | "secretsKeys">,
  database: Database,
  blobs: BlobStore,
  log: Logger,
): Promise<OpenMalls> {
  const seal = createSeal(settings.secretsKeys);
  const tokens = storedTokens(database, seal);
  const connections: MallConnections = {};
  const versions = new Map<string, number>();

  async function refresh(): Promise<void> {
    const entered = await database.mallConnection.findMany({ select: { channelKey: true, version: true } });
    const enteredVersions = new Map(entered.map(({ channelKey, version }) => [channelKey, version]));
    for (const channelKey of new Set([...mallKeys, ...enteredVersions.keys()])) {
      const version = enteredVersions.get(channelKey) ?? 0;
      if (versions.get(channelKey) === version) continue;
      const key = mallKeys.find((one) => one === mallOf(channelKey));
      const connection = key ? await connect(channelKey, key) : null;
      if (connection) connections[channelKey] = connection;
      else delete connections[channelKey];
      versions.set(channelKey, version);
    }
  }

  async function connect<Key extends MallKey>(channelKey: string, key: Key): Promise<MallConnection | null> {
    const { values } = await readConnection(database, seal, channelKey);
    const wiring = sharedWiring(database, channelKey, tokens);
    if (isOwnShop(channelKey)) {
      // Never by the keys of the programme.
      const own = readMallSettings(key, values).settings;
      return own && connectMall(key, own, wiring);
    }
    const given = readMallSettings(key, { ...settings.mallVariables, ...values }).settings;
    if (given) return connectMall(key, given, wiring);
    const mall = malls[key];
    return handedOverByHand(mall) ? mall.connectAtDesk(storedDesk(database, blobs)) : null;
  }

  await refresh();
  const looking = setInterval(() => {
    refresh().catch((error) => log.warn({ error }, "could not look for new connections"));
  }, lookEvery);
  return { connections, refresh, close: () => clearInterval(looking) };
}

/** All workers together keep to what an account is allowed. */
function sharedWiring(database: Database, channel: string, tokens: RotatingTokens): Wiring {
  return {
    now: Date.now,
    tokens: {
      read: (holder) => tokens.read({ ...holder, channel }),
      renew: (holder, renew) => tokens.renew({ ...holder, channel }, renew),
    },
    warn: (warning) => recordWarning(database, channel, warning),
    pictures: (account) => storedPictures(database, channel, account),
    pace: (bucket, allowance) => sharedPace(database, bucket === "" ? channel : `${channel} ${bucket}`, allowance),
  };
}
