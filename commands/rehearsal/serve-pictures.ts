import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
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
