import type { IssueCode } from "../issue/codes.ts";
import { uploadLimits } from "./upload-limits.ts";

export type FileKind = "sheet" | "archive" | "photo";

/** Formats that are then refused with a reason of their own count too. */
const endings: [RegExp, FileKind][] = [
  [/\.(xlsx|xlsm|xlsb|xls|csv|tsv|txt)$/i, "sheet"],
  [/\.zip$/i, "archive"],
  [/\.(jpe?g|png|webp|heic|heif|gif|bmp|tiff?|avif)$/i, "photo"],
];

/** What an import makes of a file, by its name; null when that is nothing. */
export function kindOfFile(name: string): FileKind | null {
  return endings.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Bytes. */
export function largestOf(kind: FileKind): number {
  return kind === "sheet" ? uploadLimits.sheetBytes : uploadLimits.photoBytes;
}

export type SortedFiles<File> = { sheet: File; photos: File[] } | { fault: Extract<IssueCode, `upload.${string}`> };

/** One sheet, and photos as one archive or as single files. */
export function sortFiles<File extends { name: string; size: number }>(files: readonly File[]): SortedFiles<File> {
  const of = (kind: FileKind) => files.filter(({ name }) => kindOfFile(name) === kind);
  const [sheet, ...otherSheets] = of("sheet");
  const [archives, photos] = [of("archive"), of("photo")];
  if (!sheet) return { fault: "upload.no_sheet" };
  if (otherSheets.length > 0) return { fault: "upload.two_sheets" };
  if (archives.length > 1 || (archives.length > 0 && photos.length > 0)) return { fault: "upload.two_archives" };
  const pictures = [...archives, ...photos];
  const bytes = pictures.reduce((sum, { size }) => sum + size, 0);
  if (bytes > uploadLimits.photoBytes || pictures.length > uploadLimits.files) return { fault: "upload.too_many" };
  return { sheet, photos: pictures };
}
