import { fileTypeFromFile } from "file-type";

/** What a file is by its first bytes, whatever its name says; null when that is nothing known. */
export async function sniffMediaType(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found?.mime ?? null;
}
