const hour = 60 * 60_000;
/** Korea keeps UTC+9 all year. */
const ahead = 9 * hour;

/** `2026-12-05` of an instant, as it is in Seoul. */
export function seoulDay(at: Date): string {
  return new Date(at.getTime() + ahead).toISOString().slice(0, 10);
}

/** Hour of the day in Seoul, 0 to 23. */
export function seoulHour(at: Date): number {
  return new Date(at.getTime() + ahead).getUTCHours();
}

/** The instant of `2026-12-05` and `10:30` in Seoul; null when there is no such day or time. */
export function seoulInstant(day: string, time: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const date = dateOf(day);
  return date && new Date(`${day}T${time}:00+09:00`);
}

/** A day as a `date` column holds it; null when there is no such day. */
export function dateOf(day: string): Date | null {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date;
}

/** `2026-12-05` of a `date` column. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** So many days later. */
export function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * hour);
}
