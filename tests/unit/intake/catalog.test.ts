import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { columnHeading, columnKeys, neededKeys, resolveColumns } from "#app/domain/intake/columns.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import type { SheetRow, SheetRows } from "#app/services/sheets/sheet-rows.ts";
import { codeOf } from "./sheet-files.ts";

const good: Record<string, string> = {
  상품코드: "A-1",
  상품명: "참기름",
  카테고리: "가공식품",
  판매가: "12,000원",
  재고수량: "30",
  원산지: "국내산(충남 서산)",
  제조자: "백선식품",
};

function sheetOf(rows: (string[] | SheetRow)[]): SheetRows {
  const numbered = rows.map((one, index) => (Array.isArray(one) ? { row: index + 1, cells: one } : one));
  return {
    async *[Symbol.asyncIterator]() {
      yield* numbered;
    },
  };
}

async function judge(rows: (string[] | SheetRow)[]) {
  const catalog = await readCatalog(sheetOf(rows), { malls: ["coupang"] });
  const verdicts: RowVerdict[] = [];
  for await (const verdict of catalog.verdicts) verdicts.push(verdict);
  return { ...catalog, verdicts };
}

async function judgeCells(...changes: Record<string, string>[]) {
  const headings = [...new Set([...Object.keys(good), ...changes.flatMap((one) => Object.keys(one))])];
  const rows = changes.map((one, index) => {
    const filled: Record<string, string> = { ...good, 상품코드: `A-${index + 1}`, ...one };
    return headings.map((heading) => filled[heading] ?? "");
  });
  return (await judge([headings, ...rows])).verdicts;
}

async function accepted(change: Record<string, string>) {
  const [verdict] = await judgeCells(change);
  if (verdict?.outcome !== "accepted") throw new Error(`refused: ${JSON.stringify(verdict?.issues)}`);
  return verdict;
}

async function refusals(change: Record<string, string>): Promise<string[]> {
  const [verdict] = await judgeCells(change);
  expect(verdict?.outcome === "accepted").toBe(!verdict?.issues.some(({ severity }) => severity === "error"));
  return verdict?.issues.map(({ code, path, raw }) => `${path.field} ${code} ${raw}`) ?? [];
}

describe("headings", () => {
  test.each([
    "판매가",
    " 판매 가격 ",
    "가격(원)",
    "단가*",
    "판매가(원)*",
    "PRICE",
    "Price [won]",
    "PRICE",
    "판매가(필수)",
    "판매가".normalize("NFD"),
  ])("%s is the price", (heading) =>
    expect(resolveColumns(1, [heading]).list[0]?.column).toEqual({ kind: "field", key: "price" }),
  );

  test.each(["판매가 안내", "판매가(원)(필수)", "(판매가)", "원가"])("%s is not", (heading) => {
    expect(resolveColumns(1, [heading]).list[0]?.column).toEqual({ kind: "unused" });
  });

  test("notice and mall columns", () => {
    const headings = [
      "고시:소재",
      "상품고시 : 제품 소재*",
      "notice.material",
      "고시：소재",
      "mall.Coupang.수량",
      "mall.amazon.asin",
    ];
    const { list, issues } = resolveColumns(1, headings, { malls: ["coupang"] });
    expect(list.map(({ column }) => column)).toEqual([
      { kind: "notice", label: "소재" },
      { kind: "notice", label: "제품 소재" },
      { kind: "notice", label: "material" },
      { kind: "unused" },
      { kind: "mall", mall: "coupang", field: "수량" },
      { kind: "unused" },
    ]);
    expect(issues.filter(({ severity }) => severity === "warning").map(({ code, raw }) => [code, raw])).toEqual([
      ["sheet.heading_repeated", "고시：소재"],
      ["mall_field.unknown", "mall.amazon.asin"],
    ]);
  });

  test("the first of two wins, the second and the unknown are kept and told once", async () => {
    const { verdicts, issues } = await judge([
      [...Object.keys(good), "가격", "비고", "비고"],
      [...Object.values(good), "999", "깨지기 쉬움", "또"],
    ]);
    expect(issues.map(({ code, path, severity }) => [code, path.row, path.field, severity])).toEqual([
      ["sheet.heading_repeated", 1, "가격", "warning"],
      ["sheet.column_unused", 1, "비고", "warning"],
      ["sheet.column_unused", 1, "비고 (2)", "warning"],
    ]);
    expect(verdicts[0]?.catalogRow?.price).toBe(12000);
  });

  test("what the merchant mapped counts", () => {
    const { list } = resolveColumns(1, ["물건값 (원)"], { mapping: { 물건값: "price" } });
    expect(list[0]?.column).toEqual({ kind: "field", key: "price" });
  });

  test("a missing needed column refuses every row by that field", async () => {
    const headings = Object.keys(good).filter((heading) => heading !== "판매가");
    const { verdicts, issues } = await judge([headings, headings.map((heading) => good[heading] ?? "")]);
    expect(issues.map(({ code, path }) => [code, path.field])).toEqual([["sheet.heading_missing", "price"]]);
    expect(verdicts[0]?.issues.map(({ code }) => code)).toEqual(["price.missing"]);
  });

  test("a first row of data is no heading row, even where a cell reads like one", async () => {
    expect(await codeOf(readCatalog(sheetOf([[...Object.values(good), "과세"]])))).toBe("sheet.no_heading_row");
    expect(await codeOf(readCatalog(sheetOf([])))).toBe("sheet.no_heading_row");
  });

  test("keys and headings mean the same columns", () => {
    const read = (headings: string[]) => resolveColumns(1, headings).list.map(({ column }) => column);
    expect(read([...columnKeys])).toEqual(read(columnKeys.map(columnHeading)));
    expect(resolveColumns(1, neededKeys.map(columnHeading)).missing).toEqual([]);
  });
});

