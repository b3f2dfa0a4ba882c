const mebibyte = 1024 * 1024;

export const uploadLimits = { sheetBytes: 50 * mebibyte, photoBytes: 2048 * mebibyte, files: 5_000 } as const;
