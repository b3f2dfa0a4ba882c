import type { Issue } from "../issue/issue.ts";
import type { ContentPhoto, ProductContent } from "../product/product-content.ts";
import type { RowVerdict } from "./catalog-row.ts";

/** One row of a sheet with its photos, judged; an accepted one carries its product. */
export type JudgedRow = { row: number; sku: string | null; name: string | null; issues: Issue[] } & (
  | { outcome: "accepted"; content: ProductContent /** Of its cell. */; photoNames: string[] }
  | { outcome: "refused" | "skipped" }
);

export interface RowPhotos {
  /** In the row's order. */
  photos: ContentPhoto[];
  issues: Issue[];
}

/** Puts a row and its photos together; without photos the product keeps those it has. */
export function judgeRow({ row, sku, name, outcome, issues, catalogRow }: RowVerdict, given?: RowPhotos): JudgedRow {
  const all = given ? [...issues, ...given.issues] : issues;
  if (outcome !== "accepted") return { row, sku, name, outcome, issues: all };
  const { photoNames, stock: _stock, ...said } = catalogRow;
  const photos = given && given.photos.length > 0 ? given.photos : null;
  return { row, sku, name, outcome, issues: all, content: { ...said, photos }, photoNames };
}
