import { describe, expect, it } from "vitest";
import { issueCodes } from "#app/domain/issue/codes.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { commonNoticeFields, notices } from "#app/domain/notice/notices.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { issueSentences, sayIssue } from "#app/messages/issues.ts";
import { noticeLabels } from "#app/messages/notice-labels.ts";
import { locales } from "#app/messages/sentence.ts";

const jargon = /대시보드|온보딩|퍼블리시/;

describe("the sentences of issues", () => {
  it("are one for each code and none besides", () => {
    expect(new Set(issueCodes).size).toBe(issueCodes.length);
    expect(Object.keys(issueSentences).sort()).toEqual([...issueCodes].sort());
  });

  it.each(issueCodes)("%s speaks both languages, plainly", (code) => {
    const { ko, en } = issueSentences[code];
    expect(ko).toMatch(/[가-힣]/);
    expect(ko).toMatch(/요[.?]( 예: [^.]+)?$|: \{\w+\}\.$/);
    expect(ko).not.toMatch(jargon);
    expect(en).toMatch(/^[^가-힣]*[A-Za-z]/);
    for (const locale of locales) {
      expect(sayIssue(locale, issue(code))).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(sayIssue(locale, issue(code))).not.toBe("");
    }
  });

  it("use the same placeholders in both languages", () => {
    const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
    for (const code of issueCodes) {
      expect([code, names(issueSentences[code].ko)]).toEqual([code, names(issueSentences[code].en)]);
    }
  });
});

describe("sayIssue", () => {
  it("quotes the cell", () => {
    const found = issue("price.unreadable", { row: 5, field: "price" }, { raw: "무료" });
    expect(sayIssue("ko", found)).toBe(
      "판매가를 읽지 못했어요(적힌 값: ‘무료’). 12,000이나 12,000원처럼 숫자로 적어 주세요.",
    );
    expect(sayIssue("en", found)).toContain("“무료”");
  });

  it("puts a mall's own words into quotes, and nothing where it said nothing", () => {
    const path = { mall: "coupang" };
    expect(sayIssue("ko", issue("mall.refused", path, { raw: "대표이미지 오류" }))).toBe(
      "쇼핑몰이 이 상품을 받지 않았어요. “대표이미지 오류” 내용을 고쳐서 다시 보내 주세요.",
    );
    expect(sayIssue("ko", issue("mall.refused", path))).toBe(
      "쇼핑몰이 이 상품을 받지 않았어요. 내용을 고쳐서 다시 보내 주세요.",
    );
  });

  it("quotes a machine's answer in which there are no words", () => {
    const said = (raw: string) => sayIssue("ko", issue("mall.credentials_refused", {}, { raw }));
    expect(said("Invalid signature.")).toContain("“Invalid signature.”");
    for (const raw of ['{"errors":{"name":1}}', '{"message":"cut of', '{"message":null}'])
      expect(said(raw)).toContain(raw);
  });

  it("names a notice field by its category's label in Korean and by its key's in English", () => {
    const missing = issue("notice.missing", { field: "notice.foodType" }, { params: { label: "식품의 유형" } });
    expect(sayIssue("ko", missing)).toContain("식품의 유형");
    expect(sayIssue("en", missing)).toContain("type of food");
  });

  it("lets an issue name its field itself", () => {
    const missing = issue(
      "mall_field.missing",
      { mall: "coupang", field: "mall.coupang.수량" },
      { params: { field: "수량, 개당 중량" } },
    );
    expect(sayIssue("ko", missing)).toContain("수량, 개당 중량");
  });

  it("writes amounts with commas", () => {
    const found = issue("shipping_fee.too_high", { field: "shipping_fee" }, { params: { maximum: 100_000 } });
    expect(sayIssue("ko", found)).toContain("100,000원");
  });

  it("shortens what is too long to read", () => {
    const said = sayIssue("ko", issue("name.unreadable", { field: "name" }, { raw: "가".repeat(5000) }));
    expect(said.length).toBeLessThan(120);
    expect(said).toContain("…");
  });
});

describe("fieldLabel", () => {
  it("knows every field of every notice in both languages, and has no label without a field", () => {
    const keys = new Set([...commonNoticeFields, ...notices.flatMap(({ fields }) => fields)].map(({ key }) => key));
    for (const key of keys) {
      expect(fieldLabel("ko", `notice.${key}`)).toMatch(/[가-힣]/);
      expect(fieldLabel("en", `notice.${key}`)).toMatch(/^(?!notice\.)[A-Za-z ,-]+$/);
    }
    for (const key of Object.keys(noticeLabels)) expect(keys).toContain(key);
  });

  it("names columns, a mall's own fields, and falls back to the key", () => {
    expect(fieldLabel("ko", "option_price")).toBe("옵션추가금");
    expect(fieldLabel("en", "price")).toBe("price");
    expect(fieldLabel("ko", "mall.coupang.개당 중량")).toBe("개당 중량");
    expect(fieldLabel("ko", "never-heard-of")).toBe("never-heard-of");
  });
});
