import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { detectDelimiter } from "#app/services/sheets/read-delimited.ts";
import { codeOf, rowsOf } from "./sheet-files.ts";

const table = '상품코드,상품명,판매가\r\nA-1,똠양 "꿈" 방각하,"12,000"\r\n';
const expected = [
  { row: 1, cells: ["상품코드", "상품명", "판매가"] },
  { row: 2, cells: ["A-1", '똠양 "꿈" 방각하', "12,000"] },
];

describe("what Excel and others write", () => {
  test.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${table}`)],
    ["CP949", iconv.encode(table, "cp949")],
    ["UTF-16 LE with its mark", iconv.encode(table, "utf16le", { addBOM: true })],
    ["UTF-16 BE with its mark", iconv.encode(table, "utf16be", { addBOM: true })],
    ["UTF-16 LE without", iconv.encode(table, "utf16le")],
    ["UTF-16 BE without", iconv.encode(table, "utf16be")],
  ])("%s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  test("one damaged byte costs one letter, not the sheet", async () => {
    const bytes = Buffer.from(`${table}${"가나다라".repeat(20)},마,바\n`);
    bytes[bytes.indexOf("똠") + 1] = 0x20;
    expect((await rowsOf(bytes))[0]).toEqual(expected[0]);
  });

  test.each(["utf16le", "utf16be"])("syllables whose code ends in zero, in %s without its mark", async (encoding) => {
    const rows = await rowsOf(iconv.encode("코드,가격\n가관글저,가가가가가가가가\n", encoding, { addBOM: false }));
    expect(rows[1]?.cells).toEqual(["가관글저", "가가가가가가가가"]);
  });

  test("zero bytes around a cell are dropped, within it they are marked as lost", async () => {
    const [, , row] = await rowsOf(`${table}A-2,가\0나,\0${"1".repeat(60)}\0\0\n`);
    expect(row?.cells).toEqual(["A-2", "가\uFFFD나", "1".repeat(60)]);
  });

  test("a letter of three bytes across two reads", async () => {
    const long = `상품코드,설명\n${"a,가나다\n".repeat(20_000)}`;
    for (const encoding of ["utf8", "cp949"]) {
      const rows = await rowsOf(iconv.encode(long, encoding));
      expect(new Set(rows.slice(1).map(({ cells }) => cells.join()))).toEqual(new Set(["a,가나다"]));
    }
  });

  test.each([",", ";", "\t"])("cells parted by %j", async (mark) => {
    expect(await rowsOf(`상품코드${mark}"상품명,;,;\t"${mark}값\nA${mark}B${mark}"1\n2"`)).toEqual([
      { row: 1, cells: ["상품코드", "상품명,;,;\t", "값"] },
      { row: 2, cells: ["A", "B", "1\n2"] },
    ]);
  });

  test("every kind of line end, and blank lines count as rows", async () => {
    expect(await rowsOf("코드\r\nA\n\n,,\rB")).toEqual([
      { row: 1, cells: ["코드"] },
      { row: 2, cells: ["A"] },
      { row: 3, cells: [] },
      { row: 4, cells: [] },
      { row: 5, cells: ["B"] },
    ]);
  });

  test("quotes inside unquoted cells are letters", async () => {
    expect((await rowsOf('코드,이름\nA,19" 화면\nB,"왕" 사과'))[2]?.cells).toEqual(["B", '"왕" 사과']);
  });
});

describe("what is refused", () => {
  test.each([
    ["a quote that is never closed", '코드,이름\nA,"열린\nB,나\n', "sheet.quote_open"],
    ["nothing at all", "", "sheet.empty"],
    ["blank lines only", "\n,,\n", "sheet.empty"],
    ["an HTML table called .xls", "<html><table><tr><td>상품코드</td></tr></table>", "sheet.format_unsupported"],
    ["bytes that are no text", "\u0001\0\0\0\0\0\0\0\u0002\0\0\0\0\0\0\0", "sheet.format_unsupported"],
    ["a PDF", "%PDF-1.7 ...", "sheet.format_unsupported"],
    ["too many rows", `코드\n${"A\n".repeat(50_001)}`, "sheet.too_many_rows"],
  ])("%s", async (_, bytes, code) => {
    expect(await codeOf(rowsOf(bytes))).toBe(code);
  });

  test("50,000 rows are not too many", async () => {
    expect(await rowsOf(`코드\n${"A\n".repeat(50_000)}\n\n`)).toHaveLength(50_003);
  });

  test("more than 50 MB", async () => {
    expect(await codeOf(rowsOf(Buffer.alloc(50 * 1024 * 1024 + 1, "a")))).toBe("sheet.too_large");
  });
});

test("whatever the cells hold, quoted text in any encoding comes back as it was", async () => {
  const cell = fc.stringMatching(/^[가-힣A-Za-z0-9 ,;"\n\t.₩]{0,12}$/).map((value) => `x${value}x`);
  const quoted = (rows: string[][]) =>
    rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\r\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const bytes = iconv.encode(quoted(rows), "utf16le", { addBOM: true });
        expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual(rows);
        expect((await rowsOf(quoted(rows))).map(({ cells }) => cells)).toEqual(rows);
      },
    ),
    { numRuns: 40 },
  );
});

test("the delimiter is the commonest mark of the first record", () => {
  expect(detectDelimiter("하나")).toBe(",");
  expect(detectDelimiter('\n"a,b,c";d\n,,,,,')).toBe(";");
});
