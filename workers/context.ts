import { join } from "node:path";
import type { Logger } from "pino";
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
import { type PageReader, pageReader } from "#app/services/pages/page-reader.ts";
import { type ArrivingFiles, arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { type Claims, openClaims } from "./claims.ts";
import { createRenderPool, type RenderPool } from "./images/render-pool.ts";
import { fetchLimits, type PhotoFetching } from "./intake/fetch-limits.ts";
import { type MallConnections, openMalls } from "./mall-connections.ts";

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
  /** Reads creators' channels and what they publish. */
  pages: PageReader;
  /** A mall without settings is not connected and its listings wait; packages then wait on the office's own desk. */
  malls: MallConnections;
  /** Looks now whether the office has entered other settings for a mall. */
  refreshMalls(): Promise<void>;
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
  const malls = await openMalls(settings, database, blobs, log);
  return {
    database,
    blobs,
    arriving: arrivingFiles(join(settings.dataDir, "arriving")),
    renderPool,
    claims,
    fetching: { network: internet("image/*"), limits: fetchLimits },
    pages: pageReader(internet("text/html")),
    malls: malls.connections,
    refreshMalls: malls.refresh,
    messages: openMessageProvider(settings, printMessage),
    businessRegistry: settings.businessRegistry && taxOffice(settings.businessRegistry),
    keepSecrets: !settings.production,
    publicUrl: settings.publicUrl,
    webUrl: settings.webUrl,
    followUpPace: settings.followUpPace,
    log,
    async close() {
      malls.close();
      await renderPool.close();
      await claims.close();
      await database.$disconnect();
    },
  };
}

/** Whoever tries the demonstration logs in with what the terminal says; the rest is read at the office. */
function printMessage({ recipient, text, variables }: OutgoingMessage): void {
  if (!secretParams.some((name) => name in variables)) return;
  process.stderr.write(`  → ${formatPhone(recipient)}: ${text.replaceAll("\n", " ")}\n`);
}
