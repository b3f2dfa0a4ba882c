export interface NamedRow {
  row: number;
  sku: string | null;
  name: string | null;
}

const mostSuggested = 3;
/** Of two names' pairs of letters, how many agree; below this the likeness is chance. */
const alike = 0.5;

/** Rows whose code or name is like a photo's file or folder name, the likest first; camera names (IMG_1234) are like none. */
export function suggestRows(fileName: string, rows: readonly NamedRow[]): number[] {
  const words = wordsOf(fileName);
  if (words.length === 0) return [];
  return rows
    .map(({ row, sku, name }) => ({ row, score: Math.max(...words.map((word) => likeness(word, [sku, name]))) }))
    .filter(({ score }) => score >= alike)
    .sort((one, other) => other.score - one.score || one.row - other.row)
    .slice(0, mostSuggested)
    .map(({ row }) => row);
}

/** The name without its ending and number, and each folder it lies in. */
function wordsOf(fileName: string): string[] {
  const folders = fileName.normalize("NFC").split(/[\\/]/);
  const stem = (folders.pop() ?? "").replace(/\.[^.]*$/, "");
  const unnumbered = stem.replace(/[\s_-]*\(?\d{1,3}\)?$/, "");
  return [...new Set([stem, unnumbered, ...folders].map(folded))].filter(
    (word) => word.length >= 2 && !isCameras(word),
  );
}

function isCameras(word: string): boolean {
  return /^(img|dsc[nf]?|pxl|photo|image|kakaotalk|screenshot|사진|이미지|스크린샷)?\d*$/.test(word);
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function likeness(word: string, texts: (string | null)[]): number {
  return Math.max(...texts.map((text) => (text === null ? 0 : likenessOf(word, folded(text)))));
}

/** 1 when they are the same; one inside the other counts as much as it covers, and no less than alike. */
function likenessOf(word: string, text: string): number {
  if (word === text) return 1;
  const [short, long] = word.length < text.length ? [word, text] : [text, word];
  if (short.length >= 3 && long.includes(short)) return alike + (1 - alike) * (short.length / long.length);
  const [ours, theirs] = [pairsOf(word), pairsOf(text)];
  if (ours.size === 0 || theirs.size === 0) return 0;
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (ours.size + theirs.size);
}

function pairsOf(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}
