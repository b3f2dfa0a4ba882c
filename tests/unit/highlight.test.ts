import fc from "fast-check";
import { expect, it } from "vitest";
import { highlight } from "#app/domain/search/highlight.ts";

const marked = (name: string, asked: string) =>
  highlight(name, asked)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join("");

it.each([
  ["광장시장 육회", "광장", "[광장]시장 육회"],
  ["광장시장 육회", "광자", "[광장]시장 육회"],
  ["광장시장 육회", "ㄱㅈㅅㅈ", "[광장시장] 육회"],
  ["광장시장 육회", "rhkdwkd", "[광장]시장 육회"],
  ["망원시장 수제 참기름", "망원시장 참기름", "[망원시장] 수제 [참기름]"],
  ["백년 가게", "백년가게", "[백년 가게]"],
  ["떡볶이 집", "떡뽁이", "[떡볶이] 집"],
  ["A4 노트", "a4", "[A4] 노트"],
  ["광장시장", "없는 말", "광장시장"],
  ["광장시장", "", "광장시장"],
  ["<b>굵은 빵</b>", "빵", "<b>굵은 [빵]</b>"],
])("%s for %s", (name, asked, shown) => {
  expect(marked(name, asked)).toBe(shown);
});

it("loses no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), fc.string({ maxLength: 10 }), (name, asked) => {
      expect(
        highlight(name, asked)
          .map(({ text }) => text)
          .join(""),
      ).toBe(name);
    }),
  );
});
