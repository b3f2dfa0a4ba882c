import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { openClaims } from "#workers/claims.ts";
import { drawPage } from "#workers/images/detail-page/draw-page.ts";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { renderPhoto, studyPhoto } from "#workers/images/render.ts";
import type { RenderPool } from "#workers/images/render-pool.ts";
import { drawCard } from "#workers/images/season-card/draw-card.ts";

export interface PictureHouse {
  database: Database;
  url: string;
  blobs: BlobStore;
}

export async function pictureHouse(): Promise<PictureHouse> {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const folder = await mkdtemp(join(tmpdir(), "pictures-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return { database, url, blobs: await openLocalBlobs(folder) };
}

/** What one worker process has of its own; `rendered` tells how many renditions it made. */
export function pictureWorker({ database, url, blobs }: PictureHouse) {
  const claims = openClaims(url);
  onTestFinished(() => claims.close());
  const rendered: string[] = [];
  const renderPool: Pick<RenderPool, "render" | "study" | "drawPage" | "drawCard"> = {
    async render(bytes, specs, edits, onMade) {
      rendered.push(...specs.map(({ key }) => key));
      return { ok: true, photo: await renderPhoto(bytes, specs, edits, onMade) };
    },
    async study(bytes, fileName, specs) {
      const inspection = await inspectPhoto(bytes, fileName);
      if (!inspection.ok) return inspection;
      rendered.push(...specs.map(({ key }) => key));
      return { ok: true, original: inspection.photo, photo: await studyPhoto(bytes, specs) };
    },
    async drawPage(order) {
      return { ok: true, slices: await drawPage(order) };
    },
    async drawCard(order) {
      return { ok: true, card: await drawCard(order) };
    },
  };
  return { database, blobs, claims, renderPool: renderPool as RenderPool, rendered };
}
