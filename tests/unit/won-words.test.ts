import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wonInWords } from "#app/messages/won-words.ts";

const values: Record<string, number> = { 천: 1e3, 백: 100, 십: 10, 만: 1e4, 억: 1e8, 조: 1e12 };

/** Reads the words back, each part for itself. */
function heard(words: string): number {
  return words
    .replace(/\s?원$/, "")
    .split(" ")
    .reduce((sum, part) => {
      const [, digits = "", unit = ""] = /^([\d,]+)(\D?)$/.exec(part) ?? [];
      return sum + Number(digits.replaceAll(",", "")) * (values[unit] ?? 1);
    }, 0);
}

describe("wonInWords", () => {
  it.each([
    [0, "0원"],
    [100, "1백 원"],
    [1_000, "1천 원"],
    [12_000, "1만 2천 원"],
    [12_350, "1만 2천 3백 5십 원"],
    [100_000, "10만 원"],
    [1_234_500, "123만 4천 5백 원"],
    [12_340_000, "1,234만 원"],
    [100_000_000, "1억 원"],
    [100_010_000, "1억 1만 원"],
    [9_007, "9천 7 원"],
  ])("%i is %s", (won, words) => expect(wonInWords(won)).toBe(words));

  it("says every amount so that it is heard as the same amount", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (won) => {
        expect(heard(wonInWords(won) ?? "")).toBe(won);
      }),
    );
  });

  it("never names an empty place, and never two amounts alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), fc.integer({ min: 1, max: 200_000_000 }), (one, other) => {
        expect(wonInWords(one)).not.toMatch(/(^|[^\d,])0/);
        expect(wonInWords(one) === wonInWords(other)).toBe(one === other);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("has no words for %d", (won) => {
    expect(wonInWords(won)).toBeNull();
  });
});
