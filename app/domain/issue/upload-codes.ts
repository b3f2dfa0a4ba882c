/** What can be wrong with files that arrive one by one. */
export const uploadCodes = [
  "upload.unknown_kind",
  "upload.empty",
  "upload.no_room",
  "upload.no_sheet",
  "upload.two_sheets",
  "upload.two_archives",
  "upload.too_many",
  "upload.not_whole",
  "upload.gone",
] as const;
