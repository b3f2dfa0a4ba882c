import type { Sharp } from "sharp";
import { issue } from "#app/domain/issue/issue.ts";
import { editedSize, editsRecipe, noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import type { RenditionFormat, RenditionSpec } from "#app/domain/picture/rendition.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { applyEdits } from "./apply-edits.ts";
import { decodeMaster, type Master, PhotoFault, type Size, toRaw } from "./decode.ts";
import { createPyramid, fromRaw, type Pyramid, scaled } from "./pyramid.ts";
import { cardOf, drawCard, fillsCard } from "./share-card.ts";
import { type PhotoStudy, studyPixels } from "./study.ts";

export interface Rendition {
  spec: RenditionSpec;
  bytes: Buffer;
  /** Pixels of the picture as encoded, padding included. */
  width: number;
  height: number;
  mediaType: string;
  /** Lower-case hex SHA-256 of the bytes. */
  sha256: string;
}

export interface RenderedPhoto {
  /** In the order of the specs. */
  renditions: Rendition[];
}

export interface StudiedPhoto extends RenderedPhoto {
  study: PhotoStudy;
}

export type OnMade = (rendition: Rendition) => void;

const qualityStep = 8;
const lowestQuality = 37;
/** The width, in pixels, to which a photo is decoded for all pictures that are no larger. */
const masterWidth = 1280;

/**
 * Decodes a photo and makes all its pictures: upright, edited, sRGB, on white, without any metadata. A picture's bytes are the same
 * whatever others are made with it: one that is lost comes back as it was sent. `onMade` gets each as soon as it is made.
 * Throws `PhotoFault`.
 */
export async function renderPhoto(
  bytes: Buffer,
  specs: RenditionSpec[],
  edits = noEdits,
  onMade?: OnMade,
): Promise<RenderedPhoto> {
  return { renditions: await renderAll(specs, (width) => decodePhoto(bytes, edits, width), onMade) };
}

/** The same for a photo that arrives, and what can be found out about it: once an original, from the same decode. */
export async function studyPhoto(bytes: Buffer, specs: RenditionSpec[]): Promise<StudiedPhoto> {
  const usual = await decodePhoto(bytes, noEdits, masterWidth);
  const renditions = await renderAll(specs, async (width) =>
    width === masterWidth ? usual : decodePhoto(bytes, noEdits, width),
  );
  return { renditions, study: await studyPixels(usual.pyramid, usual.master) };
}

interface DecodedPhoto {
  master: Master;
  frame: Frame;
  /** Of the edited photo. */
  pyramid: Pyramid;
}

/** As large as a picture of this width needs it. */
async function decodePhoto(bytes: Buffer, edits: PhotoEdits, width: number): Promise<DecodedPhoto> {
  const master = await decodeMaster(bytes, (photo) => {
    const { picture, margin } = frameOf(photo, edits);
    return scaled(photo, Math.min(1, width / (picture.width + 2 * margin)));
  });
  const frame = frameOf(master.original, edits);
  const isEdited = Object.keys(editsRecipe(edits)).length > 0;
  return { master, frame, pyramid: createPyramid(isEdited ? await applyEdits(master, edits) : master, frame.picture) };
}

async function renderAll(
  specs: readonly RenditionSpec[],
  decode: (width: number) => Promise<DecodedPhoto>,
  onMade: OnMade = () => {},
): Promise<Rendition[]> {
  const widths = new Set(specs.map(({ size }) => Math.max(masterWidth, size)));
  const made = new Map<RenditionSpec, Rendition>();
  for (const width of widths) {
    const { pyramid, frame } = await decode(width);
    const byRecipe = new Map<string, Rendition>();
    for (const spec of specs.filter(({ size }) => Math.max(masterWidth, size) === width)) {
      // A small photo gives the same picture for every larger size.
      const recipe = recipeOf(spec, frame);
      const rendition = byRecipe.get(recipe) ?? (await makeRendition(pyramid, frame, spec));
      byRecipe.set(recipe, rendition);
      made.set(spec, { ...rendition, spec });
      onMade({ ...rendition, spec });
    }
  }
  return specs.flatMap((spec) => made.get(spec) ?? []);
}

/** The edited photo at its full size, in pixels of the original, and its white margin. */
interface Frame {
  picture: Size;
  margin: number;
}

function frameOf(photo: Size, edits: PhotoEdits): Frame {
  const picture = editedSize(photo, edits);
  return { picture, margin: Math.max(picture.width, picture.height) * edits.margin };
}

/** Pixels of the longest side that a file of each format can have. */
const longestSide: Record<RenditionFormat, number> = { jpeg: 65_535, webp: 16_383, avif: 16_384, png: 65_535 };

/** How much of the frame's size the spec needs; never above 1. */
function scaleOf({ shape, size, format }: RenditionSpec, frame: Frame): number {
  const { width, height } = withMargin(frame);
  switch (shape) {
    case "width":
      return Math.min(1, size / width, longestSide[format] / height);
    case "square":
      return Math.min(1, size / Math.max(width, height));
    case "card":
      return fillsCard({ width, height }, size) && frame.margin === 0
        ? size / width
        : Math.min(1, size / width, cardOf(size).height / height);
  }
}

function withMargin({ picture: { width, height }, margin }: Frame): Size {
  return { width: width + 2 * margin, height: height + 2 * margin };
}

function recipeOf(spec: RenditionSpec, frame: Frame): string {
  const { shape, format, quality, maxBytes } = spec;
  return JSON.stringify([shape, sizesOf(spec, frame), format, quality, maxBytes]);
}

/** Pixels of the picture alone, and of all of it with margin and padding. */
function sizesOf(spec: RenditionSpec, frame: Frame): { picture: Size; whole: Size } {
  const scale = scaleOf(spec, frame);
  const whole = scaled(withMargin(frame), scale);
  const side = Math.max(whole.width, whole.height, spec.atLeast ?? 0);
  return {
    picture: scaled(frame.picture, scale),
    whole: spec.shape === "square" ? { width: side, height: side } : whole,
  };
}

async function makeRendition(pyramid: Pyramid, frame: Frame, spec: RenditionSpec): Promise<Rendition> {
  const { picture, whole } = sizesOf(spec, frame);
  const level = await pyramid.at(picture.width, picture.height);
  const draw = () => padded(fromRaw(level), picture, whole);
  const card = spec.shape === "card" ? await drawCard(await toRaw(draw()), cardOf(spec.size)) : null;
  const bytes = await encodeWithin(card ? () => fromRaw(card) : draw, spec);
  const { width, height } = card ?? whole;
  return { spec, bytes, width, height, mediaType: `image/${spec.format}`, sha256: sha256Of(bytes) };
}

/** The picture in the middle of white. */
function padded(picture: Sharp, { width, height }: Size, size: Size): Sharp {
  const [x, y] = [size.width - width, size.height - height];
  if (x === 0 && y === 0) return picture;
  const [left, top] = [Math.floor(x / 2), Math.floor(y / 2)];
  return picture.extend({ left, right: x - left, top, bottom: y - top, background: "white" });
}

async function encodeWithin(draw: () => Sharp, spec: RenditionSpec): Promise<Buffer> {
  const limit = spec.maxBytes ?? Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (let quality = spec.quality; quality >= Math.min(spec.quality, lowestQuality); quality -= qualityStep) {
    const bytes = await encode(draw(), spec.format, quality).toBuffer();
    if (bytes.length <= limit) return bytes;
    smallest = Math.min(smallest, bytes.length);
  }
  const params = { megabytes: Math.ceil(smallest / 1e4) / 100, limit: Math.floor(limit / 1e4) / 100 };
  throw new PhotoFault(issue("photo.too_large", {}, { params }));
}

/**
 * mozjpeg would save 11 % of the bytes for 6 to 10 times the time; AVIF at sharp's default effort 4 takes 7 times as long as at
 * 2 for 0.1 % of SSIM; WebP at sharp's default effort 4 takes twice as long as at 2 for 2.3 % of the bytes.
 */
function encode(picture: Sharp, format: RenditionFormat, quality: number): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality });
    case "webp":
      return picture.webp({ quality, effort: 2 });
    case "avif":
      return picture.avif({ quality, effort: 2 });
    case "png":
      return quality === 100 ? picture.png() : picture.png({ palette: true, quality });
  }
}
