/** What can be wrong with a product that is entered question by question. */
export const draftCodes = [
  "draft.not_found",
  "draft.finished",
  "draft.photo_waiting",
  "draft.too_many_photos",
  "draft.details_missing",
] as const;
