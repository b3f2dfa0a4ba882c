import type { ProductFacts } from "../product/product-facts.ts";

/** In which order a detail page tells: the store first, the photos first, or the facts alone. */
export const detailTemplates = ["story", "photos", "plain"] as const;
export type DetailTemplate = (typeof detailTemplates)[number];

/** A story shorter than this does not carry the top of a page. */
const longEnough = 40;

/** The merchant's own choice, else what suits the product. */
export function templateOf({
  detailTemplate,
  store,
  photos,
}: Pick<ProductFacts, "detailTemplate" | "store" | "photos">) {
  if (detailTemplate) return detailTemplate;
  if (store.story.trim().length >= longEnough) return "story";
  return photos.length > 1 ? "photos" : "plain";
}
