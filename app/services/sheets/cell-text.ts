/** How a stored number is to be read; the style says it, the number alone cannot. */
export type NumberKind = { kind: "number" } | { kind: "date" } | { kind: "padded"; digits: number };

export const plainNumber: NumberKind = { kind: "number" };

/** Built-in formats that are dates or times, those of Korean Excel (27–36, 50–58) included. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** @param code the workbook's own format for this id, when it has one */
export function readNumberFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? { kind: "date" } : plainNumber;
  }
  // `00000` is how people keep the zeros in front of a code.
  if (/^0{2,}$/.test(code)) return { kind: "padded", digits: code.length };
  const letters = code.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, "");
  return /[ymdhs]/i.test(letters) ? { kind: "date" } : plainNumber;
}

/** The number as the merchant sees it, without what binary fractions leave behind. */
export function numberText(stored: string, format: NumberKind, date1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (format.kind === "date") return dateText(value, date1904);
  const text = wholeOrClean(stored.trim(), value);
  return format.kind === "padded" && value >= 0 ? text.padStart(format.digits, "0") : text;
}

function wholeOrClean(stored: string, value: number): string {
  // Other programs store whole numbers of more digits than a binary fraction holds: long codes, say.
  if (/^-?[1-9]\d*$/.test(stored)) return stored;
  // Excel keeps fifteen digits; what lies behind them is noise.
  const clean = Number(value.toPrecision(15));
  return Number.isInteger(clean) ? BigInt(clean).toString() : String(clean);
}

const millisecondsOfDay = 86_400_000;

/** `yyyy-MM-dd`; a time without a day is `HH:mm:ss`. */
function dateText(serial: number, date1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return String(serial);
  if (serial < 1 && !date1904) return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
  // Day 60 is 29 February 1900, which never was: days before it are one off.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(epoch + Math.floor(serial + 1e-9) * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Undoes Excel's `_x000D_` for characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
