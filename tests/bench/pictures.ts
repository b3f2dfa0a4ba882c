import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";
import { madePhotos, type Photo, photosIn } from "./pictures/photos.ts";
import { similarity } from "./pictures/ssim.ts";
import {
  renderBare,
  renderCeiling,
  renderLossless,
  renderNaively,
  renderWhole,
  specs,
  type Way,
} from "./pictures/ways.ts";

/*
 * `npm run bench -- pictures [--json] [--photos <folder>] [--many <count>]`: what our way of making a photo's pictures costs beside
 * the least that any way must cost, and beside the naive one, turn about in one run, in CPU time.
 */

export interface PictureNumbers {
  /** The least any way must cost ÷ ours with everything on: hashes, hints, writing to disk. */
  ratioToCeiling: number;
  /** The same, ours making the pictures only. */
  ratioToCeilingBare: number;
  /** A fresh decode a picture ÷ ours, at the same qualities and efforts; and at sharp's own efforts. */
  ratioToNaive: number;
  ratioToDefaults: number;
  /** Structural similarity of our pictures to the naive ones: of the least alike, and of all in the mean. */
  leastSimilarity: number;
  similarity: number;
  /** How much more alike ours are to the photo itself, scaled without loss, than the naive ones; below 0 they would be worse. */
  nearerToPhoto: number;
  /** Of the whole pool, with a core a child. */
  photosPerSecond: number;
  /** What the pool of all cores does to what one child does. */
  ratioToOneChild: number;
  /** Resident memory of all children at once. */
  peakMB: number;
}

const rounds = 3;

export async function bench(words: string[]): Promise<void> {
  const json = words.includes("--json");
  const tell = (line: string) => {
    if (!json) console.log(line);
  };
  const folder = optionOf(words, "--photos");
  const photos = folder ? await photosIn(folder, tell) : await madePhotos();
  const many = Number(optionOf(words, "--many") ?? 60);
  const work = await mkdtemp(join(tmpdir(), "baekseon-bench-"));
  try {
    const numbers = { ...(await compare(photos, work, tell)), ...(await measurePools(photos, many)) };
    if (json) process.stdout.write(`${JSON.stringify(numbers)}\n`);
    else for (const [name, value] of Object.entries(numbers)) console.log(`${name.padEnd(20)} ${value.toFixed(3)}`);
  } finally {
    await rm(work, { recursive: true });
  }
}

function optionOf(words: string[], option: string): string | undefined {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
}

async function compare(photos: Photo[], work: string, tell: (line: string) => void) {
  const blobs = await openLocalBlobs(work);
  const ways = {
    ceiling: renderCeiling,
    bare: renderBare,
    whole: renderWhole(blobs),
    naive: renderNaively({ defaults: false }),
    defaults: renderNaively({ defaults: true }),
  } satisfies Record<string, Way>;
  const names = Object.keys(ways) as (keyof typeof ways)[];
  const sums = new Map(names.map((name) => [name, 0]));
  const alike: number[] = [];
  const nearer: number[] = [];
  for (const { name, bytes } of photos) {
    const least = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      for (const way of names) {
        const seconds = await cpuSeconds(() => ways[way](bytes));
        least.set(way, Math.min(least.get(way) ?? seconds, seconds));
      }
    }
    for (const way of names) sums.set(way, (sums.get(way) ?? 0) + (least.get(way) ?? 0));
    const [ours, theirs, lossless] = [await ways.bare(bytes), await ways.naive(bytes), await renderLossless(bytes)];
    for (const [index, truth] of lossless.entries()) {
      const [one = truth, other = truth] = [ours[index], theirs[index]];
      alike.push(await similarity(one, other));
      nearer.push((await similarity(one, truth)) - (await similarity(other, truth)));
    }
    const times = names.map((way) => `${way} ${(least.get(way) ?? 0).toFixed(2)} s`);
    tell(`${name.padEnd(28)} ${times.join("  ")}`);
  }
  const ratio = (one: keyof typeof ways, other: keyof typeof ways) => (sums.get(one) ?? 0) / (sums.get(other) ?? 1);
  return {
    ratioToCeiling: ratio("ceiling", "whole"),
    ratioToCeilingBare: ratio("ceiling", "bare"),
    ratioToNaive: ratio("naive", "whole"),
    ratioToDefaults: ratio("defaults", "whole"),
    leastSimilarity: Math.min(...alike),
    similarity: mean(alike),
    nearerToPhoto: mean(nearer),
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function measurePools(photos: Photo[], many: number) {
  const one = await measurePool(photos, Math.min(many, 20), 1);
  const all = await measurePool(photos, many);
  return { photosPerSecond: all.rate, ratioToOneChild: all.rate / one.rate, peakMB: all.peak };
}

async function measurePool(photos: Photo[], many: number, size?: number): Promise<{ rate: number; peak: number }> {
  const pool = createRenderPool(size ? { size } : {});
  await Promise.all(photos.map(({ bytes }) => pool.render(bytes, specs)));
  let peak = 0;
  const watch = setInterval(async () => {
    const each = await Promise.all(pool.pids().map(residentMegabytes));
    peak = Math.max(
      peak,
      each.reduce((sum, one) => sum + one, 0),
    );
  }, 50);
  const started = performance.now();
  const orders = Array.from({ length: many }, (_, index) => photos[index % photos.length]).filter((one) => !!one);
  await Promise.all(orders.map(({ bytes }) => pool.render(bytes, specs)));
  const rate = orders.length / ((performance.now() - started) / 1000);
  clearInterval(watch);
  await pool.close();
  return { rate, peak };
}
