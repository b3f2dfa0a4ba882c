import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareWays, type WayTimes } from "./pictures/compare.ts";
import { takeHostile } from "./pictures/hostile.ts";
import { measureLikeness } from "./pictures/likeness.ts";
import { compareMagick } from "./pictures/magick.ts";
import { madePhotos, type Photo, photosIn } from "./pictures/photos.ts";
import { runPool } from "./pictures/pools.ts";

/*
 * `npm run bench -- pictures [--json] [--photos <folder>] [--bare]`: what our way of making a photo's pictures costs beside the least
 * that any way must cost, and beside the naive one, turn about in one run, in CPU time; then how many photos all cores take in.
 * Besides, one at a time: `--alike` (structural similarity of every picture), `--cores` (two cores beside one), `--many <count>`
 * (memory over so many photos), `--hostile`, `--magick` (beside ImageMagick's command).
 */

export interface PictureNumbers {
  /** The least any way must cost ÷ ours with everything on: judging, hashes, hints, writing to disk. With `--bare` without these. */
  ratioToCeiling: number;
  /** A fresh decode a picture ÷ ours, at the same qualities and efforts; and at sharp's own efforts. */
  ratioToNaive: number;
  ratioToDefaults: number;
  /** Taken in by a pool with a child for each core, everything on. */
  photosPerSecond: number;
  /** Resident memory of all its children at once, at its highest. */
  peakMB: number;
}

const rounds = 5;
const pooled = 60;

export async function bench(words: string[]): Promise<void> {
  const json = words.includes("--json");
  const tell = (line: string) => {
    if (!json) console.log(line);
  };
  const folder = await mkdtemp(join(tmpdir(), "baekseon-bench-"));
  try {
    if (words.includes("--hostile")) return show(json, await takeHostile(tell));
    const given = optionOf(words, "--photos");
    const photos = given ? await photosIn(given, tell) : await madePhotos();
    if (photos.length === 0) throw new Error(`no photos in ${given}`);
    const many = Number(optionOf(words, "--many") ?? 0);
    if (words.includes("--alike")) show(json, await measureLikeness(photos, tell));
    else if (words.includes("--cores")) show(json, await compareCores(photos, folder));
    else if (words.includes("--magick")) show(json, { timesAsLong: await compareMagick(photos, folder) });
    else if (many > 0) show(json, await runPool(photos, { count: many, folder }));
    else {
      const times = await compareWays(photos, { folder, rounds, tell });
      const { photosPerSecond, megabytes } = await runPool(photos, { count: pooled, folder });
      const ours = words.includes("--bare") ? times.bare : times.whole;
      const numbers: PictureNumbers = {
        ratioToCeiling: times.ceiling / ours,
        ratioToNaive: times.naive / ours,
        ratioToDefaults: times.defaults / ours,
        photosPerSecond,
        peakMB: Math.max(...megabytes),
      };
      show(json, json ? numbers : { ...numbers, ...furtherNumbers(times) });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function furtherNumbers({ ceiling, bare, study, whole, naive }: WayTimes) {
  return {
    bareToCeiling: ceiling / bare,
    bareToNaive: naive / bare,
    /** No way of making the pictures once can be further from the naive one. */
    ceilingToNaive: naive / ceiling,
    hintsAndHashes: study / whole,
  };
}

/** One core with one child, two with two; turn about, for the machine may slow down meanwhile. */
async function compareCores(photos: readonly Photo[], folder: string) {
  const rates = { one: 0, two: 0 };
  for (let round = 0; round < rounds; round++) {
    for (const [name, cores, size] of [
      ["one", "0", 1],
      ["two", "0,1", 2],
    ] as const) {
      keepTo(cores);
      const { photosPerSecond } = await runPool(photos, { count: 12 * size, size, folder });
      rates[name] = Math.max(rates[name], photosPerSecond);
    }
  }
  return { ...rates, twoToOne: rates.two / rates.one };
}

/** Else one child has the second core beside it for what we write and hash. Linux only; children inherit it. */
function keepTo(cores: string): void {
  execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", cores, String(process.pid)], { stdio: "ignore" });
}

function optionOf(words: string[], option: string): string | undefined {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
}

function show(json: boolean, numbers: object): void {
  if (json) process.stdout.write(`${JSON.stringify(numbers)}\n`);
  else
    console.table(
      Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [
          name,
          typeof value === "number" ? Math.round(value * 1000) / 1000 : value,
        ]),
      ),
    );
}
