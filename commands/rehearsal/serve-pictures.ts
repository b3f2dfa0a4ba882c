import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { serveRenditions } from "#app/services/blobs/serve-renditions.ts";
import type { Database } from "#app/services/database/database.ts";

/** Serves the renditions that malls fetch, as the web server does, on a free port of this machine. */
export async function servePictures(
  blobs: BlobStore,
  database: Database,
): Promise<{ origin: string; close(): Promise<void> }> {
  const app = express();
  app.use(serveRenditions(blobs, (address) => database.rendition.findUnique({ where: { address } })));
  app.use(askLater);
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The database may be down meanwhile; Express would write each of these into the console. */
const askLater: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.status(503).set("Cache-Control", "no-store").end();
};
