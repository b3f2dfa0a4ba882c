import { rgbaToDataURL, thumbHashToRGBA } from "thumbhash";
import { editedSize, type PhotoEdits } from "./photo-edits.ts";

/** Pixels of the longer side: a browser smooths what it enlarges, and a page of a hundred stays light (0.4 kB each). */
const side = 8;

/**
 * A photo's ThumbHash as an address that needs no request (PNG): its colours where they lie, edited as the photo is but for the few
 * degrees it was straightened by and its margin.
 */
export function placeholderUrl(thumbHash: Uint8Array, edits: PhotoEdits): string {
  const { w, h, rgba } = thumbHashToRGBA(thumbHash);
  const { crop, turn } = edits;
  const shown = editedSize({ width: w, height: h }, { ...edits, straighten: 0 });
  const scale = side / Math.max(shown.width, shown.height);
  const [width, height] = [shown.width, shown.height].map((pixels) => Math.max(1, Math.round(pixels * scale))) as [
    number,
    number,
  ];
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height];
    const cropped = crop ? { x: crop.x + x * crop.width, y: crop.y + y * crop.height } : { x, y };
    const upright = unturned(cropped, turn);
    const column = Math.min(w - 1, Math.floor(upright.x * w));
    const row = Math.min(h - 1, Math.floor(upright.y * h));
    const from = (row * w + column) * 4;
    pixels.set(rgba.subarray(from, from + 4), at * 4);
  }
  return rgbaToDataURL(width, height, pixels);
}

/** Where a point of the turned photo lies in the photo as it came. */
function unturned({ x, y }: { x: number; y: number }, turn: PhotoEdits["turn"]): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: 1 - x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: 1 - y, y: x };
  }
}
