import fc from "fast-check";
import { expect, test } from "vitest";
import { readOrigin } from "#app/domain/intake/origin.ts";
import { cities, counties, countries, koreaNames, provinces } from "#app/domain/intake/origin-places.ts";

const reading = (text: string) => {
  const origin = readOrigin(text);
  return origin && (origin.kind === "foreign" ? origin.country : origin.kind);
};

test.each([
  ...[
    "국내산",
    "국산",
    "대한민국",
    "한국",
    "국내산(충남 서산)",
    "국내산 (일부 중국산)",
    "국내산 100%",
    "국산콩",
    "제주",
    "전남 완도산",
    "경기도 이천시",
  ],
  ...[
    "광주광역시",
    "서산",
    "부산산",
    "강원도산",
    "Made in Korea",
    "국내산",
    "국내산[전남]",
    "대한민국 (서울)",
    "국내 제조",
  ],
])("%s is domestic", (text) => expect(reading(text)).toBe("domestic"));

test.each([
  ["중국산", "중국"],
  ["중국 OEM", "중국"],
  ["중국산고춧가루", "중국"],
  ["인도네시아산", "인도네시아"],
  ["남아프리카 공화국", "남아프리카공화국"],
  ["United States", "미국"],
  ["North Korea", "북한"],
  ["수입산 중국", "중국"],
  ["중국(국내 가공)", "중국"],
  ["수입산", null],
])("%s is foreign, from %s", (text, country) => {
  expect(readOrigin(text)).toMatchObject({ kind: "foreign", country });
});

test.each([
  "미국산, 국산",
  "한국/중국",
  "국내산과 중국산",
  "국산60%중국산40%",
  "콩: 국산, 밀: 미국산",
  "국내산(쌀), 중국산(팥)",
  "미국산 및 호주산",
  "국산·수입산",
])("%s is mixed", (text) => expect(reading(text)).toBe("mixed"));

test.each([
  "상세페이지 참조",
  "기타",
  "(국내산)",
  "국산 아님",
  "원산지 미상",
  "가나초콜릿",
  "한우",
  "산",
  "-",
  "원양산",
])("%s is not recognised", (text) => expect(readOrigin(text)).toBeNull());

test("every place is read alone, with 산, and beside another; the text stays as it was", () => {
  const domestic = fc.constantFrom(...koreaNames, ...Object.keys(provinces), ...cities, ...counties);
  const foreign = fc.constantFrom(...Object.keys(countries));
  fc.assert(
    fc.property(domestic, foreign, (here, there) => {
      expect([reading(here), reading(`${here}(${there})`)]).toEqual(["domestic", "domestic"]);
      expect([reading(there), reading(`${there}산`)]).toEqual([there, there]);
      expect(readOrigin(`${there}산, ${here}`)).toEqual({ text: `${there}산, ${here}`, kind: "mixed", country: null });
    }),
    { numRuns: 500 },
  );
});
