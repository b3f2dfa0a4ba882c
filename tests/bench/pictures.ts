import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { webSet } from "#app/domain/picture/web-set.ts";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";
import { noise, scene } from "../unit/made-pictures.ts";

/*
 * `npm run bench -- pictures [folder of photos]`: our way against the naive one (a fresh decode for every picture, at the same
 * qualities and efforts), turn about in one run, since absolute times differ from machine to machine.
 */

const jpeg = (shape: RenditionSpec["shape"], size: number): RenditionSpec => ({
  key: `${shape}-${size}`,
  shape,
  size,
  format: "jpeg",
  quality: 85,
});
const specs: RenditionSpec[] = [
  jpeg("square", 1000),
  jpeg("square", 800),
  jpeg("square", 600),
  jpeg("width", 860),
  ...webSet,
  { key: "avif-640", shape: "width", size: 640, format: "avif", quality: 60 },
];

export async function bench(words: string[]): Promise<void> {
  const [folder] = words;
  const photos = folder ? await photosIn(folder) : await madePhotos();
  await compare(photos);
  await measurePool(photos, 3);
}

interface Photo {
  name: string;
  bytes: Buffer;
}

/** Every photo of the folder that we take, but HEIC, which sharp alone cannot read. */
async function photosIn(folder: string): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, name));
    const started = performance.now();
    const inspection = await inspectPhoto(bytes, name);
    const inspected = `${(performance.now() - started).toFixed(1)} ms`;
    const verdict = inspection.ok ? inspection.mediaType : inspection.issue.code;
    const rendered = inspection.ok ? await renderPhoto(bytes, [jpeg("square", 600)]).catch(() => null) : null;
    console.log(`${name.padEnd(32)} ${verdict.padEnd(14)} ${inspected.padStart(8)}${rendered ? "" : "  left out"}`);
    if (rendered && inspection.ok && inspection.mediaType !== "image/heic") photos.push({ name, bytes });
  }
  return photos;
}

/** Twelve megapixels with grain, half of them in Display P3, half lying on their side. */
async function madePhotos(): Promise<Photo[]> {
  return Promise.all(
    [1, 2, 3, 4].map(async (seed) => {
      const grain = await noise(1008, 756, seed).resize(4032, 3024).png({ compressionLevel: 1 }).toBuffer();
      const picture = await scene(4032, 3024, seed).png({ compressionLevel: 1 }).toBuffer();
      const photo = sharp(picture).composite([{ input: grain, blend: "soft-light" }]);
      if (seed % 2) photo.withIccProfile("p3");
      const bytes = await photo
        .withMetadata({ orientation: seed > 2 ? 6 : 1 })
        .jpeg({ quality: 88 })
        .toBuffer();
      return { name: `made ${seed}`, bytes };
    }),
  );
}

async function renderNaively(bytes: Buffer): Promise<void> {
  for (const { shape, size, format, quality } of specs) {
    const box = shape === "square" ? { width: size, height: size, fit: "contain" as const } : { width: size };
    const picture = sharp(bytes, { autoOrient: true })
      .resize({ ...box, background: "white", withoutEnlargement: true })
      .flatten({ background: "white" });
    const effort = format === "webp" ? { effort: 4 } : format === "avif" ? { effort: 2 } : {};
    await picture.toFormat(format, { quality, ...effort }).toBuffer();
  }
}

async function compare(photos: Photo[]): Promise<void> {
  let [ours, naive] = [0, 0];
  for (const { name, bytes } of photos) {
    const pair = [0, 0];
    for (let round = 0; round < 3; round++) {
      pair[0] = least(pair[0], await cpuSeconds(() => renderPhoto(bytes, specs)));
      pair[1] = least(pair[1], await cpuSeconds(() => renderNaively(bytes)));
    }
    const [one = 0, other = 0] = pair;
    console.log(
      `${name.padEnd(32)} ours ${one.toFixed(2)} s  naive ${other.toFixed(2)} s  ${(other / one).toFixed(2)}×`,
    );
    ours += one;
    naive += other;
  }
  const each = (sum: number) => `${(sum / photos.length).toFixed(2)} s`;
  console.log(`CPU a photo: ours ${each(ours)}, naive ${each(naive)}: ${(naive / ours).toFixed(2)}×`);
}

const least = (known: number | undefined, found: number) => (known ? Math.min(known, found) : found);

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function measurePool(photos: Photo[], rounds: number): Promise<void> {
  const pool = createRenderPool();
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
  const orders = Array.from({ length: rounds }, () => photos).flat();
  await Promise.all(orders.map(({ bytes }) => pool.render(bytes, specs)));
  const rate = orders.length / ((performance.now() - started) / 1000);
  console.log(`pool of ${pool.pids().length}: ${rate.toFixed(2)} photos/s, children's peak ${peak.toFixed(0)} MB`);
  clearInterval(watch);
  await pool.close();
}
