import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBusinessNumber, readBusinessNumber } from "#app/domain/store/business-number.ts";
import { districts } from "#app/domain/store/districts.ts";

describe("districts", () => {
  it("are Seoul's twenty-five, each with its own code and names", () => {
    expect(districts).toHaveLength(25);
    for (const names of [districts.map((one) => one.code), districts.map((one) => one.nameKo)]) {
      expect(new Set(names).size).toBe(25);
    }
    for (const { code, nameKo, nameEn } of districts) {
      expect(code).toMatch(/^11\d{3}$/);
      expect(nameKo).toMatch(/^[가-힣]+구$/);
      expect(nameEn).toMatch(/^[A-Z][a-z]+-gu$/);
    }
    expect(districts.map(({ code }) => code)).toEqual(districts.map(({ code }) => code).sort());
    expect(districts.at(0)).toMatchObject({ code: "11110", nameKo: "종로구" });
    expect(districts.at(-1)).toMatchObject({ code: "11740", nameKo: "강동구" });
  });
});

describe("readBusinessNumber", () => {
  it.each([
    ["124-81-00998", "1248100998"],
    ["220 81 62517", "2208162517"],
    ["１２３－４５－６７８９１", "1234567891"],
    [" 124–81–00998 ", "1248100998"],
  ])("reads %s", (text, businessNumber) => {
    expect(readBusinessNumber(text)).toEqual({ ok: true, businessNumber });
  });

  it("tells a slip from what is no number at all", () => {
    expect(readBusinessNumber("123-45-67890")).toEqual({ ok: false, code: "business_number.checksum" });
    for (const text of ["", "124-81-0099", "12481009981", "124-81-0099O", "제124-81-00998"]) {
      expect(readBusinessNumber(text)).toEqual({ ok: false, code: "business_number.unreadable" });
    }
  });

  it("refuses ten equal digits, although ten zeros pass the sum", () => {
    for (let digit = 0; digit <= 9; digit++) {
      expect(readBusinessNumber(String(digit).repeat(10))).toEqual({ ok: false, code: "business_number.unreadable" });
    }
  });

  it("accepts exactly one last digit, and reads back what it formats", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-8]\d{7}9$/), (nine) => {
        const readings = Array.from({ length: 10 }, (_, last) => readBusinessNumber(`${nine}${last}`));
        const accepted = readings.flatMap((reading) => (reading.ok ? [reading.businessNumber] : []));
        expect(accepted).toHaveLength(1);
        for (const businessNumber of accepted) {
          const shown = formatBusinessNumber(businessNumber);
          expect(shown).toMatch(/^\d{3}-\d{2}-\d{5}$/);
          expect(readBusinessNumber(shown)).toEqual({ ok: true, businessNumber });
        }
      }),
    );
  });

  it("notices any single digit mistyped in the first eight places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [..."1248100998"].map(Number);
        digits[place] = ((digits[place] ?? 0) + step) % 10;
        expect(readBusinessNumber(digits.join("")).ok).toBe(false);
      }),
    );
  });
});
