import type { RawPicture, Size } from "./decode.ts";
import { sharp } from "./guarded-sharp.ts";

/** A raw picture as sharp's input. */
export function fromRaw(picture: RawPicture): ReturnType<typeof sharp> {
  const { data, width, height } = picture;
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export interface Pyramid {
  /** The picture at exactly this size, made once; the same bytes whatever else was asked for before. */
  at(width: number, height: number): Promise<RawPicture>;
}

/**
 * From one decoded picture to all its sizes. Each is made of the master, halved as often as it stays at least twice as wide as the
 * size: a nearer source would soften the picture a second time. `whole`: what the master is a scaled copy of.
 */
export function createPyramid(master: RawPicture, whole: Size): Pyramid {
  const levels = new Map<string, Promise<RawPicture>>([[nameOf(master), Promise.resolve(master)]]);

  function at(width: number, height: number): Promise<RawPicture> {
    const name = nameOf({ width, height });
    const level = levels.get(name) ?? make(width, height);
    levels.set(name, level);
    return level;
  }

  async function make(width: number, height: number): Promise<RawPicture> {
    const source = await sourceFor(width);
    const data = await fromRaw(source).resize({ width, height, fit: "fill" }).raw().toBuffer();
    return { data, width, height };
  }

  async function sourceFor(width: number): Promise<RawPicture> {
    const halvings = Math.max(0, Math.floor(Math.log2(master.width / (2 * width))));
    if (halvings === 0) return master;
    const size = scaled(whole, master.width / whole.width / 2 ** halvings);
    return at(size.width, size.height);
  }

  return { at };
}

function nameOf({ width, height }: Size): string {
  return `${width}x${height}`;
}

export function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** So that the longer side has at most this many pixels. */
export function scaledWithin(size: Size, side: number): Size {
  return scaled(size, Math.min(1, side / Math.max(size.width, size.height)));
}
