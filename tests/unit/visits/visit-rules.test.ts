import { describe, expect, it } from "vitest";
import { calendarFile } from "#app/domain/visit/calendar-file.ts";
import { contactDays, showsContact } from "#app/domain/visit/contact.ts";
import { isReminderDue } from "#app/domain/visit/remind-visits.ts";
import { onOtherClock, readSlotTime } from "#app/domain/visit/slot-time.ts";
import { visitStates } from "#app/domain/visit/states.ts";

const now = new Date("2026-12-01T03:00:00Z");
const period = { startsOn: "2026-12-01", endsOn: "2027-03-31" };
const slot = (day: string, from: string, to: string) => {
  const read = readSlotTime({ day, from, to }, period, now);
  return read.ok ? read.time.startsAt.toISOString() : read.issues[0]?.code;
};

describe("a slot", () => {
  it("is on the clock of Seoul", () => expect(slot("2026-12-05", "10:00", "11:00")).toBe("2026-12-05T01:00:00.000Z"));
  it.each([
    ["2026-11-30", "10:00", "11:00", "slot.in_past"],
    ["2026-12-01", "11:59", "12:30", "slot.in_past"],
    ["2027-04-01", "10:00", "11:00", "slot.outside_campaign"],
    ["2026-12-05", "23:30", "00:30", "slot.across_midnight"],
    ["2026-12-05", "10:00", "10:00", "slot.across_midnight"],
    ["2026-12-05", "10:00", "10:10", "slot.too_short"],
    ["2026-12-05", "09:00", "16:00", "slot.too_long"],
    ["2026-02-30", "10:00", "11:00", "slot.unreadable"],
    ["2026-12-05", "25:00", "26:00", "slot.unreadable"],
    ["내일", "아침", "점심", "slot.unreadable"],
  ])("on %s from %s to %s is refused with %s", (day, from, to, code) => expect(slot(day, from, to)).toBe(code));

  it("may end the minute before midnight", () =>
    expect(slot("2026-12-05", "23:00", "23:59")).toBe("2026-12-05T14:00:00.000Z"));
});

describe("a foreign creator's clock", () => {
  // New York goes an hour forward on 2027-03-14: ten in the morning in Seoul is another hour there from one week to the next.
  it("shows another hour after it has changed", () => {
    expect(onOtherClock(new Date("2027-03-12T01:00:00Z"), "America/New_York")).toBe("3. 11. 20:00");
    expect(onOtherClock(new Date("2027-03-19T01:00:00Z"), "America/New_York")).toBe("3. 18. 21:00");
  });
  it("is not shown where it is the same", () => expect(onOtherClock(now, "Asia/Tokyo")).toBeNull());
});

describe("how to reach the other side", () => {
  const endsAt = new Date("2026-12-05T02:00:00Z");
  const at = (days: number) => new Date(endsAt.getTime() + days * 86_400_000);
  it.each(["proposed", "offered", "waiting", "declined", "withdrawn", "cancelled", "lapsed"] as const)(
    "is not told while a visit is %s",
    (state) => expect(showsContact({ state, endsAt }, now)).toBe(false),
  );
  it.each(["agreed", "visited", "no_show", "disputed"] as const)(
    "is told until thirty days after one is %s",
    (state) => {
      expect(showsContact({ state, endsAt }, now)).toBe(true);
      expect(showsContact({ state, endsAt }, at(contactDays))).toBe(true);
      expect(showsContact({ state, endsAt }, new Date(at(contactDays).getTime() + 1))).toBe(false);
    },
  );
});

describe("the reminder", () => {
  const startsAt = new Date("2026-12-05T01:00:00Z");
  const due = (at: string, remindedAt: Date | null = null) => isReminderDue({ startsAt, remindedAt }, new Date(at));
  it("comes the day before, by day in Seoul, once", () => {
    expect(due("2026-12-04T00:00:00Z")).toBe(true);
    expect(due("2026-12-04T11:59:00Z")).toBe(true);
    expect(due("2026-12-03T23:59:00Z")).toBe(false);
    expect(due("2026-12-04T12:00:00Z")).toBe(false);
    expect(due("2026-12-03T03:00:00Z")).toBe(false);
    expect(due("2026-12-05T00:30:00Z")).toBe(false);
    expect(due("2026-12-04T03:00:00Z", now)).toBe(false);
  });
});

it("a visit that is over is never agreed again", () => {
  for (const state of ["declined", "withdrawn", "cancelled", "lapsed"] as const)
    expect(visitStates.isFinal(state)).toBe(true);
  expect(visitStates.sourcesOf("agreed")).toEqual(["proposed", "offered", "waiting"]);
});

describe("the calendar file", () => {
  const file = calendarFile({
    ...{ id: "7", startsAt: new Date("2026-12-05T01:00:00Z"), endsAt: new Date("2026-12-05T02:00:00Z"), at: now },
    title: "백송기름집, 방문; 약속",
    place: "서울특별시 종로구 자하문로15길 18-1",
    description: `${"가게에서 지켜 주세요 ".repeat(12)}\n사진은 손님이 없을 때`,
    url: "https://x.kr/creator/visits/7",
    cancelled: false,
  });

  it("has lines of at most 75 bytes that end as the standard says", () => {
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("says the same when it is unfolded", () => {
    const lines = file.replaceAll("\r\n ", "").split("\r\n");
    expect(lines).toContain("DTSTART:20261205T010000Z");
    expect(lines).toContain("SUMMARY:백송기름집\\, 방문\\; 약속");
    expect(lines.find((line) => line.startsWith("DESCRIPTION:가게"))).toContain("\\n사진은");
    expect(lines).toContain("STATUS:CONFIRMED");
  });
});