describe("rows", () => {
  test("a good one, whole", async () => {
    const verdict = await accepted({
      배송비: "",
      과세구분: "면세",
      태그: "#들깨, 고소한",
      사진: "a.jpg; https://x.kr/b.png",
    });
    expect(verdict.issues).toEqual([]);
    expect(verdict.catalogRow).toEqual({
      sku: "A-1",
      name: "참기름",
      categoryKey: "GENERAL_FOOD",
      price: 12000,
      stock: 30,
      origin: { text: "국내산(충남 서산)", kind: "domestic", country: null },
      maker: "백선식품",
      description: "",
      tax: "exempt",
      shippingFee: null,
      kcNumber: null,
      tags: ["들깨", "고소한"],
      notice: {},
      mallFields: {},
      variants: [{ key: "", options: [], priceDelta: 0, stock: 30 }],
      photoNames: ["a.jpg", "https://x.kr/b.png"],
    });
  });

  test("blank rows between are skipped, behind the last they are none; numbers are the sheet's", async () => {
    const cells = Object.values(good);
    const { verdicts, totals } = await judge([
      { row: 2, cells: [] },
      { row: 3, cells: Object.keys(good) },
      { row: 6, cells },
      { row: 7, cells: [" ", "\u200B"] },
      { row: 8, cells: ["", "이름뿐"] },
      { row: 9, cells: [] },
      { row: 40, cells: ["  "] },
    ]);
    expect(verdicts.map(({ row, outcome }) => [row, outcome])).toEqual([
      [4, "skipped"],
      [5, "skipped"],
      [6, "accepted"],
      [7, "skipped"],
      [8, "refused"],
    ]);
    expect(totals).toEqual({ total: 5, accepted: 1, refused: 1, skipped: 3 });
  });

  test("the later row of one code is refused and names the earlier, NFC and NFD being one code", async () => {
    const [first, second, other] = await judgeCells(
      { 상품코드: "가-1" },
      { 상품코드: "가-1".normalize("NFD") },
      { 상품코드: "가-10" },
    );
    expect([first?.outcome, second?.outcome, other?.outcome]).toEqual(["accepted", "refused", "accepted"]);
    expect(second?.issues[0]).toMatchObject({
      code: "sku.repeated",
      params: { earlier: 2 },
      path: { row: 3, field: "sku" },
    });
  });

  test.each(["상품코드", "상품명", "카테고리", "판매가", "재고수량", "원산지", "제조자"])(
    "a blank %s refuses",
    async (heading) => {
      const codes = await refusals({ [heading]: " \u00A0" });
      expect(codes).toHaveLength(1);
      expect(codes[0]).toMatch(/^\w+ \w+\.missing/);
    },
  );

  test.each([
    ["상품코드", "A 1", "sku sku.unreadable A 1"],
    ["상품코드", "A/1", "sku sku.unreadable A/1"],
    ["상품코드", "가".repeat(31), `sku sku.unreadable ${"가".repeat(31)}`],
    ["상품명", "하트 ❤️", "name name.unreadable 하트 ❤️"],
    ["상품명", "웃음😀", "name name.unreadable 웃음😀"],
    ["상품명", "두\n줄", "name name.unreadable 두\n줄"],
    ["상품명", "가".repeat(101), `name name.unreadable ${"가".repeat(101)}`],
    ["상품명", "#REF!", "name name.unreadable #REF!"],
    ["카테고리", "우주선", "category category.unknown 우주선"],
    ["판매가", "무료", "price price.unreadable 무료"],
    ["판매가", "12.5", "price price.unreadable 12.5"],
    ["판매가", "1만2천", "price price.unreadable 1만2천"],
    ["판매가", "1,2000", "price price.unreadable 1,2000"],
    ["판매가", "12.000", "price price.unreadable 12.000"],
    ["판매가", "1200²", "price price.unreadable 1200²"],
    ["판매가", "0x10", "price price.unreadable 0x10"],
    ["판매가", "1e4", "price price.unreadable 1e4"],
    ["판매가", "12000~15000", "price price.unreadable 12000~15000"],
    ["판매가", "90", "price price.out_of_range 90"],
    ["판매가", "-12000", "price price.out_of_range -12000"],
    ["판매가", "12345", "price price.out_of_range 12345"],
    ["판매가", "100000010", "price price.out_of_range 100000010"],
    ["재고수량", "1.5", "stock stock.unreadable 1.5"],
    ["재고수량", "많음", "stock stock.unreadable 많음"],
    ["재고수량", "-1", "stock stock.out_of_range -1"],
    ["재고수량", "100000", "stock stock.out_of_range 100000"],
    ["원산지", "상세페이지 참조", "origin origin.unknown 상세페이지 참조"],
    ["제조자", "가".repeat(101), `maker maker.unreadable ${"가".repeat(101)}`],
    ["과세구분", "부가세별도", "tax tax.unreadable 부가세별도"],
    ["배송비", "무료", "shipping_fee shipping_fee.unreadable 무료"],
    ["배송비", "-100", "shipping_fee shipping_fee.unreadable -100"],
    ["옵션", "빨강,파랑", "options options.unreadable 빨강,파랑"],
    ["옵션재고", "빨강=1", "option_stock option_stock.unreadable 빨강=1"],
    ["옵션추가금", "=1", "option_price option_price.unreadable =1"],
  ])("%s %j is refused with its text", async (heading, text, expected) => {
    expect(await refusals({ [heading]: text })).toEqual([expected]);
  });

  test.each([
    ["12,000", 12000],
    ["12,000원", 12000],
    ["₩12,000", 12000],
    ["￦ 12,000", 12000],
    ["\\12,000", 12000],
    ["１２，０００원", 12000],
    ["12000.0", 12000],
    [" 1,234,560 원 ", 1234560],
    ["100", 100],
    ["100000000", 100_000_000],
  ])("price %j is %d", async (text, price) => {
    expect((await accepted({ 판매가: text })).catalogRow.price).toBe(price);
  });

  test.each(["7번 국수 2kg", "★특가☆ 참기름™", "Café© ½ №1", "가".repeat(100), "1+1 ▶ 들기름"])(
    "%s is a name",
    async (name) => {
      expect((await accepted({ 상품명: name })).catalogRow.name).toBe(name);
    },
  );

  test("what never refuses: tags, certificate, description, photos, notice and mall columns", async () => {
    const verdict = await accepted({
      태그: "1,2,3,4,5,6,7,8,9,10,11",
      인증번호: "해당없음",
      상세설명: "<p onclick='x()'>좋아요</p><script>alert(1)</script>",
      사진: ";;,",
      "고시:제조연월일": "2026-02-30",
      "고시:없는항목": "값",
      "mall.coupang.수량": "3",
    });
    expect(verdict.issues.map(({ code, severity, path }) => [code, severity, path.field])).toEqual([
      ["description.sanitised", "warning", "description"],
      ["tags.too_many", "warning", "tags"],
      ["notice.unreadable", "warning", "notice.packDate"],
      ["notice.unknown_field", "warning", "notice.없는항목"],
    ]);
    const { tags, kcNumber, description, photoNames, mallFields } = verdict.catalogRow;
    expect([tags.length, kcNumber, description, photoNames]).toEqual([10, null, "<p>좋아요</p>", []]);
    expect(mallFields).toEqual({ coupang: { 수량: "3" } });
    expect(verdict.issues[2]?.raw).toBe("2026-02-30");
  });

  test("notice values by kind: yes and no, dates, words in place of a date", async () => {
    const { catalogRow } = await accepted({ "고시:제조연월일": "2026.11.22", "notice.geneticallyModified": "X" });
    expect(catalogRow.notice).toEqual({ packDate: "2026-11-22", geneticallyModified: false });
    const words = await accepted({ "고시:제조연월일": "출고일 기준 3일 이내" });
    expect(words.catalogRow.notice).toEqual({ packDateText: "출고일 기준 3일 이내" });
  });

  test("headings and fields named like parts of JavaScript are only names", async () => {
    const { catalogRow } = await accepted({ __proto__x: "1", "mall.coupang.__proto__": "2", constructor: "3" });
    expect(Object.keys(catalogRow.mallFields.coupang ?? {})).toEqual(["__proto__"]);
  });
});

test("every row ends as exactly one outcome and the counts add up, whatever the cells say", async () => {
  const cell = fc.oneof(
    fc.constantFrom(...Object.values(good), "", " ", "색상=빨강,파랑", "빨강=3", "면세", "무료"),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  );
  const keys = columnKeys.map(columnHeading);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: keys.length }), { maxLength: 12 }), async (rows) => {
      const { verdicts, totals } = await judge([keys, ...rows]);
      const last = rows.findLastIndex((cells) =>
        cells.some((one) => one.replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, "") !== ""),
      );
      expect(verdicts.map(({ row }) => row)).toEqual(Array.from({ length: last + 1 }, (_, index) => index + 2));
      expect(totals.accepted + totals.refused + totals.skipped).toBe(totals.total);
      for (const { outcome, issues, catalogRow } of verdicts) {
        expect(outcome === "refused").toBe(issues.some(({ severity }) => severity === "error"));
        expect(outcome === "accepted").toBe(catalogRow !== null);
      }
    }),
  );
});
