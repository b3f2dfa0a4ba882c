import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { issue } from "#app/domain/issue/issue.ts";
import { templates } from "#app/domain/outbox/templates.ts";
import { notices, writeNotice } from "#app/messages/notices.ts";
import { locales } from "#app/messages/sentence.ts";
import { cutToBytes, eucKrBytes, toEucKr } from "#app/services/text/euc-kr.ts";

describe("toEucKr", () => {
  it.each([
    ["순자네 반찬", "순자네 반찬"],
    ["똠얌 펲시 햏", "또얌 페시 해"],
    ["굽네 🔥세일👍🏽 ❤️", "굽네 세일 "],
    ["10–12시 • ₩3,000", "10-12시 · 3,000".replace("3,000", "원3,000")],
    ["☎ 02-123-4567", "☎ 02-123-4567"],
    ["caf\u00e9 한과".normalize("NFD"), "caf? 한과"],
    ["Ａ①", "Ａ①"],
  ])("%s → %s", (text, expected) => expect(toEucKr(text)).toBe(expected));

  it("leaves nothing that an operator would refuse", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const character of toEucKr(text)) {
          if (character.charCodeAt(0) < 0x80) continue;
          expect([...iconv.encode(character, "euc-kr")].every((byte) => byte >= 0xa1)).toBe(true);
        }
      }),
    );
  });

  it("keeps what operators can show", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."가나다백선 시장abc123·※★") }), (text) => {
        expect(toEucKr(text)).toBe(text);
        expect(eucKrBytes(text)).toBe(iconv.encode(text, "euc-kr").length);
      }),
    );
  });
});

describe("cutToBytes", () => {
  it("never cuts through a character", () => {
    expect(cutToBytes("백선 시장", 5)).toBe("백선 ");
    expect(cutToBytes("백선", 3)).toBe("백");
    expect(cutToBytes("백선", 40)).toBe("백선");
  });
});

describe("notices", () => {
  const params = {
    code: "123456",
    name: "김순자",
    helper: "김백선",
    store: "망원 방앗간",
    count: 2,
    link: "https://baekseon.example/link/x",
    expiresAt: "2026-11-22T03:00:00Z",
    accepted: 28,
    refused: 2,
    answer: "같은 상품이 두 번 있어요",
    rank: 3,
    product: "손두부",
    mall: "쿠팡",
    season: "2026 가을",
    creator: "골목나리",
    at: "2026-12-05 10:00",
    title: "통인시장 기름집",
    due: "12월 15일",
    days: 3,
    page: "https://baekseon.example/merchant",
  };

  it.each(templates)("%s says everything in both languages and fits its medium", (template) => {
    for (const locale of locales) {
      const { subject, text, variables } = writeNotice(locale, template, params, "https://baekseon.example");
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|NaN/);
      expect(eucKrBytes(toEucKr(text))).toBeLessThanOrEqual(template === "login_code" ? 90 : 2000);
      expect(eucKrBytes(toEucKr(subject))).toBeLessThanOrEqual(locale === "ko" ? 40 : 60);
      for (const value of Object.values(variables)) expect(value).not.toBe("");
    }
    expect(toEucKr(notices[template].text.ko)).toBe(notices[template].text.ko);
    expect(notices[template].text.ko).toMatch(/^\[백선\] /);
  });

  it("names the first of several products with the fitting particle, and one product's reason", () => {
    const say = (more: object) => writeNotice("ko", "listing_refused", { ...params, ...more }, "").text;
    const one = JSON.stringify(issue("photo.none", { field: "photos" }));
    expect(say({ issue: one })).toContain("손두부를 돌려보냈습니다");
    expect(say({ issue: one })).toContain("사진이 한 장도 없어요");
    expect(say({ issue: one, more: 3 })).toContain("손두부 외 3개를 돌려보냈습니다");
    expect(say({ issue: one, more: 3 })).not.toContain("사진이 한 장도 없어요");
  });

  it("give exactly the variables of their text", () => {
    expect(writeNotice("ko", "login_code", params, "https://baekseon.example").variables).toEqual({ code: "123456" });
    expect(Object.keys(writeNotice("ko", "invitation", params, "https://baekseon.example").variables).sort()).toEqual([
      "link",
      "name",
      "until",
    ]);
    expect(writeNotice("ko", "selected", params, "https://baekseon.example").text).toContain("손두부가 백선에");
  });
});
