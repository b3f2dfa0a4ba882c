/** Refusals of the season's own rules. */
export const seasonCodes = [
  "season.not_open",
  "season.full",
  "season.none",
  "season.cannot_advance",
  "season.year_taken",
  "submission.already_submitted",
  "submission.already_selected",
  "submission.not_selectable",
  "submission.not_ready",
  "submission.not_found",
  "mark.missing",
  "product.not_found",
  "product.has_errors",
  "listing.not_found",
  "view.name_missing",
  "view.too_many",
] as const;
