import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Answers } from "#app/domain/application/fields.ts";
import { judgeApplication, judgeStep } from "#app/domain/application/judge.ts";
import { stepKeys, stepOf, stepsFor } from "#app/domain/application/steps.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { districtOfAddress } from "#app/domain/store/district-of-address.ts";
import { stepWords } from "#app/messages/application.ts";
import { market, millAnswers, millDocuments } from "#tests/integration/joining-setup.ts";

const shown = (more: Record<string, string> = {}, documents: readonly string[] = millDocuments) =>
  ({ answers: { ...millAnswers, ...more }, market, documents }) as Parameters<typeof judgeApplication>[0];
const codes = (given: ReturnType<typeof shown>) => judgeApplication(given).map(({ code, path }) => [code, path.field]);

test("a whole application has nothing wrong with it", () => {
  expect(codes(shown())).toEqual([]);
});

describe("steps", () => {
  it("ask each kind its own proof, designations of old shops and markets of stalls only", () => {
    const ask = (kind: (typeof storeKinds)[number]) => stepsFor(kind).map(({ key, document }) => document ?? key);
    expect(ask("traditional_market")).toContain("market_certificate");
    expect(ask("traditional_market")).toContain("market");
    expect(ask("hundred_year")).toContain("hundred_year_certificate");
    expect(ask("hundred_year")).toContain("designation");
    expect(ask("hundred_year")).not.toContain("market");
    expect(ask("cooperative")).toContain("cooperative_registration");
    expect(ask("cooperative")).not.toContain("visits");
    expect(ask("craft")).toContain("craft_certificate");
  });

  it("are all named, and every field leads to one", () => {
    expect(Object.keys(stepWords).sort()).toEqual([...stepKeys].sort());
    for (const kind of storeKinds) {
      for (const { key, fields, document } of stepsFor(kind)) {
        for (const field of [...fields, ...(document ? [document] : [])]) expect(stepOf(field, kind)).toBe(key);
      }
    }
    expect(stepOf("designation_number", "craft")).toBeNull();
    expect(stepOf("nothing", "craft")).toBeNull();
  });

  it("say what is wrong with one field at once", () => {
    const judge = (key: string, answers: Answers) => {
      const step = stepsFor("traditional_market").find((one) => one.key === key);
      return step && judgeStep(step, { answers, market: null, documents: [] }).map(({ code }) => code);
    };
    expect(judge("business-number", { business_number: "123-45-67890" })).toEqual(["business_number.checksum"]);
    expect(judge("business-number", { business_number: "12" })).toEqual(["business_number.unreadable"]);
    expect(judge("business-number", { business_number: "１２４－８１－００９９８" })).toEqual([]);
    expect(judge("name", {})).toEqual(["form.missing"]);
    expect(judge("name", { store_name: "가".repeat(201) })).toEqual(["form.too_long"]);
    expect(judge("story", {})).toEqual(["form.missing"]);
    expect(judge("story", { story: "" })).toEqual([]);
    expect(judge("phone", { store_phone: "전화" })).toEqual(["form.unreadable"]);
    expect(judge("registration", {})).toEqual(["document.missing"]);
    expect(judge("mail-order", { mail_order: "number" })).toEqual(["form.missing"]);
    expect(judge("mail-order", { mail_order: "exempt" })).toEqual([]);
    expect(judge("terms", { shipping_fee: "3,000원", return_fee: "0", exchange_fee: "무료" })).toEqual([
      "form.unreadable",
    ]);
  });
});

describe("the district", () => {
  it.each([
    ["서울특별시 마포구 포은로6길 27", "11440"],
    ["서울 중구 을지로 1", "11140"],
    ["마포구 망원동 1", "11440"],
    ["서울시 동작구상도로102", "11590"],
    ["부산광역시 중구 자갈치로 1", undefined],
    ["서울특별시 포은로 27", undefined],
  ])("of %s", (address, code) => {
    expect(districtOfAddress(address)?.code).toBe(code);
  });

  it("is chosen where the address names none, and must not contradict it", () => {
    expect(codes(shown({ address: "포은로6길 27", district: "" }))).toEqual([["form.missing", "district"]]);
    expect(codes(shown({ address: "포은로6길 27", district: "11440" }))).toEqual([]);
    expect(codes(shown({ district: "11410" }))).toEqual([["address.other_district", "district"]]);
  });

  it("is the market's too", () => {
    expect(codes(shown({ address: "서울특별시 중구 을지로 1" }))).toEqual([["market.other_district", "market"]]);
  });
});

test("a designation ends after it begins", () => {
  const hundred = (from: string, to: string) =>
    codes(
      shown({ kind: "hundred_year", designation_number: "제2024-1호", designation_from: from, designation_to: to }, [
        "business_registration",
        "store_photo",
        "hundred_year_certificate",
      ]),
    );
  expect(hundred("2024-03-15", "2029-03-14")).toEqual([]);
  expect(hundred("2024. 3. 15.", "2029년 3월 14일")).toEqual([]);
  expect(hundred("20240315", "２０２９.０３.１４")).toEqual([]);
  expect(hundred("2024115", "2029-03-14")).toEqual([["form.unreadable", "designation_from"]]);
  expect(hundred("2029-03-15", "2024-03-14")).toEqual([["designation.days_reversed", "designation_to"]]);
  expect(hundred("2024-02-30", "")).toEqual([
    ["form.unreadable", "designation_from"],
    ["form.missing", "designation_to"],
  ]);
});

test("whatever is typed, every answer is judged and nothing throws", () => {
  const fields = Object.keys(millAnswers);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), fc.string({ unit: "binary" })), (typed) => {
      const issues = judgeApplication({ answers: typed, market: null, documents: [] });
      expect(issues.length).toBeGreaterThan(0);
      for (const { path } of issues) expect(path.field).toBeDefined();
    }),
  );
});
