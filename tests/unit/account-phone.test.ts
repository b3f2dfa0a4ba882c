import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEmail } from "#app/domain/account/email.ts";
import { formatPhone, isMobile, parsePhone } from "#app/domain/account/phone.ts";

describe("parsePhone", () => {
  it.each([
    ["010-1234-5678", "+821012345678", "010-1234-5678"],
    ["010 1234 5678", "+821012345678", "010-1234-5678"],
    ["+82 10-1234-5678", "+821012345678", "010-1234-5678"],
    ["0082(0)10 1234 5678", "+821012345678", "010-1234-5678"],
    ["０１０－１２３４－５６７８", "+821012345678", "010-1234-5678"],
    ["1012345678", "+821012345678", "010-1234-5678"],
    ["02-123-4567", "+8221234567", "02-123-4567"],
    ["02)1234-5678", "+82212345678", "02-1234-5678"],
    ["031.123.4567", "+82311234567", "031-123-4567"],
    ["070-1234-5678", "+827012345678", "070-1234-5678"],
    ["0507-1234-5678", "+8250712345678", "0507-1234-5678"],
    ["1588-1234", "+8215881234", "1588-1234"],
    ["010-1234-567", null, ""],
    ["010-1234-56789", null, ""],
    ["+1 415 555 0100", null, ""],
    ["전화 없음", null, ""],
    ["", null, ""],
  ])("%s → %s", (typed, expected, shown) => {
    const phone = parsePhone(typed);
    expect(phone).toBe(expected);
    if (phone) expect(formatPhone(phone)).toBe(shown);
  });

  it("reads back every mobile number however it is broken up", () => {
    const separators = fc.constantFrom("", "-", " ", ".", "–");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), separators, (number, separator) => {
        const digits = String(number).padStart(8, "0");
        const phone = parsePhone(["010", digits.slice(0, 4), digits.slice(4)].join(separator));
        expect(phone).toBe(`+8210${digits}`);
        expect(isMobile(phone ?? "")).toBe(true);
        expect(parsePhone(formatPhone(phone ?? ""))).toBe(phone);
      }),
    );
  });

  it("never makes a number that the database refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789+-() ") }), (typed) => {
        expect(parsePhone(typed) ?? "+8210").toMatch(/^\+[1-9][0-9]{3,14}$/);
      }),
    );
  });
});

describe("parseEmail", () => {
  it.each([
    [" Kim@Example.COM ", "kim@example.com"],
    ["kim+shop@mail.example.co.kr", "kim+shop@mail.example.co.kr"],
    ["kim@localhost", null],
    ["kim@@example.com", null],
    ["kim@example..com", null],
    ["김 <kim@example.com>", null],
    [`${"a".repeat(250)}@example.com`, null],
  ])("%.40s → %s", (typed, expected) => expect(parseEmail(typed)).toBe(expected));
});
