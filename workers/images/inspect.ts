import { fileTypeFromBuffer } from "file-type";
import type { Metadata } from "sharp";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { decodeLimits, sharp } from "./guarded-sharp.ts";
import { mediaTypes, megabyteLimit, type PhotoKind, pixelLimits } from "./photo-limits.ts";
import { isWhole } from "./whole-file.ts";

export interface InspectedPhoto {
  /** Lower-case hex SHA-256 of the bytes. */
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Upright pixels. */
  width: number;
  height: number;
}

export type Inspection = { ok: true; photo: InspectedPhoto } | { ok: false; issue: Issue };

/** Formats we read; anything else that is an image is refused by its name. */
const readable = new Set(["jpg", "png", "webp", "gif", "avif", "heic"]);

/**
 * Judges a photo by its content, not its name, and without decoding it: about 2 ms. Never throws for a bad file. Reads headers of
 * strangers' files, so it belongs into a child that may die of them.
 */
export async function inspectPhoto(bytes: Buffer, fileName: string): Promise<Inspection> {
  const refuse = (code: IssueCode, params: Issue["params"] = {}): Inspection => ({
    ok: false,
    issue: issue(code, { photo: fileName }, { params }),
  });

  const heavy = refuseHeavy(bytes, fileName);
  if (heavy) return { ok: false, issue: heavy };

  const format = await sniffFormat(bytes);
  if (format === "archive") return refuse("photo.archive_inside");
  if (!format) return refuse("photo.not_an_image");
  if (!readable.has(format)) return refuse("photo.format_unsupported", { format: format.toUpperCase() });

  const metadata = await sharp(bytes, { ...decodeLimits, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!metadata) return refuse("photo.corrupted");
  const kind = kindOf(metadata);
  if (!kind) return refuse("photo.format_unsupported", { format: format.toUpperCase() });

  const { width, height } = metadata.autoOrient;
  const pixels = width * height;
  const limit = pixelLimits[kind];
  if (pixels > limit) return refuse("photo.too_many_pixels", { width, height, megapixels: Math.floor(limit / 1e6) });
  if (!isWhole(kind, bytes)) return refuse("photo.corrupted");
  const mediaType = mediaTypes[kind];
  return { ok: true, photo: { sha256: sha256Of(bytes), bytes: bytes.length, mediaType, width, height } };
}

/** Before it is given to anyone. */
export function refuseHeavy(bytes: Buffer, fileName: string): Issue | null {
  const megabytes = Math.ceil(bytes.length / 1e6);
  if (megabytes <= megabyteLimit) return null;
  return issue("photo.too_large", { photo: fileName }, { params: { megabytes, limit: megabyteLimit } });
}

const archives = new Set(["zip", "rar", "7z", "tar", "gz"]);

/** `jpg`, `heic`, `svg`, …, or `archive`; null when it is none of them. */
async function sniffFormat(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.mime.startsWith("image/")) return found.ext;
  if (found && archives.has(found.ext)) return "archive";
  return /<svg[\s>]/i.test(bytes.toString("latin1", 0, 4096)) ? "svg" : null;
}

/** Null for a codec inside HEIF that is neither HEVC nor AV1. */
export function kindOf(metadata: Metadata): PhotoKind | null {
  switch (metadata.format) {
    case "jpeg":
      return metadata.isProgressive ? "progressive-jpeg" : "jpeg";
    case "png":
    case "webp":
    case "gif":
      return metadata.format;
    case "heif":
      if (metadata.compression === "hevc") return "heic";
      return metadata.compression === "av1" ? "avif" : null;
    default:
      return null;
  }
}
