import iconv from "iconv-lite";

/** A name as UTF-8 where it is that, else as CP949, which old Korean programs wrote and unzip leaves on the disk. */
export function decodeFileName(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, "cp949");
  }
}
