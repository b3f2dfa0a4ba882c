import "./web/modest-memory.ts";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { config, requireDatabaseUrl } from "#app/config.ts";
import { findSession } from "#app/domain/account/find-session.ts";
import { raiseAlarm } from "#app/domain/alarm/alarms.ts";
import { createApp, listen } from "#app/server.ts";
import { openBlobs } from "#app/services/blobs/open-blobs.ts";
import { openDatabase } from "#app/services/database/database.ts";
import { createLog } from "#app/services/log.ts";
import { openMeilisearchIndex } from "#app/services/search/meilisearch-index.ts";
import { openSearchIndex } from "#app/services/search/open-search-index.ts";
import { sweepTemporaryFolders } from "#app/services/temporary-folder.ts";
import { arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";
import { ProgressStream } from "#app/web/progress-stream.ts";

/** This runs as build/web/web.js, see build-pages.ts. */
const build = new URL("../", import.meta.url);

/** The web process of `npm start`: serves the built pages until it is told to stop or its parent is gone. */
const settings = config();
const databaseUrl = requireDatabaseUrl(settings);
const log = createLog("web", settings.logLevel);
await sweepTemporaryFolders("upload");
const database = openDatabase(databaseUrl);
const progress = new ProgressStream(databaseUrl, database, log);
const web = await listen(
  createApp({
    settings: {
      publicUrl: settings.webUrl,
      https: settings.webUrl.startsWith("https:"),
      trustProxy: settings.trustProxy || false,
      clientDirectory: fileURLToPath(new URL("client", build)),
    },
    house: {
      database,
      blobs: await openBlobs(settings, (why) => void raiseAlarm(database, `blobs_${why}`).catch(() => {})),
      search: openSearchIndex(
        database,
        settings.meilisearch && {
          url: settings.meilisearch.url,
          index: openMeilisearchIndex(settings.meilisearch),
          tell: (trouble) => void raiseAlarm(database, trouble).catch(() => {}),
        },
      ),
      arriving: arrivingFiles(join(settings.dataDir, "arriving")),
      config: settings,
    },
    build: (await import(new URL("server/index.js", build).href)) as ServerBuild,
    findSession: async (token) =>
      (await findSession(database, token, { allowDemonstration: !settings.production }))?.account ?? null,
    findRendition: (address) => database.rendition.findUnique({ where: { address } }),
    progress,
    log,
  }),
  progress,
  settings.port,
  settings.host,
);

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
whenParentIsGone(stop);

function stop(): void {
  if (stopping) return;
  stopping = true;
  void web
    .stop()
    .then(() => database.$disconnect())
    .then(() => process.exit(0));
}
