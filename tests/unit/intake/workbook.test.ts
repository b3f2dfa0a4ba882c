import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import { codeOf, collect, rowsOf, temporaryFile, workbookOf, zipOf } from "./sheet-files.ts";

async function written(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("상품"), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const text = (value: string, at = "A1") => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe("a workbook written by a program", () => {
  test("texts, numbers, formulas, rich text, dates and booleans read as the merchant sees them", async () => {
    const bytes = await written((sheet) => {
      sheet.addRow(["상품코드", "판매가"]);
      sheet.addRow(["A-1", 12000, { formula: "B2*2", result: 24000 }, { formula: "A2", result: "A-1" }]);
      sheet.addRow([
        { richText: [{ text: "참" }, { font: { bold: true }, text: "기름" }] },
        0.1 + 0.2,
        new Date("2026-11-22T00:00:00Z"),
        true,
        { text: "누리집", hyperlink: "https://example.com" },
      ]);
      sheet.addRow([8801234567890, 12.5, -3, { error: "#N/A" }]);
    });
    expect(await rowsOf(bytes, "catalog.csv")).toEqual([
      { row: 1, cells: ["상품코드", "판매가"] },
      { row: 2, cells: ["A-1", "12000", "24000", "A-1"] },
      { row: 3, cells: ["참기름", "0.3", "2026-11-22", "TRUE", "누리집"] },
      { row: 4, cells: ["8801234567890", "12.5", "-3", "#N/A"] },
    ]);
  });

  test("rows keep the sheet's own numbers, and a format of zeros keeps the zeros of a code", async () => {
    const bytes = await written((sheet) => {
      sheet.getCell("A1").value = "코드";
      sheet.getCell("A5").value = 7;
      sheet.getCell("A5").numFmt = "00000";
      sheet.getCell("C9").value = "끝";
    });
    expect((await rowsOf(bytes)).filter(({ cells }) => cells.length > 0)).toEqual([
      { row: 1, cells: ["코드"] },
      { row: 5, cells: ["00007"] },
      { row: 9, cells: ["", "", "끝"] },
    ]);
  });

  test("the first sheet that is not hidden is read", async () => {
    const bytes = await written((sheet, workbook) => {
      sheet.addRow(["숨긴 것"]);
      sheet.state = "hidden";
      workbook.addWorksheet("둘째").addRow(["상품코드"]);
    });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ["상품코드"] }]);
  });

  test("every iteration reads the file anew", async () => {
    const bytes = await written((sheet) => sheet.addRow(["상품코드"]));
    const rows = await openSheet({ path: await temporaryFile(bytes), name: "x.xlsx" });
    expect(await collect(rows)).toEqual(await collect(rows));
  });
});

