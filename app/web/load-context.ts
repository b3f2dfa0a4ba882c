import type { Logger } from "pino";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import type { Locale } from "#app/messages/sentence.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import type { BrowsableIndex } from "#app/services/search/search-index.ts";
import type { ArrivingFiles } from "#app/services/uploads/arriving-files.ts";
import type { Config } from "../config.ts";

/** What every page of the program may use, whoever calls. */
export interface House {
  database: Database;
  blobs: BlobStore;
  search: BrowsableIndex;
  /** Files that arrive piece by piece. */
  arriving: ArrivingFiles;
  config: Config;
}

/** What the server knows of one request before a page sees it. */
export interface LoadContext extends House {
  log: Logger;
  account: SessionAccount | null;
  locale: Locale;
  /** Of this answer's content security policy. */
  nonce: string;
  requestId: string;
  /** The caller's address, for limits; never logged. */
  clientAddress: string;
  /** Whether visitors come by https, and cookies are marked so. */
  secure: boolean;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
