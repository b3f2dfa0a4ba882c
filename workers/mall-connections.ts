import type { Logger } from "pino";
import { handedOverByHand, type MallConnection, type MallKey, mallKeys } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall, malls } from "#app/channels/registry.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { Config } from "#app/config.ts";
import { readConnection } from "#app/domain/channel/mall-connection.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { sharedPace } from "#app/services/pace/shared-pace.ts";
import { storedPictures } from "#app/services/pictures/uploaded-pictures.ts";
import { type RotatingTokens, storedTokens } from "#app/services/secrets/rotating-tokens.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { storedDesk } from "./stored-desk.ts";

export type MallConnections = Partial<Record<MallKey, MallConnection>>;

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
    for (const key of mallKeys) {
      const version = entered.find(({ channelKey }) => channelKey === key)?.version ?? 0;
      if (versions.get(key) === version) continue;
      const connection = await connect(key);
      if (connection) connections[key] = connection;
      else delete connections[key];
      versions.set(key, version);
    }
  }

  async function connect<Key extends MallKey>(key: Key): Promise<MallConnection | null> {
    const { values } = await readConnection(database, seal, key);
    const given = readMallSettings(key, { ...settings.mallVariables, ...values }).settings;
    if (given) return connectMall(key, given, sharedWiring(database, key, tokens));
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
function sharedWiring(database: Database, key: MallKey, tokens: RotatingTokens): Wiring {
  return {
    now: Date.now,
    tokens,
    pictures: (account) => storedPictures(database, key, account),
    pace: (bucket, allowance) => sharedPace(database, bucket === "" ? key : `${key} ${bucket}`, allowance),
  };
}
