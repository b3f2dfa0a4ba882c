import fc from "fast-check";
import { expect, it } from "vitest";
import { isOpenAt, minuteOfWeek, openSlots, readOpeningHours, week } from "#app/domain/store/opening-hours.ts";

/** `월 09:00`, as a minute of the week. */
function at(when: string): number {
  const [day, time] = when.split(" ") as [string, string];
  const [hour, minute] = time.split(":").map(Number) as [number, number];
  return "월화수목금토일".indexOf(day) * 1440 + hour * 60 + minute;
}

it.each([
  ["매일 09:00~18:00", "월 09:00|일 17:59", "월 08:59|일 18:00"],
  ["09:00-18:00", "월 09:00|일 17:59", "월 08:59|일 18:00"],
  ["평일 10시~19시, 토 10시~15시, 일요일·공휴일 휴무", "월 10:00|금 18:59|토 14:59", "토 15:00|일 12:00"],
  ["월~토 09:00 – 20:00 (일요일 쉼)", "토 19:59", "일 12:00"],
  ["월요일부터", null, null],
  ["연중무휴 08:00~22:00", "월 08:00|일 21:59", "일 22:00"],
  ["연중무휴 24시간", "월 00:00|일 23:59", ""],
  ["오전 9시 ~ 오후 6시", "월 09:00|월 17:59", "월 18:00"],
  ["오전 9시 30분부터 오후 6시 30분까지", "월 09:30|월 18:29", "월 09:29|월 18:30"],
  ["9시~6시", "월 17:59", "월 18:00|월 05:00"],
  ["오후 5시~새벽 2시, 월 휴무", "화 17:00|수 01:59|월 01:00", "월 17:00|화 01:00"],
  ["18:00~02:00", "월 01:59|일 23:00", "월 02:00"],
  ["화~일 11:00~20:00, 월 휴무", "화 11:00|일 19:59", "월 12:00"],
  ["월 휴무, 화~일 11:00~20:00", "화 11:00|일 19:59", "월 12:00"],
  ["휴무: 월, 화 / 09:00~18:00", "수 12:00", "월 12:00|화 12:00"],
  ["휴무 일요일, 09:00~18:00", "토 12:00", "일 12:00"],
  ["10:00~20:00 (브레이크타임 15:00~17:00)", "월 14:59|월 17:00", "월 15:00|월 16:59"],
  ["11:30~15:00, 17:00~21:00", "월 11:30|일 20:59", "월 15:00|월 16:59|월 21:00"],
  ["평일 11:30~15:00 / 17:00~21:00, 토 12:00~20:00, 일 휴무", "월 14:59|금 17:00|토 15:30", "금 16:00|일 12:00"],
  ["매일 10:00~20:00, 일 12:00~18:00", "토 10:00|일 12:00", "일 10:00|일 18:00"],
  ["평일 10:00~20:00, 10:00~15:00 토", null, null],
  ["금~월 10:00~18:00", "금 10:00|월 10:00", "화 10:00|목 10:00"],
  ["월,수,금 10:00~18:00", "월 10:00|수 10:00|금 10:00", "화 10:00|목 10:00"],
  ["정오~자정", "월 12:00|월 23:59", "월 11:59"],
  ["토 매주 셋째 휴무", null, null],
  ["둘째·넷째 일요일 휴무, 09:00~18:00", null, null],
  ["전화 주세요", null, null],
  ["25:00~26:00", null, null],
  ["", null, null],
])("%s", (line, open, closed) => {
  const hours = readOpeningHours(line);
  if (open === null) return expect(hours).toBeNull();
  expect(hours).not.toBeNull();
  for (const when of open.split("|")) expect(isOpenAt(hours ?? [], at(when)), `open ${when}`).toBe(true);
  for (const when of (closed ?? "").split("|").filter(Boolean))
    expect(isOpenAt(hours ?? [], at(when)), `closed ${when}`).toBe(false);
});

it("reads any text without failing, and nothing outside of the week", () => {
  const pieces = "월|화|일요일|~|:|시|분|휴무|09:00|18:30|오전|24시간|,| |매일|쉼|정오|99|브레이크타임".split("|");
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (words) => {
      for (const slot of openSlots(readOpeningHours(words.join("")) ?? [])) {
        expect(slot).toBeGreaterThanOrEqual(0);
        expect(slot).toBeLessThan(week / 30);
      }
    }),
  );
});

it("the week begins on Monday in Seoul", () => {
  expect(minuteOfWeek(new Date("2026-11-29T15:00:00Z"))).toBe(0);
  expect(minuteOfWeek(new Date("2026-11-29T14:59:00Z"))).toBe(week - 1);
});
