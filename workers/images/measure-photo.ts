import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";
import type { Size } from "./decode.ts";
import { fromRaw, type Pyramid } from "./pyramid.ts";

/** The longer side, in pixels, at which all photos are measured: the thresholds hold for this size only. */
export const measuredSide = 640;
/** Of each side, how deep the border is in which the background is looked for. */
const borderShare = 0.1;
/** Brightness, of 255, from which nothing is left to see. */
const blown = 245;
/** A step over two pixels that is a contour, as a share of the mean brightness (in poor light contours are faint too) and at least. */
const contourShare = 0.2;
const leastContour = 5;
/** One that catches the eye, of 255. */
const strongStep = 40;

/** Measures the whole, unpadded photo: about 5 ms. */
export async function measurePhoto(pyramid: Pyramid, { width, height }: Size): Promise<PhotoMeasures> {
  const scale = Math.min(1, measuredSide / Math.max(width, height));
  const small = await pyramid.at(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const grey = await fromRaw(small).greyscale().raw().toBuffer();
  return measureGrey(grey, small.width, small.height);
}

/**
 * `grey`: one byte a pixel. Sharpness is looked for at contours only, as the square of the curvature by that of the slope: in a
 * sharp photo the brightness jumps, in a blurred one it climbs. The variance of the Laplacian, which is often taken, calls
 * every smooth product blurred; this told all 31 photos it was tried on from their blurred selves (`npm run bench -- hints`).
 */
export function measureGrey(grey: Uint8Array, width: number, height: number): PhotoMeasures {
  const [deepX, deepY] = [Math.ceil(width * borderShare), Math.ceil(height * borderShare)];
  const brightness = grey.reduce((sum, value) => sum + value, 0) / Math.max(1, grey.length);
  const contourStep = Math.max(leastContour, brightness * contourShare);
  let [blownInside, inside, blownBorder, edges, border] = [0, 0, 0, 0, 0];
  const contours = createMedian();
  for (let y = 0; y < height; y++) {
    const rowInside = y >= deepY && y < height - deepY;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const value = grey[at] ?? 0;
      const isBlown = value > blown ? 1 : 0;
      const isInside = rowInside && x >= deepX && x < width - deepX;
      if (isInside) {
        inside++;
        blownInside += isBlown;
      } else {
        border++;
        blownBorder += isBlown;
      }
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
      const [left, right] = [grey[at - 1] ?? 0, grey[at + 1] ?? 0];
      const [above, below] = [grey[at - width] ?? 0, grey[at + width] ?? 0];
      const slope = (right - left) ** 2 + (below - above) ** 2;
      if (slope >= contourStep ** 2) contours.add((4 * value - left - right - above - below) ** 2 / slope);
      if (!isInside && slope >= strongStep ** 2) edges++;
    }
  }
  return {
    sharpness: contours.value(),
    brightness,
    burnt: blownInside / Math.max(1, inside),
    whiteBorder: blownBorder / Math.max(1, border),
    busyBorder: edges / Math.max(1, border),
  };
}

/** The median of values between 2⁻¹² and 2⁴, to a twelfth of an octave, without keeping them; 0 of none. */
function createMedian() {
  const [lowest, highest, parts] = [-12, 4, 12];
  const counts = new Uint32Array((highest - lowest) * parts + 1);
  let total = 0;
  return {
    add(value: number): void {
      const octave = Math.min(highest, Math.max(lowest, Math.log2(value)));
      const bin = Math.round((octave - lowest) * parts);
      counts[bin] = (counts[bin] ?? 0) + 1;
      total++;
    },
    value(): number {
      if (total === 0) return 0;
      let passed = 0;
      const bin = counts.findIndex((count) => {
        passed += count;
        return passed * 2 >= total;
      });
      return 2 ** (bin / parts + lowest);
    },
  };
}
