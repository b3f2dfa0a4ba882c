import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { studyPhoto } from "#workers/images/render.ts";

export interface Photo {
  name: string;
  bytes: Buffer;
}

const [width, height] = [4032, 3024];

/**
 * Twelve megapixels, half of them in Display P3, four of six lying on their side, 2.9 MB: what phones send. They hold as much detail: four
 * phones' photos were found to have 0.7 to 1.3 bits a pixel as WebP at 1,280 pixels of width and 0.8 to 1.9 at 640, these have 1.0
 * and 1.7.
 */
export async function madePhotos(): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const things = fallenLeaves(width / 2, height / 2, seed);
    // A phone's camera smooths what lies within two pixels and leaves some of the sensor's noise.
    const picture = await sharp(things, { raw: { width: width / 2, height: height / 2, channels: 3 } })
      .resize(width, height)
      .raw()
      .toBuffer();
    addNoise(picture, seed);
    const photo = sharp(picture, { raw: { width, height, channels: 3 } });
    if (seed % 2) photo.withIccProfile("p3");
    const bytes = await photo
      .withMetadata({ orientation: seed > 2 ? 6 : 1 })
      .jpeg({ quality: 92 })
      .toBuffer();
    photos.push({ name: `made ${seed}`, bytes });
  }
  return photos;
}

/**
 * Discs of all sizes that lie over one another, as many of a size as there is room for (their radii fall with the cube): what
 * cameras are tested with, for its edges, surfaces and detail are spread as in photos of real things.
 */
function fallenLeaves(wide: number, high: number, seed: number): Buffer {
  const random = randomNumbers(seed);
  const pixels = Buffer.alloc(wide * high * 3, 128);
  const [smallest, largest] = [8, 500];
  for (let leaf = 0; leaf < 5_000; leaf++) {
    const radius = 1 / Math.sqrt(random() * (smallest ** -2 - largest ** -2) + largest ** -2);
    const [x, y] = [random() * (wide + 2 * radius) - radius, random() * (high + 2 * radius) - radius];
    const light = 40 + random() * 170;
    const colour = [0, 1, 2].map(() => light + (random() - 0.5) * 90);
    const [slopeX, slopeY] = [(random() - 0.5) * 50, (random() - 0.5) * 50];
    for (let row = Math.max(0, Math.ceil(y - radius)); row <= Math.min(high - 1, y + radius); row++) {
      const half = Math.sqrt(radius ** 2 - (row - y) ** 2);
      for (let column = Math.max(0, Math.ceil(x - half)); column <= Math.min(wide - 1, x + half); column++) {
        const shade = (slopeX * (column - x) + slopeY * (row - y)) / radius;
        const at = (row * wide + column) * 3;
        for (let channel = 0; channel < 3; channel++) {
          pixels[at + channel] = Math.min(255, Math.max(0, (colour[channel] ?? 0) + shade));
        }
      }
    }
  }
  return pixels;
}

/** Up to nine steps of brightness. */
function addNoise(pixels: Buffer, seed: number): void {
  const random = randomNumbers(seed + 100);
  for (let at = 0; at < pixels.length; at += 3) {
    const step = Math.round((random() + random() + random() - 1.5) * 6);
    for (let channel = at; channel < at + 3; channel++) {
      pixels[channel] = Math.min(255, Math.max(0, (pixels[channel] ?? 0) + step));
    }
  }
}

/** From 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every photo of the folder that we take, but HEIC, which sharp alone cannot read; `tell` gets a line a file. */
export async function photosIn(folder: string, tell: (line: string) => void): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, name));
    const inspection = await inspectPhoto(bytes, name);
    const mediaType = inspection.ok ? inspection.photo.mediaType : null;
    const decodes = mediaType !== null && (await studyPhoto(bytes, []).catch(() => null));
    const compared = decodes && mediaType !== "image/heic";
    if (compared) photos.push({ name, bytes });
    tell(`${name.padEnd(32)} ${inspection.ok ? mediaType : inspection.issue.code}${compared ? "" : "  left out"}`);
  }
  return photos;
}
