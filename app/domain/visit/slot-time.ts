import { type Issue, issue } from "../issue/issue.ts";
import { seoulDay, seoulInstant } from "./seoul-time.ts";

export const shortestMinutes = 20;
export const longestMinutes = 6 * 60;

export interface SlotTime {
  startsAt: Date;
  endsAt: Date;
}

/**
 * A slot as it was typed: `2026-12-05`, `10:00`, `11:00`, always on the clock of Seoul, where the store is. `period`: first and last
 * day of the campaign.
 */
export function readSlotTime(
  { day, from, to }: { day: string; from: string; to: string },
  period: { startsOn: string; endsOn: string },
  now: Date,
): { ok: true; time: SlotTime } | { ok: false; issues: Issue[] } {
  const startsAt = seoulInstant(day, from);
  const endsAt = seoulInstant(day, to);
  const wrong = (...given: Parameters<typeof issue>) => ({ ok: false as const, issues: [issue(...given)] });
  if (!startsAt || !endsAt) return wrong("slot.unreadable", { field: "day" });
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (minutes <= 0) return wrong("slot.across_midnight", { field: "to" });
  if (minutes < shortestMinutes) return wrong("slot.too_short", { field: "to" });
  if (minutes > longestMinutes) return wrong("slot.too_long", { field: "to" });
  if (startsAt <= now) return wrong("slot.in_past", { field: "day" });
  const inSeoul = seoulDay(startsAt);
  if (inSeoul < period.startsOn || inSeoul > period.endsOn) {
    return wrong("slot.outside_campaign", { field: "day" }, { params: { from: period.startsOn, to: period.endsOn } });
  }
  return { ok: true, time: { startsAt, endsAt } };
}

/** The instant on another clock, `3. 11. 20:00`; null where that clock shows the same. Daylight saving is the zone's own affair. */
export function onOtherClock(at: Date, timeZone: string): string | null {
  const there = clock(at, timeZone);
  return there === clock(at, "Asia/Seoul") ? null : there;
}

function clock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" },
  }).formatToParts(at);
  const of = (name: string) => parts.find(({ type }) => type === name)?.value ?? "";
  return `${Number(of("month"))}. ${Number(of("day"))}. ${of("hour")}:${of("minute")}`;
}

/** Zones that a creator may choose. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}
