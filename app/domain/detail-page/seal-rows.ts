const longestRow = 4;
const mostRows = 3;

/** A name as a seal is cut: its words or its syllables in rows of about the same length. Null: it is too long for a seal. */
export function sealRows(name: string): string[] | null {
  const words = name
    .replace(/\([^)]*\)|㈜|[^\p{Script=Hangul}\p{Script=Han}\p{Script=Latin}\p{N}\s]/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length > 1 && words.length <= mostRows && words.every((word) => lengthOf(word) <= longestRow)) return words;
  const syllables = [...words.join("")];
  const { length } = syllables;
  // Letters of a word are not read in rows.
  if (words.some((word) => /\p{Script=Latin}/u.test(word))) return null;
  if (length === 0 || length > longestRow * mostRows) return null;
  // One to three stand below one another, as on a pillar.
  const rows = length <= 3 ? length : length <= 2 * longestRow ? 2 : mostRows;
  return Array.from({ length: rows }, (_, row) =>
    syllables.slice(Math.floor((row * length) / rows), Math.floor(((row + 1) * length) / rows)).join(""),
  );
}

function lengthOf(word: string): number {
  return [...word].length;
}
