import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword, verifyPassword } from "#app/domain/account/password.ts";

const codes = (password: string, repeated = password) => checkPassword(password, repeated).map(({ code }) => code);

describe("checkPassword", () => {
  it.each([
    ["123456789", "password.too_short"],
    ["가나다라마바사아자", "password.too_short"],
    ["1234567890", "password.too_common"],
    ["Password-1234", "password.too_common"],
    ["1q2w3e4r5t!", "password.too_common"],
    ["aaaaaaaaaaaa", "password.too_common"],
    ["ababababab", "password.too_common"],
    ["!!!!!!!!!!!!", "password.too_common"],
    ["따".repeat(201), "password.too_long"],
  ])("refuses %s", (password, code) => expect(codes(password)).toEqual([code]));

  it("takes a sentence of ten characters, typed twice", () => {
    expect(codes("시장에서 만난 백 가지")).toEqual([]);
    expect(codes("시장에서 만난 백 가지", "시장에서 만난 천 가지")).toEqual(["password.mismatch"]);
    expect(codes("시장에서 만난 백 가지".normalize("NFD"), "시장에서 만난 백 가지")).toEqual([]);
  });
});

describe("a password's hash", () => {
  it("is argon2id and knows its password, however the keyboard composed it", async () => {
    const kept = await hashPassword("시장에서 만난 백 가지");
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(kept, "시장에서 만난 백 가지".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(kept, "시장에서 만난 백 가지!")).toBe(false);
  });

  it("matches nothing when there is none", async () => {
    expect(await verifyPassword(null, "somebody who does not exist")).toBe(false);
  });
});
