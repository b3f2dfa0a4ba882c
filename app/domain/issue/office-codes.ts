/** Refusals of the office's own work: malls, listings, hand-overs and stores. */
export const officeCodes = [
  "channel.not_found",
  "category.not_found",
  "listing.not_repeatable",
  "hand_over.not_possible",
  "hand_over.page_needed",
  "hand_over.reasons_needed",
  "store.not_found",
  "store.not_waiting",
  "store.already_exists",
  "store.requirements_open",
  "store.not_verifiable",
  "store.note_needed",
  "store.returned",
  "store.closed",
  "store.still_listed",
  "designation.already_exists",
] as const;
