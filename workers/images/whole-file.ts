import type { PhotoKind } from "./photo-limits.ts";

/**
 * Whether the file reaches its own end; an upload cut short is found without decoding a pixel. What is broken in the middle
 * only decoding finds. Bytes after the end are fine: phones hide videos and depth maps there.
 */
export function isWhole(kind: PhotoKind, bytes: Buffer): boolean {
  switch (kind) {
    case "jpeg":
    case "progressive-jpeg":
      return jpegReachesEnd(bytes);
    case "png":
      return bytes.includes("IEND", 8, "latin1");
    case "webp":
      return bytes.length >= bytes.readUInt32LE(4) + 8;
    case "gif":
      return bytes.includes(0x3b, 13);
    case "avif":
    case "heic":
      return boxesFit(bytes);
  }
}

/** The preview inside EXIF has an end mark of its own, so segments are walked up to the scan first. */
function jpegReachesEnd(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) !== -1;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** HEIF and AVIF are a row of boxes, each with its length; length 0 means up to the end. */
function boxesFit(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (short === 0) return true;
    if (short === 1 && at + 16 > bytes.length) return false;
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length;
}
