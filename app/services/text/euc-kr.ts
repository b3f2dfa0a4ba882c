import iconv from "iconv-lite";

const simpler: Record<string, string> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "•": "·",
  "₩": "원",
  "\u00a0": " ",
  "©": "(c)",
};

/** Whether operators can show it: EUC-KR proper, not its CP949 extension (똠, 펲, 햏), which `iconv-lite` writes as well. */
function isEucKr(character: string): boolean {
  if (character.length > 1) return false;
  if (character.charCodeAt(0) < 0x80) return true;
  const bytes = iconv.encode(character, "euc-kr");
  return bytes.length === 2 && bytes.every((byte) => byte >= 0xa1);
}

/**
 * The text with every character outside EUC-KR replaced: look-alikes by the plain form, a syllable by the one without its
 * final consonant (똠 → 또), emoji by nothing, anything else by a question mark.
 */
export function toEucKr(text: string): string {
  return [...withoutEmoji(text.normalize("NFC"))].map(replace).join("");
}

function withoutEmoji(text: string): string {
  return text.replace(
    /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu,
    emojiOrSymbol,
  );
}

/** Some symbols that are also emoji (☎, ♥) belong to EUC-KR. */
function emojiOrSymbol(character: string): string {
  return isEucKr(character) ? character : (simpler[character] ?? "");
}

function replace(character: string): string {
  const kept = spelled(character);
  if (kept !== null) return kept;
  const code = character.charCodeAt(0) - 0xac00;
  if (character.length === 1 && code >= 0 && code < 11_172) {
    const open = String.fromCharCode(0xac00 + code - (code % 28));
    if (isEucKr(open)) return open;
  }
  return "?";
}

/** The character, or what looks like it; null where another would have to take its place. */
function spelled(character: string): string | null {
  if (isEucKr(character)) return character;
  const plain = simpler[character];
  if (plain !== undefined) return plain;
  const compatible = character.normalize("NFKC");
  return compatible !== character && [...compatible].every(isEucKr) ? compatible : null;
}

/** Characters, each once, that `toEucKr` could only replace by others: 똠, 漢 in its simplified form, Thai. Emoji are not told. */
export function charactersLost(text: string): string[] {
  const kept = withoutEmoji(text.normalize("NFC"));
  return [...new Set(kept)].filter((character) => spelled(character) === null);
}

/** Bytes as operators count them: Hangul 2, ASCII 1. */
export function eucKrBytes(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);
}

/** Cut to at most `maximum` bytes, never within a character. */
export function cutToBytes(text: string, maximum: number): string {
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += eucKrBytes(character);
    if (bytes > maximum) break;
    kept += character;
  }
  return kept;
}
