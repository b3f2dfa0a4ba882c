const mebibyte = 1024 * 1024;

/** Of one import. */
export const uploadLimits = { sheetBytes: 50 * mebibyte, photoBytes: 2048 * mebibyte, files: 5_000 } as const;

/** What one account may have lying here that no import has taken yet: two imports at once. */
export const uploadQuota = {
  bytes: 2 * (uploadLimits.sheetBytes + uploadLimits.photoBytes),
  files: 2 * uploadLimits.files,
} as const;

/** How long what nobody took is kept; a connection may be down over a weekend. */
export const uploadDays = 7;

/** As the sentences say it. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / mebibyte);
}
