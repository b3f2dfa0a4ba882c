import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workbookOf, zipOf } from "#tests/unit/intake/sheet-files.ts";
import { csv, headings, type ImportStage, openImportStage, row } from "../imports/import-stage.ts";
import { expectRows, expectSheetRefused } from "./expectations.ts";

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

const name = "상품표.xlsx";

type Cell = string | number | Date | ExcelJS.CellFormulaValue | ExcelJS.CellErrorValue;

async function workbook(
  rows: readonly (readonly Cell[])[],
  fill: (sheet: ExcelJS.Worksheet) => void = () => {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("상품");
  for (const cells of rows) sheet.addRow([...cells]);
  fill(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const good = () => workbook([headings, row("A"), row("B")]);

describe("a workbook that is refused whole", () => {
  test("an empty file", async () => {
    await expectSheetRefused(stage, { name, sheet: Buffer.alloc(0) }, { code: "sheet.empty" });
    await expectSheetRefused(stage, { name, sheet: await workbook([]) }, { code: "sheet.empty" });
  });

  test.each([
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
    ["a photo", Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex")],
    ["a web page", Buffer.from("<html><table><tr><td>상품코드</td></tr></table></html>")],
    ["a program", Buffer.from(`4d5a9000030000000400ffff${"00".repeat(200)}50450000`, "hex")],
  ])("wrong type with the right ending: %s", async (_, sheet) => {
    await expectSheetRefused(stage, { name, sheet }, { code: "sheet.format_unsupported" });
  });

  test("wrong type with the right ending: a zip of photos, a document", async () => {
    const photos = await zipOf({ "A.jpg": "x" });
    const document = await zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" });
    for (const sheet of [photos, document]) {
      await expectSheetRefused(stage, { name, sheet }, { code: "sheet.format_unsupported" });
    }
  });

  test("truncated xlsx, wherever it was cut", async () => {
    const whole = await good();
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const sheet = whole.subarray(0, Math.floor(whole.length * part));
      await expectSheetRefused(stage, { name, sheet }, { code: "sheet.unreadable" });
    }
  });

  test("xlsx bomb: more than 500 MB by its directory, and a directory that states less than there is", async () => {
    const bomb = await good();
    const stated = bomb.indexOf("PK\x01\x02", 0, "latin1") + 24;
    bomb.writeUInt32LE(600 * 1024 * 1024, stated);
    const tooLarge = { code: "sheet.too_large", params: { megabytes: 500 } } as const;
    await expectSheetRefused(stage, { name, sheet: bomb }, tooLarge);

    const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"상".repeat(100_000)}</t></is></c></row>`;
    const lying = await workbookOf({ sheets: [{ data }] });
    lying.writeUInt32LE(100, lying.indexOf("PK\x01\x02", 0, "latin1") + 24);
    await expectSheetRefused(stage, { name, sheet: lying }, { code: "sheet.unreadable" });
  });

  test("xlsx bomb: entities that multiply are never unfolded", async () => {
    const data = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    const sheet = await workbookOf({ sheets: [{ data }] });
    await expectSheetRefused(stage, { name, sheet }, { code: "sheet.unreadable" });
  });

  test("macro workbook, also when it calls itself .xlsx", async () => {
    const sheets = [{ data: `<row r="1"><c r="A1" t="inlineStr"><is><t>상품코드</t></is></c></row>` }];
    const program = await workbookOf({ sheets, parts: { "xl/vbaProject.bin": "x" } });
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`;
    const type = await workbookOf({ sheets, parts: { "[Content_Types].xml": types } });
    await expectSheetRefused(stage, { name, sheet: program }, { code: "sheet.macros" });
    await expectSheetRefused(stage, { name: "상품표.xlsm", sheet: type }, { code: "sheet.macros" });
  });

  test("password: the whole workbook, and parts of a zip", async () => {
    const container = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(2_000)]);
    const encrypted = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
    await expectSheetRefused(stage, { name, sheet: encrypted }, { code: "sheet.encrypted" });

    const zipped = await good();
    const flags = zipped.indexOf("PK\x01\x02", 0, "latin1") + 8;
    zipped.writeUInt16LE(zipped.readUInt16LE(flags) | 1, flags);
    await expectSheetRefused(stage, { name, sheet: zipped }, { code: "sheet.encrypted" });
  });

  test("xls", async () => {
    const sheet = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(2_000)]);
    await expectSheetRefused(stage, { name: "상품표.xls", sheet }, { code: "sheet.format_unsupported" });
  });
});

