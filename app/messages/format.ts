import type { Locale } from "./sentence.ts";

const zone = "Asia/Seoul";
const weekdays = {
  ko: ["일", "월", "화", "수", "목", "금", "토"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} satisfies Record<Locale, string[]>;

/** Whole won: `12,000원`, in English `₩12,000`. */
export function formatWon(locale: Locale, won: number): string {
  return locale === "ko" ? `${formatCount(won)}원` : `${won < 0 ? "-" : ""}₩${formatCount(Math.abs(won))}`;
}

/** `12,000` */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Hundredths of a percent without needless zeros: `3`, `5.5`, `10.85`. */
export function formatPercent(basisPoints: number): string {
  return String(basisPoints / 100);
}

/** The day in Seoul: `2026. 11. 22.(일)`, in English `22 Nov 2026 (Sun)`. */
export function formatDate(locale: Locale, date: Date): string {
  const { year, month, day, weekday } = inSeoul(date);
  const name = weekdays[locale][weekday];
  return locale === "ko"
    ? `${year}. ${month}. ${day}.(${name})`
    : `${day} ${date.toLocaleString("en", { month: "short", timeZone: zone })} ${year} (${name})`;
}

/** The same of a day that is kept as `2026-11-22`. */
export function formatDay(locale: Locale, day: string): string {
  return formatDate(locale, new Date(`${day}T00:00:00+09:00`));
}

/** `2026. 11. 22.` or `2026. 11.` of what a disclosure keeps as `2026-11-22` or `2026-11`; words and English as they are. */
export function formatDisclosed(locale: Locale, text: string): string {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text)?.slice(1).filter(Boolean);
  return locale === "ko" && parts ? `${parts.map(Number).join(". ")}.` : text;
}

/** The day and the minute in Seoul: `2026. 11. 22.(일) 14:05`. */
export function formatDateTime(locale: Locale, date: Date): string {
  const { hour, minute } = inSeoul(date);
  return `${formatDate(locale, date)} ${pad(hour)}:${pad(minute)}`;
}

// Korea keeps UTC+9 all year and browsers' Intl texts differ from Node's, so the parts are counted, not formatted.
function inSeoul(date: Date) {
  const there = new Date(date.getTime() + 9 * 60 * 60 * 1000);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    weekday: there.getUTCDay(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
  };
}

const pad = (value: number) => String(value).padStart(2, "0");
