import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeal, SealBroken } from "#app/services/secrets/seal.ts";

const first = "0123456789abcdef0123456789abcdef";
const second = "fedcba9876543210fedcba9876543210";

test("whatever is sealed opens again, and no two seals of it are alike", () => {
  const seal = createSeal([first]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, purpose) => {
      const sealed = seal.seal(text, purpose);
      expect(seal.open(sealed, purpose)).toBe(text);
      expect(seal.seal(text, purpose)).not.toBe(sealed);
    }),
  );
});

test("the text is nowhere in what is kept", () => {
  const sealed = createSeal([first]).seal("refresh-token-of-the-shop", "mall-token/cafe24/shop");
  expect(sealed).not.toContain("refresh");
  expect(Buffer.from(sealed.split(".")[3] ?? "", "base64url").toString("latin1")).not.toContain("refresh");
});

test("it opens for its own purpose only, and not when a character was changed", () => {
  const seal = createSeal([first]);
  const sealed = seal.seal("secret", "mall-token/cafe24/shop");
  expect(() => seal.open(sealed, "mall-token/cafe24/other")).toThrow(SealBroken);
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === "A" ? "B" : "A";
    const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
    // The last character of base64url may carry bits that mean nothing.
    const same = altered
      .split(".")
      .map((part, index) => (index > 1 ? Buffer.from(part, "base64url").toString() : part));
    const before = sealed
      .split(".")
      .map((part, index) => (index > 1 ? Buffer.from(part, "base64url").toString() : part));
    if (same.join() !== before.join()) expect(() => seal.open(altered, "mall-token/cafe24/shop")).toThrow(SealBroken);
  }
  expect(() => seal.open("", "mall-token/cafe24/shop")).toThrow(SealBroken);
});

test("a new key opens what the former one sealed, and without the former one nothing is read", () => {
  const before = createSeal([first]).seal("secret", "x");
  const changed = createSeal([second, first]);
  expect(changed.open(before, "x")).toBe("secret");
  expect(createSeal([second]).open(changed.seal("secret", "x"), "x")).toBe("secret");
  expect(() => createSeal([second]).open(before, "x")).toThrow(SealBroken);
});
