const separator = String.raw`\s*[-./년월]\s*`;
const dayShape = new RegExp(String.raw`^(\d{4})${separator}(\d{1,2})${separator}(\d{1,2})\s*[.일]?$`, "u");
const monthShape = new RegExp(String.raw`^(\d{4})${separator}(\d{1,2})\s*[.월]?$`, "u");

/** `value` is `yyyy-MM` or `yyyy-MM-dd`; null with `written` true when it is written as a date no calendar has. */
export interface DateReading {
  written: boolean;
  value: string | null;
}

/**
 * `2026-11-22`, `2026.11.22`, `2026. 11. 22.`, `2026년 11월 22일`, `20261122`; for a month also `2026-11`, `2026.11`, `202611`,
 * and of a whole day its month.
 */
export function readDate(kind: "month" | "date", text: string): DateReading {
  const plain = text.normalize("NFKC").trim();
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? dayShape.exec(plain);
  const month = kind === "month" && !day ? (/^(\d{4})(\d{2})$/.exec(plain) ?? monthShape.exec(plain)) : null;
  const parts = day ?? month;
  if (!parts) return { written: false, value: null };
  const value = calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1));
  return { written: true, value: kind === "month" ? (value?.slice(0, 7) ?? null) : value };
}

/** Years outside 1900–2100 are slips of the finger. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
}
