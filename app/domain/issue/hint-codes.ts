/** What no mall refuses and a buyer or the law would still mind: hints lower a product's grade and hold nothing back. */
export const hintCodes = [
  "hint.photos_few",
  "hint.photos_small",
  "hint.photo_blurred",
  "hint.photo_dark",
  "hint.photo_burnt",
  "hint.photo_busy_background",
  "hint.photo_moving",
  "hint.photo_small_for",
  "hint.photo_cropped_small",
  "hint.photo_same",
  "hint.photo_alike",
  "hint.description_short",
  "hint.price_far",
  "hint.price_claim",
  "hint.superlative",
  "hint.health_claim",
] as const;
