import type { Sharp } from "sharp";
import { issue } from "#app/domain/issue/issue.ts";
import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";
import type { RenditionFormat, RenditionSpec } from "#app/domain/picture/rendition.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { decodeMaster, PhotoFault, type Size } from "./decode.ts";
import { hashPicture, type PictureHashes } from "./hashes.ts";
import { measuredSide, measurePhoto } from "./measure-photo.ts";
import { createPyramid, fromRaw, type Pyramid } from "./pyramid.ts";

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

export interface RenderedPhoto extends PictureHashes {
  measures: PhotoMeasures;
  /** In the order of the specs. */
  renditions: Rendition[];
}

const qualityStep = 8;
const lowestQuality = 37;

/** Decodes a photo once and makes all its pictures: upright, sRGB, on white, without any metadata. Throws `PhotoFault`. */
export async function renderPhoto(bytes: Buffer, specs: RenditionSpec[]): Promise<RenderedPhoto> {
  const master = await decodeMaster(bytes, (photo) =>
    scaled(photo, Math.max(...specs.map((spec) => scaleOf(spec, photo)), scaleToMeasure(photo))),
  );
  const { original } = master;
  const pyramid = createPyramid(master);
  const largestFirst = [...specs].sort((one, other) => scaleOf(other, original) - scaleOf(one, original));
  const made = new Map<RenditionSpec, Rendition>();
  const byRecipe = new Map<string, Rendition>();
  for (const spec of largestFirst) {
    // A small photo gives the same picture for every larger size.
    const recipe = recipeOf(spec, original);
    const rendition = byRecipe.get(recipe) ?? (await makeRendition(pyramid, original, spec));
    byRecipe.set(recipe, rendition);
    made.set(spec, { ...rendition, spec });
  }
  const measures = await measurePhoto(pyramid, original);
  const hashes = await hashPicture(pyramid, original);
  return { ...hashes, measures, renditions: specs.flatMap((spec) => made.get(spec) ?? []) };
}

/** How much of the photo's size the spec needs; never above 1. */
function scaleOf(spec: RenditionSpec, photo: Size): number {
  const side = spec.shape === "width" ? photo.width : Math.max(photo.width, photo.height);
  return Math.min(1, spec.size / side);
}

function scaleToMeasure(photo: Size): number {
  return Math.min(1, measuredSide / Math.max(photo.width, photo.height));
}

function scaled(photo: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(photo.width * scale)), height: Math.max(1, Math.round(photo.height * scale)) };
}

function recipeOf(spec: RenditionSpec, photo: Size): string {
  const { shape, format, quality, maxBytes } = spec;
  return JSON.stringify([shape, scaled(photo, scaleOf(spec, photo)), format, quality, maxBytes]);
}

async function makeRendition(pyramid: Pyramid, photo: Size, spec: RenditionSpec): Promise<Rendition> {
  const { width, height } = scaled(photo, scaleOf(spec, photo));
  const picture = await pyramid.at(width, height);
  const draw = () => (spec.shape === "square" ? padToSquare(fromRaw(picture), width, height) : fromRaw(picture));
  const bytes = await encodeWithin(draw, spec);
  const side = Math.max(width, height);
  const size = spec.shape === "square" ? { width: side, height: side } : { width, height };
  return { spec, bytes, ...size, mediaType: `image/${spec.format}`, sha256: sha256Of(bytes) };
}

function padToSquare(picture: Sharp, width: number, height: number): Sharp {
  const side = Math.max(width, height);
  const left = Math.floor((side - width) / 2);
  const top = Math.floor((side - height) / 2);
  return picture.extend({
    left,
    right: side - width - left,
    top,
    bottom: side - height - top,
    background: "white",
  });
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
 * 2 for 0.1 % of SSIM; WebP at effort 2 saves half the time and costs 4.5 % of bytes.
 */
function encode(picture: Sharp, format: RenditionFormat, quality: number): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality });
    case "webp":
      return picture.webp({ quality, effort: 4 });
    case "avif":
      return picture.avif({ quality, effort: 2 });
    case "png":
      return quality === 100 ? picture.png() : picture.png({ palette: true, quality });
  }
}
