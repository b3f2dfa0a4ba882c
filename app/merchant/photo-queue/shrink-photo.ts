import type { PixelSize } from "#app/domain/picture/photo-edits.ts";
import { isCmykJpeg } from "./is-cmyk-jpeg.ts";
import { isWholeJpeg } from "./is-whole-jpeg.ts";

/** Pixels that a side is brought down to: the longer one, unless the shorter would fall below what malls and pages show. */
const longestSide = 2_048;
const leastShorterSide = 1_280;
/** No phone draws on a larger canvas; some give an empty one instead. */
const canvasPixels = 16_777_216;
const quality = 0.9;

/**
 * A photo made small and upright by the browser, as JPEG on white; null where the browser cannot decode it (HEIC in most) or the
 * copy would tell less, and it is sent as it is. Nothing but pixels is in the new file: the place where it was taken stays on the phone.
 */
export async function shrinkPhoto(photo: Blob): Promise<Blob | null> {
  if (await losesByCopying(photo)) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  try {
    const size = shrunkSize(bitmap);
    if (!size) return null;
    const canvas = document.createElement("canvas");
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((made) => canvas.toBlob(made, "image/jpeg", quality));
  } finally {
    bitmap.close();
  }
}

const [grey, rgb] = [0, 2];

/** A copy does not tell that a photo is damaged, that it moves or is cut out; and its colours differ where it has a printer's four. */
async function losesByCopying(photo: Blob): Promise<boolean> {
  switch (photo.type) {
    case "image/gif":
    case "image/webp":
      return true;
    case "image/png": {
      const [colours = rgb] = new Uint8Array(await photo.slice(25, 26).arrayBuffer());
      return colours !== grey && colours !== rgb;
    }
    case "image/jpeg": {
      const bytes = new Uint8Array(await photo.arrayBuffer());
      return !isWholeJpeg(bytes) || isCmykJpeg(bytes);
    }
    default:
      return false;
  }
}

/**
 * A picture of a whole page, 860 pixels wide and many thousand high, keeps its width, else nobody could read its words; null: more than
 * a phone can draw.
 */
export function shrunkSize({ width, height }: PixelSize): PixelSize | null {
  const enough = Math.max(longestSide / Math.max(width, height), leastShorterSide / Math.min(width, height));
  const scale = Math.min(1, enough);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return size.width * size.height <= canvasPixels ? size : null;
}
