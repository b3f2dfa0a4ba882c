import { createHash } from "node:crypto";
import { editsRecipe, noEdits, type PhotoEdits } from "./photo-edits.ts";

export const renditionFormats = ["jpeg", "webp", "avif", "png"] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/**
 * One picture to be made of a photo. `square`: size×size, the photo whole and padded with white; `width`: that wide, height
 * follows; `card`: that wide and 21 fortieths as high, filled with the photo or, where too much would be cut off, with its own colours
 * around it. None blows the photo up: a smaller one keeps its own size, and is padded to a square of its longer side.
 */
export interface RenditionSpec {
  /** Names the use, e.g. `square-1000`; two malls asking for the same picture use the same spec. */
  key: string;
  shape: "square" | "width" | "card";
  /** Pixels of the side, or of the width. */
  size: number;
  format: RenditionFormat;
  /** 1–100; lowered in steps when `maxBytes` is exceeded. */
  quality: number;
  maxBytes?: number;
  /** White makes up what a side of a square lacks of this many pixels. */
  atLeast?: number;
}

/**
 * Raise where the same photo and spec would give other bytes: a new recipe makes a new address. Only there: what malls have been
 * given stays at its own.
 */
export function recipeVersionOf({ shape, format }: Pick<RenditionSpec, "shape" | "format">): number {
  return shape === "card" || format === "webp" ? 4 : 3;
}

/** The 64 hex digits a rendition is stored and served under: hash of original, edits, spec and recipe version. */
export function renditionAddress(originalSha256: string, spec: RenditionSpec, edits: PhotoEdits = noEdits): string {
  const { shape, size, format, quality, maxBytes = 0, atLeast } = spec;
  const edited = editsRecipe(edits);
  const wanted = [shape, size, format, quality, maxBytes, recipeVersionOf(spec), ...(atLeast ? [atLeast] : [])];
  const recipe = JSON.stringify([originalSha256, edited, ...wanted]);
  return createHash("sha256").update(recipe).digest("hex");
}