describe("a workbook of an odd program", () => {
  test("strings after sheets, rich inline text, reading aids, escapes, and cells without references", async () => {
    const bytes = await workbookOf({
      sharedStrings:
        "<si><r><t>들</t></r><r><t xml:space='preserve'>기름 </t></r><rPh><t>드르</t></rPh></si><si><t>a_x000D_b</t></si>",
      sheets: [
        { data: "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>", state: "hidden" },
        {
          data: `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>
            <row><c t="inlineStr"><is><r><t>가</t></r><r><t>나</t></r></is></c><c><v>12000.0</v></c><c><v>1.2E4</v></c><c><v>12345678901234567</v></c>
            <c t="b"><f>A1=A1</f><v>0</v></c><c><f>1/0</f></c><c t="str"><f>"x"</f><v>&lt;b&gt;</v></c></row>`,
        },
      ],
    });
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["들기름 ", "a\rb"] },
      { row: 2, cells: ["가나", "12000", "12000", "12345678901234567", "FALSE", "", "<b>"] },
    ]);
  });

  test("prefixed names", async () => {
    const data = `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
      <x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>이름</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await rowsOf(await workbookOf({ sheets: [{ data }] }))).toEqual([{ row: 1, cells: ["", "이름"] }]);
  });

  test.each([
    ["14", "", "46348", "2026-11-22"],
    ["31", "", "46348.75", "2026-11-22"],
    ["164", 'yyyy"년" m"월" d"일"', "46348", "2026-11-22"],
    ["165", "[$-412]yyyy.mm.dd;@", "46348", "2026-11-22"],
    ["166", '#,##0"원"', "12000", "12000"],
    ["167", "[Red]#,##0", "12000", "12000"],
    ["168", "h:mm", "0.5", "12:00:00"],
    ["14", "", "59", "1900-02-28"],
    ["14", "", "61", "1900-03-01"],
  ])("format %s %s of %s is %s", async (id, code, value, expected) => {
    const styles = `${code ? `<numFmts><numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/></numFmts>` : ""}
      <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
    const bytes = await workbookOf({
      styles,
      sheets: [{ data: `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>` }],
    });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: [expected] }]);
  });

  test("dates of the Mac's calendar from 1904", async () => {
    const styles = `<cellXfs><xf numFmtId="14"/></cellXfs>`;
    const data = `<row r="1"><c r="A1"><v>44886</v></c></row>`;
    const bytes = await workbookOf({ styles, workbookProperties: `<workbookPr date1904="1"/>`, sheets: [{ data }] });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ["2026-11-22"] }]);
  });
});

describe("a workbook that is refused", () => {
  const heading = `<row r="1">${text("상품코드")}</row>`;
  const refusal = async (bytes: Buffer) => codeOf(rowsOf(bytes));

  test("macros, by the part or by the type", async () => {
    const sheets = [{ data: heading }];
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`;
    expect(await refusal(await workbookOf({ sheets, parts: { "xl/vbaProject.bin": "x" } }))).toBe("sheet.macros");
    expect(await refusal(await workbookOf({ sheets, parts: { "[Content_Types].xml": types } }))).toBe("sheet.macros");
  });

  test("an old .xls, and one behind a password", async () => {
    const container = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(2000)]);
    const encrypted = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await refusal(container)).toBe("sheet.format_unsupported");
    expect(await refusal(encrypted)).toBe("sheet.encrypted");
  });

  test("a zip or a document that is no workbook", async () => {
    expect(await refusal(await zipOf({ "photo.jpg": "x" }))).toBe("sheet.format_unsupported");
    const types = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" };
    expect(await refusal(await zipOf(types))).toBe("sheet.format_unsupported");
  });

  test("rows beyond 50,000 count, blank ones behind the last do not", async () => {
    const last = (row: number) => `<row r="${row}">${text("가", `A${row}`)}</row>`;
    const blank = `<row r="90000"><c r="A90000" s="0"/></row>`;
    expect(await refusal(await workbookOf({ sheets: [{ data: heading + last(50_002) }] }))).toBe("sheet.too_many_rows");
    expect(await rowsOf(await workbookOf({ sheets: [{ data: heading + last(50_001) + blank }] }))).toHaveLength(3);
  });

  test("one that would unpack to more than 500 MB, told by its directory", async () => {
    const bytes = await workbookOf({ sheets: [{ data: heading }] });
    const directory = bytes.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    bytes.writeUInt32LE(600 * 1024 * 1024, directory + 24);
    expect(await refusal(bytes)).toBe("sheet.too_large");
  });

  test("one whose directory lies about a part's size, broken XML, and half a file", async () => {
    const bytes = await workbookOf({
      sheets: [{ data: `${heading}<row r="2">${text("가".repeat(500), "A2")}</row>` }],
    });
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(10, lying.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 24);
    expect(await refusal(lying)).toBe("sheet.unreadable");
    expect(await refusal(await workbookOf({ sheets: [{ data: `${heading}<row><c></row>` }] }))).toBe(
      "sheet.unreadable",
    );
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe("sheet.unreadable");
  });

  test("an empty one", async () => {
    expect(await refusal(await workbookOf({ sheets: [{ data: "" }] }))).toBe("sheet.empty");
  });
});
