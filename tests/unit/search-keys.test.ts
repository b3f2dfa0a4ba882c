import { convertQwertyToHangul, disassemble } from "es-hangul";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialsOf, isInitials, keysOf, readQuestion, wordsOf } from "#app/services/search/keys.ts";
import { slipsToBegin } from "#app/services/search/likeness.ts";

describe("the keys of a word", () => {
  it.each([
    ["광장시장", "rhkdwkdtlwkd"],
    ["떡볶이", "ejrqhrdl"],
    ["떡뽁이", "ejrqhrdl"],
    ["떡볶이".normalize("NFD"), "ejrqhrdl"],
    ["광장ㅅ", "rhkdwkdt"],
    ["A4용지", "a4dydwl"],
    ["３대째", "3eowo"],
    ["韓菓", "韓菓"],
    ["SKU-4", "sku4"],
  ])("%s: %s", (word, keys) => {
    expect(wordsOf(word).map(keysOf).join("")).toBe(keys);
  });

  it("of whatever was typed so far begin the keys of the whole", () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.nat(), (syllables, at) => {
        const whole = syllables.join("");
        const strokes = [...disassemble(whole)];
        const typed = strokes.slice(0, at % strokes.length).join("");
        expect(keysOf(whole).startsWith(keysOf(typed))).toBe(true);
      }),
    );
  });

  it("are those that were pressed when the keyboard was in English", () => {
    expect(keysOf("rhkdwkdtlwkd")).toBe(keysOf("광장시장"));
    expect(keysOf("RHKDWKDTLWKD")).toBe(keysOf("광장시장"));
    expect(keysOf(convertQwertyToHangul("ckarlfma"))).toBe(keysOf("참기름"));
  });
});

describe("first consonants", () => {
  it("of a word, with its digits and Latin letters", () => {
    expect(initialsOf("광장시장")).toBe(keysOf("ㄱㅈㅅㅈ"));
    expect(initialsOf("A4용지")).toBe("a4dw");
  });

  it("are told from words", () => {
    expect(isInitials("ㄱㅈㅅㅈ")).toBe(true);
    expect(isInitials("광ㅈ")).toBe(false);
    expect(isInitials("ㅏㅏ")).toBe(false);
  });
});

describe("a question", () => {
  it("may have particles, first only where two syllables are left", () => {
    expect(readQuestion("참기름을").bare[0]).toEqual([keysOf("참기름")]);
    expect(readQuestion("시장에서").bare[0]).toEqual([keysOf("시장")]);
    expect(readQuestion("오이").bare).toEqual([[keysOf("오")]]);
    expect(readQuestion("김치").bare).toEqual([]);
  });

  it("of one long word may be two", () => {
    expect(readQuestion("망원시장참기름").cuts).toContainEqual([keysOf("망원시장"), keysOf("참기름")]);
    expect(readQuestion("참기름").cuts).toEqual([]);
  });

  it("may be anything at all, and is never read further than its first ten words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        const { words } = readQuestion(text);
        expect(words.length).toBeLessThanOrEqual(10);
        for (const word of words) expect(word).not.toMatch(/[%_\\\s\0]/u);
      }),
    );
    expect(readQuestion("가".repeat(10_000)).words.join("").length).toBeLessThanOrEqual(400);
    for (const nothing of ["", "  ", "%", "'; --", "\u202e\u200f"]) expect(readQuestion(nothing).words).toEqual([]);
  });
});

it("slips are keys pressed otherwise, left out or added, before a word is ended", () => {
  expect(slipsToBegin("ckarl", "ckarlfma")).toBe(0);
  expect(slipsToBegin("ckaelfma", "ckarlfma")).toBe(1);
  expect(slipsToBegin("carlfma", "ckarlfma")).toBe(1);
  expect(slipsToBegin("ckkarlfma", "ckarlfma")).toBe(1);
  expect(slipsToBegin("zzz", "ckarlfma")).toBe(3);
});
