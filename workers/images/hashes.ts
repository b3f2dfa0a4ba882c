import { rgbaToThumbHash } from "thumbhash";
import type { RawPicture, Size } from "./decode.ts";
import { fromRaw, type Pyramid, scaledWithin } from "./pyramid.ts";

const side = 32;
const kept = 8;

/** Rows of the cosine transform for frequencies 1 to 8; frequency 0 is brightness alone and tells nothing. */
const cosines = Array.from({ length: kept }, (_, row) =>
  Float64Array.from({ length: side }, (_, x) => Math.cos(((2 * x + 1) * (row + 1) * Math.PI) / (2 * side))),
);

/**
 * What a photo looks like in 64 bits, kept as PostgreSQL's signed bigint. `grey`: 32×32 bytes of the whole, unpadded photo.
 * The same photo recompressed, resized or brightened differs in at most 4 bits, different photos in 24 and more.
 */
export function perceptualHash(grey: Uint8Array): bigint {
  const lines = cosines.map((cosine) =>
    Float64Array.from({ length: side }, (_, y) => {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += (grey[y * side + x] ?? 0) * (cosine[x] ?? 0);
      return sum;
    }),
  );
  const frequencies = cosines.flatMap((cosine) =>
    lines.map((line) => line.reduce((sum, value, y) => sum + value * (cosine[y] ?? 0), 0)),
  );
  const median = frequencies.toSorted((a, b) => a - b)[frequencies.length / 2] ?? 0;
  const bits = frequencies.reduce((hash, value) => (hash << 1n) | (value >= median ? 1n : 0n), 0n);
  return BigInt.asIntN(64, bits);
}

/** How many of 64 bits differ. */
export function hammingDistance(a: bigint, b: bigint): number {
  let differing = BigInt.asUintN(64, a ^ b);
  let count = 0;
  for (; differing > 0n; differing &= differing - 1n) count++;
  return count;
}

export interface PictureHashes {
  perceptualHash: bigint;
  /** ThumbHash of the whole photo, about 25 bytes, to show while it loads. */
  placeholder: Buffer;
}

export async function hashPicture(pyramid: Pyramid, original: Size): Promise<PictureHashes> {
  const size = scaledWithin(original, 96);
  const small = await pyramid.at(size.width, size.height);
  const grey = await fromRaw(small).resize({ width: side, height: side, fit: "fill" }).greyscale().raw().toBuffer();
  return { perceptualHash: perceptualHash(grey), placeholder: await placeholderOf(small) };
}

/** A placeholder has seven waves a side at most: made of more pixels than this it is no better, only slower. */
const placeholderSide = 40;

async function placeholderOf(small: RawPicture): Promise<Buffer> {
  const { width, height } = scaledWithin(small, placeholderSide);
  const rgba = await fromRaw(small).resize({ width, height, fit: "fill" }).ensureAlpha().raw().toBuffer();
  return Buffer.from(rgbaToThumbHash(width, height, rgba));
}
