/** Kinds of photo we take, by what it costs to decode them. */
export type PhotoKind = "jpeg" | "progressive-jpeg" | "png" | "webp" | "gif" | "avif" | "heic";

/**
 * Most pixels of one photo. A baseline JPEG is shrunk while it is read; every other kind is held whole: 268 megapixels were
 * seen to take 490–530 MB as progressive JPEG or interlaced PNG, 64 of AVIF 1,190 MB, 12 of HEIC 300 MB.
 */
export const pixelLimits: Record<PhotoKind, number> = {
  jpeg: 216_000_000,
  "progressive-jpeg": 50_000_000,
  png: 50_000_000,
  webp: 50_000_000,
  gif: 50_000_000,
  avif: 30_000_000,
  heic: 50_000_000,
};

/** Most megabytes of one photo: a phone's 200-megapixel JPEG has about 50. */
export const megabyteLimit = 60;

export const mediaTypes: Record<PhotoKind, string> = {
  jpeg: "image/jpeg",
  "progressive-jpeg": "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heic: "image/heic",
};
