import type { RawPicture } from "./decode.ts";
import { sharp } from "./guarded-sharp.ts";

/** A raw picture as sharp's input. */
export function fromRaw(picture: RawPicture): ReturnType<typeof sharp> {
  const { data, width, height } = picture;
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export interface Pyramid {
  /** The picture at exactly this size, made once. Ask for large sizes first: small ones are made of them. */
  at(width: number, height: number): Promise<RawPicture>;
}

/** From one decoded picture to all its sizes. */
export function createPyramid(master: RawPicture): Pyramid {
  const levels = [master];
  return {
    async at(width, height) {
      const made = levels.find((level) => level.width === width && level.height === height);
      if (made) return made;
      const data = await fromRaw(nearestSource(levels, master, width))
        .resize({ width, height, fit: "fill" })
        .raw()
        .toBuffer();
      const level = { data, width, height };
      levels.push(level);
      return level;
    },
  };
}

/** A source less than twice as wide would soften the picture a second time. */
function nearestSource(levels: RawPicture[], master: RawPicture, width: number): RawPicture {
  return levels
    .filter((level) => level.width >= width * 2)
    .reduce((best, level) => (level.width < best.width ? level : best), master);
}
