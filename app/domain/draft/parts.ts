/** Parts of the way, in the order they are asked; the law's fields are one part of many screens. */
export const draftParts = [
  "photos",
  "name",
  "price",
  "category",
  "tax",
  "origin",
  "maker",
  "kc",
  "notice",
  "description",
  "stock",
  "shipping_fee",
] as const;
export type DraftPart = (typeof draftParts)[number];
