import type { Master, Size } from "./decode.ts";
import { type Pyramid, scaledWithin } from "./pyramid.ts";

/** The longer side, in pixels, at which burnt parts are looked for. */
const lookedAtSide = 96;
/** From here up, of 255, a colour channel has nothing left to tell; pixels of a small picture are means of many. */
const blown = 250;
/** All three channels of a background that is white, lit by a studio's lamp or burnt. */
const white = 238;
/** A thing below this share of the photo cannot be judged by what is left of it. */
const leastThing = 0.01;

export async function measureBurnt(pyramid: Pyramid, original: Size, opacityAt: Master["opacityAt"]): Promise<number> {
  const size = scaledWithin(original, lookedAtSide);
  const { data, width, height } = await pyramid.at(size.width, size.height);
  return burntShare(data, width, height, opacityAt && (await opacityAt(size)));
}

/**
 * `rgb`: three bytes a pixel; `opacity`: one, of a photo that was cut out. Of the thing (all that is not cut away, but the white around
 * it that reaches the photo's edge) the share with a blown channel. White goods on white are not burnt as long as they are drawn; a red thing whose red is blown is, though it is not white.
 */
export function burntShare(rgb: Uint8Array, width: number, height: number, opacity: Uint8Array | null = null): number {
  const around = whiteAround(rgb, width, height);
  let [thing, burnt] = [0, 0];
  for (let at = 0; at < around.length; at++) {
    if (around[at] || (opacity && (opacity[at] ?? 0) < 128)) continue;
    thing++;
    if (Math.max(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0) >= blown) burnt++;
  }
  return thing < around.length * leastThing ? 1 : burnt / thing;
}

/** 1 for each white pixel from which the edge is reached over white ones. */
function whiteAround(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const around = new Uint8Array(width * height);
  const open: number[] = [];
  const visit = (at: number) => {
    if (around[at] || Math.min(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0) < white) return;
    around[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(y * width + x);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < around.length - width) visit(at + width);
  }
  return around;
}
