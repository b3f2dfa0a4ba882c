import { sameEdits } from "../picture/photo-edits.ts";
import { cellsByKey } from "./catalog-cells.ts";
import { changedParts, type ProductPart } from "./changed-parts.ts";
import type { PhotoFacts, ProductFacts } from "./product-facts.ts";

export interface Differences {
  parts: ProductPart[];
  /** Column key (`name`, `notice.weight`, …) → what it said and says; empty text where one says nothing. */
  fields: { key: string; before: string; after: string }[];
  photos: {
    added: PhotoFacts[];
    removed: PhotoFacts[];
    /** The same photo, cropped, turned or framed otherwise. */
    edited: { before: PhotoFacts; after: PhotoFacts }[];
    /** The same photos in another order. */
    reordered: boolean;
  };
}

/** What stands side by side when a product was changed; stock is left out, for it moves freely. */
export function differencesBetween(before: ProductFacts, after: ProductFacts): Differences {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const known = new Map(before.photos.map((photo) => [photo.sha256, photo]));
  const kept = after.photos.filter(({ sha256 }) => known.has(sha256));
  const still = new Set(after.photos.map(({ sha256 }) => sha256));
  const keptBefore = before.photos.filter(({ sha256 }) => still.has(sha256));
  return {
    parts: changedParts(before, after),
    fields: keys.flatMap((key) => {
      const [old, now] = [was[key] ?? "", is[key] ?? ""];
      return old === now ? [] : [{ key, before: old, after: now }];
    }),
    photos: {
      added: after.photos.filter(({ sha256 }) => !known.has(sha256)),
      removed: before.photos.filter(({ sha256 }) => !still.has(sha256)),
      edited: kept.flatMap((photo) => {
        const old = known.get(photo.sha256);
        return old && !sameEdits(old.edits, photo.edits) ? [{ before: old, after: photo }] : [];
      }),
      reordered: kept.some(({ sha256 }, index) => keptBefore[index]?.sha256 !== sha256),
    },
  };
}

function cellsOf({ photos: _photos, ...facts }: ProductFacts): Record<string, string> {
  const { stock: _stock, option_stock: _stocks, photos: _names, ...cells } = cellsByKey({ ...facts, photos: null });
  return cells;
}
