/** What can be wrong with a photo that was given. */
export const photoCodes = [
  "photo.not_an_image",
  "photo.format_unsupported",
  "photo.corrupted",
  "photo.too_many_pixels",
  "photo.too_large",
  "photo.too_small",
  "photo.unmatched",
  "photo.ambiguous",
  "photo.archive_unreadable",
  "photo.address_blocked",
  "photo.address_failed",
  "photo.processing_failed",
] as const;
