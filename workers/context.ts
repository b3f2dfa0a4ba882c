import { join } from "node:path";
import type { Logger } from "pino";
import { type MallConnection, type MallKey, mallKeys } from "#app/channels/contract.ts";
import { connectGachiSapsida } from "#app/channels/gachi-sapsida/index.ts";
import { connectMall } from "#app/channels/registry.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import { type Config, requireDatabaseUrl } from "#app/config.ts";
import { formatPhone } from "#app/domain/account/phone.ts";
import { secretParams } from "#app/domain/outbox/templates.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { openBlobs } from "#app/services/blobs/open-blobs.ts";
import type { BusinessRegistry } from "#app/services/business-registry/business-registry.ts";
import { taxOffice } from "#app/services/business-registry/tax-office.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { internet } from "#app/services/fetching/fetch-public.ts";
import { openMessageProvider } from "#app/services/messages/open-provider.ts";
import type { MessageProvider, OutgoingMessage } from "#app/services/messages/provider.ts";
import { sharedPace } from "#app/services/pace/shared-pace.ts";
import { type RotatingTokens, storedTokens } from "#app/services/secrets/rotating-tokens.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { type ArrivingFiles, arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { type Claims, openClaims } from "./claims.ts";
import { createRenderPool, type RenderPool } from "./images/render-pool.ts";
import { fetchLimits, type PhotoFetching } from "./intake/fetch-limits.ts";
import { storedDesk } from "./stored-desk.ts";

/** What every task works with. */
export interface WorkerContext {
  database: Database;
  blobs: BlobStore;
  /** The web server's: files that nobody took are removed by us. */
  arriving: ArrivingFiles;
  renderPool: RenderPool;
  /** What of all workers only one may do at a time. */
  claims: Claims;
  /** How photos that a sheet names by their address are fetched. */
  fetching: PhotoFetching;
  /** A mall without settings is not connected and its listings wait; packages then wait on the office's own desk. */
  malls: Partial<Record<MallKey, MallConnection>>;
  messages: MessageProvider;
  /** Null: nobody is asked, and stores stay "not checked". */
  businessRegistry: BusinessRegistry | null;
  /** The demonstration leaves codes and links in the outbox for the office to read. */
  keepSecrets: boolean;
  /** Origin of permanent public addresses, without a trailing slash. */
  publicUrl: string;
  /** Origin of the pages people open, without a trailing slash. */
  webUrl: string;
  /** 1 is the malls' own pace of follow-up questions; the sandbox's reviews take seconds. */
  followUpPace: number;
  log: Logger;
  close(): Promise<void>;
}

export async function openContext(settings: Config, log: Logger): Promise<WorkerContext> {
  const database = openDatabase(requireDatabaseUrl(settings), { connections: settings.workerConcurrency + 2 });
  const blobs = await openBlobs(settings);
  const renderPool = createRenderPool({ size: settings.renderProcesses });
  const claims = openClaims(requireDatabaseUrl(settings));
  return {
    database,
    blobs,
    arriving: arrivingFiles(join(settings.dataDir, "arriving")),
    renderPool,
    claims,
    fetching: { network: internet, limits: fetchLimits },
    malls: connectMalls(settings, database, blobs),
    messages: openMessageProvider(settings, printMessage),
    businessRegistry: settings.businessRegistry && taxOffice(settings.businessRegistry),
    keepSecrets: !settings.production,
    publicUrl: settings.publicUrl,
    webUrl: settings.webUrl,
    followUpPace: settings.followUpPace,
    log,
    async close() {
      await renderPool.close();
      await claims.close();
      await database.$disconnect();
    },
  };
}

function connectMalls(settings: Config, database: Database, blobs: BlobStore): WorkerContext["malls"] {
  const tokens = storedTokens(database, createSeal(settings.secretsKeys));
  const connected: WorkerContext["malls"] = Object.fromEntries(
    mallKeys.flatMap((key) => {
      const given = settings.malls[key];
      return given ? [[key, connectMall(key, given, sharedWiring(database, key, tokens))]] : [];
    }),
  );
  return { "gachi-sapsida": connectGachiSapsida(storedDesk(database, blobs)), ...connected };
}

/** All workers together keep to what an account is allowed. */
function sharedWiring(database: Database, key: MallKey, tokens: RotatingTokens): Wiring {
  return {
    now: Date.now,
    tokens,
    pace: (bucket, allowance) => sharedPace(database, bucket === "" ? key : `${key} ${bucket}`, allowance),
  };
}

/** Whoever tries the demonstration logs in with what the terminal says; the rest is read at the office. */
function printMessage({ recipient, text, variables }: OutgoingMessage): void {
  if (!secretParams.some((name) => name in variables)) return;
  process.stderr.write(`  → ${formatPhone(recipient)}: ${text.replaceAll("\n", " ")}\n`);
}
