import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";
import type { Size } from "./decode.ts";
import { type Pyramid, scaledWithin } from "./pyramid.ts";

/** The longer side, in pixels, at which all photos are measured: the thresholds hold for this size only. */
const measuredSide = 640;
/** Of each side, how deep the border is in which the background is looked for. */
const borderShare = 0.1;
/** A step over two pixels that is a contour, as a share of the mean brightness (in poor light contours are faint too) and at least. */
const contourShare = 0.2;
const leastContour = 5;
/** One that catches the eye, of 255. */
const strongStep = 40;
/** A contour is longer than a pixel: it is found as well in every other row and column, at a quarter of the time. */
const everyOther = 2;
/** This share of a photo is no lighter than what counts as its light. */
const lightShare = 0.95;

type GreyMeasures = Pick<PhotoMeasures, "sharpness" | "brightness" | "light" | "busyBorder">;

/** Measures the whole, unpadded photo, all but its burnt parts. */
export async function measurePhoto(pyramid: Pyramid, original: Size): Promise<GreyMeasures> {
  const size = scaledWithin(original, measuredSide);
  const { data, width, height } = await pyramid.at(size.width, size.height);
  return measureGrey(greyOf(data), width, height);
}

/** Brightness as the eye weighs the colours (Rec. 709), a byte a pixel. */
function greyOf(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    grey[at] = ((rgb[from] ?? 0) * 54 + (rgb[from + 1] ?? 0) * 183 + (rgb[from + 2] ?? 0) * 19 + 128) >> 8;
  }
  return grey;
}

/**
 * `grey`: one byte a pixel. Sharpness is looked for at contours only, as the square of the curvature by that of the slope: in a
 * sharp photo the brightness jumps, in a blurred one it climbs. The variance of the Laplacian, which is often taken, calls
 * every smooth product blurred; this told all 31 photos it was tried on from their blurred selves (`npm run bench -- hints`).
 */
export function measureGrey(grey: Uint8Array, width: number, height: number): GreyMeasures {
  const { mean: brightness, light } = lightOf(grey);
  const [deepX, deepY] = [Math.ceil(width * borderShare), Math.ceil(height * borderShare)];
  const contourSlope = Math.max(leastContour, brightness * contourShare) ** 2;
  const strongSlope = strongStep ** 2;
  const contours = new Uint32Array(binCount);
  let edges = 0;
  for (let y = 1; y < height - 1; y += everyOther) {
    const rowInside = y >= deepY && y < height - deepY;
    for (let x = 1; x < width - 1; x += everyOther) {
      const at = y * width + x;
      const left = grey[at - 1] ?? 0;
      const right = grey[at + 1] ?? 0;
      const above = grey[at - width] ?? 0;
      const below = grey[at + width] ?? 0;
      const slope = (right - left) * (right - left) + (below - above) * (below - above);
      if (slope >= contourSlope) {
        const curvature = 4 * (grey[at] ?? 0) - left - right - above - below;
        const bin = binOf((curvature * curvature) / slope);
        contours[bin] = (contours[bin] ?? 0) + 1;
      }
      if (slope >= strongSlope && !(rowInside && x >= deepX && x < width - deepX)) edges++;
    }
  }
  const inside = Math.max(0, width - 2 * deepX) * Math.max(0, height - 2 * deepY);
  const border = Math.max(1, (width * height - inside) / everyOther ** 2);
  return { sharpness: medianOf(contours), brightness, light, busyBorder: edges / border };
}

function lightOf(grey: Uint8Array): { mean: number; light: number } {
  const counts = new Uint32Array(256);
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1;
  let [sum, passed, light] = [0, 0, 0];
  for (const [value, count] of counts.entries()) {
    if (passed < grey.length * lightShare) light = value;
    passed += count;
    sum += value * count;
  }
  return { mean: sum / Math.max(1, grey.length), light };
}

/** Of values between 2⁻¹² and 2⁴, to a twelfth of an octave, without keeping them. */
const [lowestOctave, highestOctave, parts] = [-12, 4, 12];
const binCount = (highestOctave - lowestOctave) * parts + 1;

function binOf(value: number): number {
  const octave = Math.min(highestOctave, Math.max(lowestOctave, Math.log2(value)));
  return Math.round((octave - lowestOctave) * parts);
}

/** `counts`: how many values lie in each bin; 0 of none. */
function medianOf(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  let passed = 0;
  const bin = counts.findIndex((count) => {
    passed += count;
    return passed * 2 >= total;
  });
  return 2 ** (bin / parts + lowestOctave);
}
