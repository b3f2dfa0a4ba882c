/** Why a document may be refused at its own address, as the step's page is told. */
export const documentFaults = [
  "upload.too_large",
  "upload.missing_file",
  "upload.interrupted",
  "document.not_readable",
  "document.not_a_photo",
  "document.too_many",
] as const;
