/**
 * What two spellings of a label have in common: full-width and half-width, NFC and NFD, capitals, spaces and separating
 * marks (`·`, `/`, `.`, `,`) make no difference; brackets do.
 */
export function foldLabel(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·ㆍ・‧ᆞ/.,]/gu, "");
}
