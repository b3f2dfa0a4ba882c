import { renditionAddress } from "./rendition.ts";
import { webPictures, type webWidths } from "./web-set.ts";

/** Where our own pages find a photo at one of the web widths; 320 and 640 exist as soon as the photo is taken in. */
export function webAddress(sha256: string, width: (typeof webWidths)[number]): string {
  const spec = webPictures.find(({ size }) => size === width);
  if (!spec) throw new RangeError(`No web picture ${width} wide`);
  return `/renditions/${renditionAddress(sha256, spec)}.webp`;
}
