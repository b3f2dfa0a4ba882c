import type { DocumentKind, StoreKind } from "#app/services/database/generated/enums.ts";

/** What proves that a store is of its kind. */
export const proofs: Record<StoreKind, DocumentKind> = {
  hundred_year: "hundred_year_certificate",
  traditional_market: "market_certificate",
  cooperative: "cooperative_registration",
  craft: "craft_certificate",
};
