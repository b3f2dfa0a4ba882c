/** One composition of Hangul (Macs write NFD), and full-width forms as plain ones; nothing else is touched. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("\uFFE6", "₩")
    .replaceAll("\u3000", " ");
}

/**
 * A whole number as people write it: `12000`, `12,000`, `-5`, `12000.0`. Null when it is anything else: what could be
 * read in two ways (`12.5`, `12.000`, `1,2000`, `1만2천`) is not read at all. Beyond what is counted exactly it is as good as infinite.
 */
export function readWhole(text: string): number | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.00?)?$/.exec(plain(text).trim());
  if (!match) return null;
  const value = Number(`${match[1]}${match[2]?.replaceAll(",", "")}`);
  if (Number.isSafeInteger(value)) return value + 0;
  return value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** `12,000원`, `₩12,000` besides what `readWhole` reads. */
export function readWon(text: string): number | null {
  const amount = plain(text).trim();
  // A backslash is how Korean Excel writes the won sign into a CP949 file: both are the byte 0x5C there.
  const signed = /^(-?)\s*[₩\\]\s*(\d.*)$/.exec(amount);
  if (signed) return readWhole(`${signed[1]}${signed[2]}`);
  return readWhole(amount.replace(/(\d)\s*원$/, "$1"));
}

/** What a cell shows when its formula failed: no value of anything. */
export function isCellError(text: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)$/.test(
    text,
  );
}

/** Control characters, text-direction marks and the mark of a character that was lost on the way. */
export function hasControlCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD]/u.test(text);
}

/**
 * Pictures among the letters. `Extended_Pictographic` alone would also forbid ©, ™, arrows and the stars shop names
 * are fond of; digits are `Emoji` too. So: what is drawn as a picture by default, what asks to be drawn so (U+FE0F, the keycap),
 * and the older symbols from U+2600 on that phones draw as pictures.
 */
export function hasEmoji(text: string): boolean {
  if (/\p{Emoji_Presentation}|\p{Regional_Indicator}|\uFE0F|\u20E3/u.test(text)) return true;
  for (const [symbol] of text.matchAll(/\p{Extended_Pictographic}/gu)) {
    const point = symbol.codePointAt(0) ?? 0;
    if (point >= 0x1f000) return true;
    if (point >= 0x2600 && point <= 0x2b55 && /\p{Emoji}/u.test(symbol)) return true;
  }
  return false;
}

export function codePoints(text: string): number {
  return [...text].length;
}

/** The mark of a character that was lost on the way. */
export function hasLostLetters(text: string): boolean {
  return text.includes("\uFFFD");
}

/** Parts of a list in one cell, without the empty ones. */
export function splitList(text: string, separators: RegExp): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
