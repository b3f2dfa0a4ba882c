import { createHash } from "node:crypto";
import type { PageBlock } from "../detail-page/build-page.ts";
import type { DetailTemplate } from "../detail-page/templates.ts";

/** Raise when the same page would be drawn as other pictures. */
export const pageRecipeVersion = 2;

export interface PageRecipe {
  template: DetailTemplate;
  blocks: readonly PageBlock[];
  /** Addresses of the photos as they stand on the page; null: not there. */
  photos: readonly (string | null)[];
  /** Pixels and bytes. */
  width: number;
  maximumHeight: number;
  maximumBytes: number;
}

/** 64 hex digits for everything that a drawn page is made of. */
export function pageAddress({ template, blocks, photos, width, maximumHeight, maximumBytes }: PageRecipe): string {
  return hash(["page", template, blocks, photos, width, maximumHeight, maximumBytes, pageRecipeVersion]);
}

/** The rendition address of one slice, counted from the top. */
export function sliceAddress(page: string, index: number): string {
  return hash(["slice", page, index]);
}

function hash(recipe: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(recipe)).digest("hex");
}
