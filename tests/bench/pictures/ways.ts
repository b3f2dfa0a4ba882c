import { randomUUID } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import { mainWebSet } from "#app/domain/picture/web-set.ts";
import { type BlobStore, renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { decodeMaster, type Size } from "#workers/images/decode.ts";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { createPyramid, scaled } from "#workers/images/pyramid.ts";
import { renderPhoto, studyPhoto } from "#workers/images/render.ts";
import { cardOf, fillsCard } from "#workers/images/share-card.ts";
import { studyPixels } from "#workers/images/study.ts";

const jpeg = (shape: RenditionSpec["shape"], size: number): RenditionSpec => ({
  key: `${shape}-${size}`,
  shape,
  size,
  format: "jpeg",
  quality: 85,
});

/** What malls and web want of a product's main photo. */
export const specs: RenditionSpec[] = [
  jpeg("square", 1000),
  jpeg("square", 800),
  jpeg("square", 600),
  jpeg("width", 860),
  ...mainWebSet,
];

/** Bytes of every picture, in the order of `specs`. */
export type Way = (bytes: Buffer) => Promise<Buffer[]>;

export const renderBare: Way = async (bytes) =>
  (await renderPhoto(bytes, specs)).renditions.map((rendition) => rendition.bytes);

/** Gives what a photo is studied by, its pictures made already: hashes, hints, its main object. */
export async function prepareStudy(bytes: Buffer): Promise<() => Promise<unknown>> {
  const master = await decodeMaster(bytes, (photo) => scaled(photo, Math.min(1, 1280 / photo.width)));
  const pyramid = createPyramid(master, master.original);
  for (const { shape, size } of specs) {
    const level = sizeOf({ shape, size }, master.original);
    await pyramid.at(level.width, level.height);
  }
  return () => studyPixels(pyramid, master);
}

/** Everything that befalls a photo: judged, studied, its pictures written to the disk. */
export function renderWhole(blobs: BlobStore): Way {
  return async (bytes) => {
    const inspection = await inspectPhoto(bytes, "photo.jpg");
    if (!inspection.ok) throw new Error(inspection.issue.code);
    const { renditions } = await studyPhoto(bytes, specs);
    await Promise.all(renditions.map((one) => keep(blobs, one.spec, one.bytes)));
    return renditions.map((rendition) => rendition.bytes);
  };
}

/** Under a fresh address each time: bytes that lie there already would not be written. */
export async function keep(blobs: BlobStore, spec: RenditionSpec, bytes: Buffer): Promise<void> {
  await blobs.putAt(renditionKey(renditionAddress(sha256Of(Buffer.from(randomUUID())), spec)), bytes);
}

/** A fresh decode for every picture. With `defaults`, sharp's own efforts; `nudged`, see `nudge`. */
export function renderNaively({ defaults = false, nudged = false }): Way {
  return async (bytes) => {
    const { autoOrient: photo } = await sharp(bytes).metadata();
    const pictures: Buffer[] = [];
    for (const spec of specs) {
      const size = sizeOf(spec, photo);
      const picture = sharp(bytes, { autoOrient: true })
        .resize({ ...size, fit: "fill" })
        .flatten({ background: "white" });
      const drawn = await framed(nudged ? nudge(await raw(picture)) : picture, spec, size);
      pictures.push(await encode(drawn, spec, defaults).toBuffer());
    }
    return pictures;
  };
}

/** Every second pixel one of 255 steps lighter, which nobody sees: how far apart encoders put what is as good as the same. */
function nudge(level: Level): Sharp {
  const { width, channels } = level.info;
  for (let pixel = 0; pixel < level.data.length / channels; pixel++) {
    const isWhiteSquare = ((pixel % width) + Math.floor(pixel / width)) % 2 === 0;
    if (!isWhiteSquare) continue;
    for (let at = pixel * channels; at < (pixel + 1) * channels; at++) {
      level.data[at] = Math.min(255, (level.data[at] ?? 0) + 1);
    }
  }
  return fromLevel(level);
}

/** Each size made of all pixels of the photo: what every other way comes near to. Nothing encoded (PNG), or like the others. */
export function renderExactly({ encoded }: { encoded: boolean }): Way {
  return async (bytes) => {
    const whole = await sharp(bytes, { autoOrient: true })
      .flatten({ background: "white" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return Promise.all(
      specs.map(async (spec) => {
        const size = sizeOf(spec, whole.info);
        const picture = await framed(fromLevel(whole).resize({ ...size, fit: "fill" }), spec, size);
        return (encoded ? encode(picture, spec, false) : picture.png({ compressionLevel: 1 })).toBuffer();
      }),
    );
  };
}

function encode(picture: Sharp, { format, quality }: RenditionSpec, defaults: boolean): Sharp {
  const effort = defaults ? {} : format === "webp" ? { effort: 2 } : format === "avif" ? { effort: 2 } : {};
  return picture.toFormat(format, { quality, ...effort });
}

/**
 * What no way can do without: one decode at the cheapest shrink the decoder has, one resize a size (each from the next larger one,
 * unturned, without colour conversion), and the encodes.
 */
export const renderCeiling: Way = async (bytes) => {
  const { width, height, autoOrient: upright } = await sharp(bytes).metadata();
  const turned = upright.width !== width;
  const sizes = specs.map((spec) => sizeOf(spec, upright));
  const largest = Math.max(...sizes.map((size) => Math.max(size.width, size.height)));
  const scale = Math.min(1, largest / Math.max(width, height));
  let level = await raw(
    sharp(bytes, { ignoreIcc: true })
      .resize({ width: Math.round(width * scale), height: Math.round(height * scale), fit: "fill" })
      .flatten({ background: "white" }),
  );
  const pictures: Buffer[] = [];
  const known = new Map<string, Buffer>();
  const order = sizes.map((_, index) => index).sort((one, other) => areaOf(sizes[other]) - areaOf(sizes[one]));
  for (const index of order) {
    const spec = specs[index];
    const size = sizes[index];
    if (!spec || !size) continue;
    const [wide, high] = turned ? [size.height, size.width] : [size.width, size.height];
    if (level.info.width !== wide || level.info.height !== high) {
      level = await raw(fromLevel(level).resize({ width: wide, height: high, fit: "fill" }));
    }
    // A small photo gives the same picture for every larger size.
    const same = JSON.stringify([spec.shape, wide, high, spec.format, spec.quality]);
    const picture = await framed(fromLevel(level), spec, { width: wide, height: high }, turned);
    const made = known.get(same) ?? (await encode(picture, spec, false).toBuffer());
    known.set(same, made);
    pictures[index] = made;
  }
  return pictures;
};

type Level = Awaited<ReturnType<typeof raw>>;

function raw(picture: Sharp) {
  return picture.toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

function fromLevel({ data, info }: Level): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** Padded to a square, or put on a card; `turned`: it lies on its side. */
async function framed(
  picture: Sharp,
  { shape, size }: RenditionSpec,
  { width, height }: Size,
  turned = false,
): Promise<Sharp> {
  if (shape === "width") return picture;
  if (shape === "card") {
    const card = cardOf(size);
    return onCard(await raw(picture), turned ? { width: card.height, height: card.width } : card);
  }
  const side = Math.max(width, height);
  const [x, y] = [side - width, side - height];
  const [left, top] = [x >> 1, y >> 1];
  return picture.extend({ left, right: x - left, top, bottom: y - top, background: "white" });
}

async function onCard(picture: Level, card: Size): Promise<Sharp> {
  const { width, height, channels } = picture.info;
  const [left, top] = [(card.width - width) >> 1, (card.height - height) >> 1];
  if (left < 0 || top < 0) {
    return fromLevel(picture).extract({ left: Math.max(0, -left), top: Math.max(0, -top), ...card });
  }
  const around = fromLevel(picture).resize({ width: card.width / 10, height: card.height / 10, fit: "cover" });
  const ground = await raw(fromLevel(await raw(around.blur(6))).resize({ ...card, fit: "fill", kernel: "linear" }));
  for (let y = 0; y < height; y++) {
    const row = y * width * channels;
    picture.data.copy(ground.data, ((top + y) * card.width + left) * channels, row, row + width * channels);
  }
  return fromLevel(ground);
}

function sizeOf({ shape, size }: Pick<RenditionSpec, "shape" | "size">, photo: Size): Size {
  const byWidth = shape === "width" || (shape === "card" && fillsCard(photo, size));
  const high = shape === "card" ? cardOf(size).height : size;
  const scale = Math.min(1, size / photo.width, byWidth ? 1 : high / photo.height);
  return { width: Math.max(1, Math.round(photo.width * scale)), height: Math.max(1, Math.round(photo.height * scale)) };
}

function areaOf(size: Size | undefined): number {
  return size ? size.width * size.height : 0;
}