describe("headings", () => {
  test("merged heading cells: the column that lost its heading is told by its letter and an example", async () => {
    const sheet = await workbook(
      [
        [...headings, "사진", "", "태그"],
        [...row("A"), "", "깨지기 쉬움", "선물"],
        [...row("B"), "", "", "명절"],
      ],
      (book) => book.mergeCells("H1:I1"),
    );
    await expectRows(
      stage,
      { name, sheet },
      {
        outcomes: { 2: "accepted", 3: "accepted" },
        ofSheet: [
          {
            code: "sheet.column_unnamed",
            severity: "warning",
            path: { row: 1, field: "#9" },
            params: { column: "I", example: "깨지기 쉬움" },
          },
        ],
      },
    );
  });

  test("two heading rows: headings of groups above the real ones are told with the row of those", async () => {
    const sheet = await workbook(
      [["2026 가을 상품"], ["기본 정보", "", "", "판매 정보"], headings, row("A")],
      (book) => {
        book.mergeCells("A1:G1");
        book.mergeCells("A2:C2");
      },
    );
    await expectSheetRefused(stage, { name, sheet }, { code: "sheet.headings_lower", params: { row: 3 } });
  });

  test("two heading rows: a second one below the first, or pasted further down, is no product", async () => {
    const second = ["sku", "name", "category", "price", "stock", "origin", "maker"];
    const sheet = await workbook([headings, second, row("A"), headings, row("B")]);
    const told = (row: number, raw: string) => ({
      ...({ code: "sheet.headings_again", severity: "error", raw } as const),
      path: { row, field: "sku" },
    });
    await expectRows(
      stage,
      { name, sheet },
      {
        outcomes: { 2: "refused", 3: "accepted", 4: "refused", 5: "accepted" },
        ofRows: [told(2, "sku"), told(4, "상품코드")],
      },
    );
  });

  test("duplicate headings: the first counts, the second is told", async () => {
    const sheet = await workbook([
      [...headings, "판매가", "단가(원)"],
      [...row("A"), "1", "2"],
      [...row("B"), "3", "4"],
    ]);
    const told = (field: string) =>
      ({ code: "sheet.heading_repeated", severity: "warning", path: { row: 1, field } }) as const;
    const importId = await expectRows(
      stage,
      { name, sheet },
      { outcomes: { 2: "accepted", 3: "accepted" }, ofSheet: [told("판매가 (2)"), told("단가(원)")] },
    );
    await stage.taken(importId);
    const prices = await stage.database.productVersion.findMany({ select: { price: true } });
    expect(prices).toEqual([{ price: 12_000 }, { price: 12_000 }]);
  });
});

describe("cells that only a workbook has", () => {
  test("formulas with errors: needed cells refuse their row, others count as blank and are told", async () => {
    const wrong = (error: ExcelJS.CellErrorValue["error"]): ExcelJS.CellFormulaValue => ({
      formula: "VLOOKUP(A2,B:C,2,0)",
      result: { error },
    });
    const sheet = await workbook([
      [...headings, "태그", "고시:소재"],
      ["F-1", "#REF!", "기타 재화", wrong("#N/A"), wrong("#DIV/0!"), "국내산", "공방"],
      [...row("F-2"), wrong("#VALUE!"), wrong("#NAME?")],
      row("F-3"),
    ]);
    await expectRows(
      stage,
      { name, sheet },
      {
        outcomes: { 2: "refused", 3: "accepted", 4: "accepted" },
        ofRows: [
          { code: "price.unreadable", path: { row: 2, field: "price" }, raw: "#N/A" },
          { code: "name.unreadable", path: { row: 2, field: "name" }, raw: "#REF!" },
          { code: "stock.unreadable", path: { row: 2, field: "stock" }, raw: "#DIV/0!" },
          { code: "cell.formula_error", severity: "warning", path: { row: 3, field: "tags" }, raw: "#VALUE!" },
          { code: "notice.unknown_field", severity: "warning", path: { row: 3, field: "notice.소재" } },
        ],
      },
    );
  });

  test("dates in the price column keep their text and are never a number", async () => {
    const sheet = await workbook([
      headings,
      ["D-1", "도마", "기타 재화", new Date("2026-12-05T00:00:00Z"), 3, "국내산", "공방"],
      row("D-2"),
    ]);
    await expectRows(
      stage,
      { name, sheet },
      {
        outcomes: { 2: "refused", 3: "accepted" },
        ofRows: [{ code: "price.unreadable", path: { row: 2, field: "price" }, raw: "2026-12-05" }],
      },
    );
  });

  test("NUL bytes and halves of characters in a workbook's escapes are lost letters", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const line = (cells: string[]) => `<row>${cells.map(cell).join("")}</row>`;
    const data = [headings, row("N-1", { 상품명: "도_x0000_마" }), row("N-2", { 제조자: "공_xD83D_방" }), row("N-3")];
    const sheet = await workbookOf({ sheets: [{ data: data.map(line).join("") }] });
    await expectRows(
      stage,
      { name, sheet },
      {
        outcomes: { 2: "refused", 3: "refused", 4: "accepted" },
        ofRows: [
          { code: "cell.letters_lost", path: { row: 2, field: "name" }, raw: "도\uFFFD마" },
          { code: "cell.letters_lost", path: { row: 3, field: "maker" }, raw: "공\uFFFD방" },
        ],
      },
    );
  });

  test("a csv called .xlsx is read as what it is", async () => {
    const sheet = Buffer.from(csv([headings, row("C-1")]));
    await expectRows(stage, { name, sheet }, { outcomes: { 2: "accepted" } });
  });
});
