import { expect, test } from "vitest";
import { askForColumns } from "#app/domain/intake/column-questions.ts";

const suggested = (headings: string[], mapping: Record<string, string> = {}) =>
  Object.fromEntries(askForColumns(headings, mapping).questions.map(({ text, suggested: column }) => [text, column]));

test("what a clerk calls her columns is asked, with the likely answer", () => {
  expect(suggested(["품번", "상품 이름", "소비자가(원)", "만든 이", "재질", "비고", "품목"])).toEqual({
    품번: "sku",
    "상품 이름": "name",
    "소비자가(원)": "price",
    "만든 이": "maker",
    재질: "notice.재질",
    비고: null,
  });
});

test("a column is suggested once, and not when it is there or was chosen already", () => {
  expect(suggested(["품번", "관리번호"])).toEqual({ 품번: "sku", 관리번호: null });
  expect(suggested(["품번", "상품코드"])).toEqual({ 품번: null });
  expect(suggested(["우리 번호", "품번"], { 우리번호: "sku" })).toEqual({ "우리 번호": null, 품번: null });
});
