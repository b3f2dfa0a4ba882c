import type { Metadata, Sharp } from "sharp";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { attachProfile, displayP3Profile, isStandard } from "./colour-profile.ts";
import { decodeHeic } from "./decode-heic.ts";
import { decodeLimits, sharp } from "./guarded-sharp.ts";
import { saysDisplayP3 } from "./heif-colours.ts";

/** Upright sRGB pixels, three bytes each, on white where the photo was transparent. */
export interface RawPicture {
  data: Buffer;
  width: number;
  height: number;
}

/** The photo itself is at fault; anything else that is thrown is ours. */
export class PhotoFault extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

export type Size = { width: number; height: number };

export interface Master extends RawPicture {
  /** Upright pixels of the photo itself. */
  original: Size;
  /** More than one in a moving picture, of which the first is decoded. */
  frames: number;
  /** How opaque the photo is at a size, a byte a pixel, by decoding it once more; null where it is so everywhere. */
  opacityAt: ((size: Size) => Promise<Uint8Array>) | null;
}

/**
 * Decodes once, to the size that `sizeFor` asks of the upright original (never larger than it). Throws `PhotoFault`.
 *
 * sharp converts colours before it shrinks: a 12-megapixel Display-P3 photo took 639 ms that way and 300 ms with its pixels
 * shrunk first and converted afterwards. Photos in sRGB are not converted at all.
 */
export async function decodeMaster(bytes: Buffer, sizeFor: (original: Size) => Size): Promise<Master> {
  try {
    const metadata = await sharp(bytes, decodeLimits).metadata();
    const size = sizeFor(metadata.autoOrient);
    const profile = await profileOf(bytes, metadata);
    // Of pixels with 16 bits sharp would ignore the profile.
    const convertsLate = metadata.space === "srgb" || metadata.space === "rgb16";
    const source = await open(bytes, metadata, convertsLate);
    const shrunk = source
      .resize({ ...size, fit: "fill" })
      .flatten({ background: "white" })
      .toColourspace("srgb");
    const raw = profile && convertsLate ? await convert(shrunk, profile) : await toRaw(shrunk);
    const opacityAt =
      metadata.hasAlpha && metadata.compression !== "hevc" ? (wanted: Size) => readOpacity(bytes, wanted) : null;
    return { ...raw, original: metadata.autoOrient, frames: framesOf(metadata), opacityAt };
  } catch (error) {
    throw new PhotoFault(issue("photo.corrupted", {}, { raw: error instanceof Error ? error.message : String(error) }));
  }
}

/** Null where pixels are sRGB as they are. */
async function profileOf(bytes: Buffer, { icc, format }: Metadata): Promise<Buffer | null> {
  if (icc) return isStandard(icc) ? null : icc;
  return format === "heif" && saysDisplayP3(bytes) ? displayP3Profile() : null;
}

/** HEIF counts its pictures, which are no frames. */
function framesOf({ format, pages = 1 }: Metadata): number {
  return format === "heif" ? 1 : pages;
}

function readOpacity(bytes: Buffer, size: Size): Promise<Uint8Array> {
  const photo = sharp(bytes, { ...decodeLimits, autoOrient: true });
  return photo
    .resize({ ...size, fit: "fill" })
    .extractChannel("alpha")
    .raw({ depth: "uchar" })
    .toBuffer();
}

async function open(bytes: Buffer, metadata: Metadata, ignoreIcc: boolean): Promise<Sharp> {
  if (metadata.compression !== "hevc") return sharp(bytes, { ...decodeLimits, ignoreIcc, autoOrient: true });
  // The file's own turns are applied, and EXIF's does not count in HEIF.
  const { data, width, height } = await decodeHeic(bytes);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function convert(shrunk: Sharp, profile: Buffer): Promise<RawPicture> {
  const png = await shrunk.png({ compressionLevel: 0 }).toBuffer();
  return toRaw(sharp(attachProfile(png, profile), decodeLimits).toColourspace("srgb"));
}

/** Of a picture that has three channels. */
export async function toRaw(picture: Sharp): Promise<RawPicture> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`expected three channels, not ${info.channels}`);
  return { data, width: info.width, height: info.height };
}
