import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { noise, scene } from "../../unit/made-pictures.ts";

export interface Photo {
  name: string;
  bytes: Buffer;
}

/** Twelve megapixels with grain, half of them in Display P3, half lying on their side: about what phones send. */
export async function madePhotos(): Promise<Photo[]> {
  return Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (seed) => {
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

/** Every photo of the folder that we take, but HEIC, which sharp alone cannot read; `tell` gets a line a file. */
export async function photosIn(folder: string, tell: (line: string) => void): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, name));
    const inspection = await inspectPhoto(bytes, name);
    const mediaType = inspection.ok ? inspection.mediaType : null;
    const decodes = mediaType !== null && (await renderPhoto(bytes, []).catch(() => null));
    const compared = decodes && mediaType !== "image/heic";
    if (compared) photos.push({ name, bytes });
    tell(`${name.padEnd(32)} ${inspection.ok ? mediaType : inspection.issue.code}${compared ? "" : "  left out"}`);
  }
  return photos;
}
