import type { Issue } from "../issue/issue.ts";
import type { ProductFacts } from "../product/product-facts.ts";

/** What an accepted row says of its product: everything of a version but its photos' bytes and its store. */
export interface CatalogRow extends Omit<ProductFacts, "photos" | "shippingFee" | "store" | "detailTemplate"> {
  /** Won; null takes the store's default. */
  shippingFee: number | null;
  /** File names and https addresses in the cell's order; the first is the main photo. */
  photoNames: string[];
}

export const rowOutcomes = ["accepted", "refused", "skipped"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

interface RowReading {
  /** The sheet's own number. */
  row: number;
  issues: Issue[];
  /** As far as they could be read, so that photos of a refused row can be told from photos of nothing. */
  sku: string | null;
  /** As it is written, for people to know the row by; null when nothing is. */
  name: string | null;
  photoNames: string[];
}

export type RowVerdict =
  | (RowReading & { outcome: "accepted"; catalogRow: CatalogRow })
  | (RowReading & { outcome: "refused" | "skipped"; catalogRow: null });
