import type { Logger } from "pino";
import type { MallConnection, MallKey } from "#app/channels/contract.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import type { MessageProvider } from "#app/services/messages/message-provider.ts";
import type { RenderPool } from "./images/render-pool.ts";

/** What every task works with. */
export interface WorkerContext {
  database: Database;
  blobs: BlobStore;
  renderPool: RenderPool;
  /** A mall without settings is not connected: its listings wait. */
  malls: Partial<Record<MallKey, MallConnection>>;
  messages: MessageProvider;
  /** Origin of permanent public addresses, without a trailing slash. */
  publicUrl: string;
  /** 1 is the malls' own pace of follow-up questions; the sandbox's reviews take seconds. */
  followUpPace: number;
  log: Logger;
}
