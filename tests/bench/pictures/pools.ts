import { availableParallelism } from "node:os";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";
import type { Photo } from "./photos.ts";
import { keep, specs } from "./ways.ts";

export interface PoolRun {
  photosPerSecond: number;
  /** Resident memory of all children together, at its highest in each tenth of the run. */
  megabytes: number[];
}

/** Takes in `count` photos, everything on, as a worker does: the children judge, study and render, we write to the disk. */
export async function runPool(
  photos: readonly Photo[],
  { count, size, folder }: { count: number; size?: number; folder: string },
): Promise<PoolRun> {
  const blobs = await openLocalBlobs(folder);
  const pool = createRenderPool(size ? { size } : {});
  const take = async ({ name, bytes }: Photo) => {
    const studied = await pool.study(bytes, name, specs);
    if (!studied.ok) throw new Error(`${name}: ${studied.issue.code}`);
    await Promise.all(studied.photo.renditions.map((one) => keep(blobs, one.spec, one.bytes)));
  };
  await Promise.all(photos.map(take));
  let done = 0;
  const megabytes = Array.from({ length: 10 }, () => 0);
  const watch = setInterval(async () => {
    const tenth = Math.min(9, Math.floor((done / count) * 10));
    const each = await Promise.all(pool.pids().map(residentMegabytes));
    const all = each.reduce((sum, one) => sum + one, 0);
    megabytes[tenth] = Math.max(megabytes[tenth] ?? 0, all);
  }, 50);
  const started = performance.now();
  const waiting = Array.from({ length: count }, (_, index) => photos[index % photos.length]).values();
  // The next photo lies ready when a child is free, and no more than that.
  const hands = 2 * (size ?? availableParallelism());
  const hand = async () => {
    for (const photo of waiting) {
      if (photo) await take(photo);
      done++;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  await pool.close();
  return { photosPerSecond: count / seconds, megabytes };
}
