import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

export const red = [220, 40, 40] as const;
export const green = [40, 180, 60] as const;
export const blue = [40, 60, 200] as const;
export const yellow = [235, 220, 60] as const;
export type Colour = readonly [number, number, number];

/** Four quarters of one colour each: top left, top right, bottom left, bottom right. */
export function quarters(width: number, height: number, colours: readonly [Colour, Colour, Colour, Colour]): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = colours[((y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1)) as 0 | 1 | 2 | 3];
      data.set([r, g, b], (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export function plain(width: number, height: number, [r, g, b]: Colour): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
}

/** Soft blobs that differ with the seed, like photos of different things. */
export function scene(width: number, height: number, seed: number): Sharp {
  const data = randomBytes(8 * 8 * 3, seed);
  return sharp(data, { raw: { width: 8, height: 8, channels: 3 } }).resize(width, height, {
    fit: "fill",
    kernel: "cubic",
  });
}

/** As hard to compress as a picture can be. */
export function noise(width: number, height: number, seed = 1): Sharp {
  return sharp(randomBytes(width * height * 3, seed), { raw: { width, height, channels: 3 } });
}

function randomBytes(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed * 2_654_435_761 + 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

/** The same PNG, claiming another size in its header. */
export function claimPngSize(png: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(png);
  claimed.writeUInt32BE(width, 16);
  claimed.writeUInt32BE(height, 20);
  claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29);
  return claimed;
}

/** One chunk of a PNG, with its checksum. */
export function pngChunk(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(content.length + 12);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, "latin1");
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, content.length + 8)), content.length + 8);
  return chunk;
}

/** The same JPEG, claiming another size in its frame header. */
export function claimJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(jpeg);
  for (let at = 2; at < claimed.length; at += 2 + claimed.readUInt16BE(at + 2)) {
    const marker = claimed[at + 1];
    if (marker === 0xc0 || marker === 0xc2) {
      claimed.writeUInt16BE(height, at + 5);
      claimed.writeUInt16BE(width, at + 7);
      return claimed;
    }
  }
  throw new Error("no frame header");
}

/** Colour of one pixel; `x` and `y` as shares of the picture. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(start, start + 3)];
}

/** Largest difference of any of the three values. */
export function difference(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? Number.NaN))));
}
