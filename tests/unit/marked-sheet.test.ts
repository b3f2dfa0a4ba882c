import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import type { SheetRow } from "#app/services/sheets/sheet-rows.ts";
import { writeMarkedSheet } from "#app/services/sheets/write-marked-sheet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-marked-"));
});
afterAll(() => rm(folder, { recursive: true }));

const headings = ["상품코드", "상품명", "카테고리", "판매가", "재고수량", "원산지", "제조자", "비고"];

async function* sheet(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

async function verdicts(rows: AsyncIterable<SheetRow>) {
  const all = [];
  for await (const { row, outcome, issues } of (await readCatalog(rows)).verdicts) all.push({ row, outcome, issues });
  return all;
}

test("a marked sheet that nobody mended is judged like the sheet it was made of", async () => {
  const cell = fc.constantFrom(
    "",
    "A-1",
    "007",
    "=1+1",
    "+82",
    "무료",
    "12,000원",
    "가공식품",
    "국내산",
    "−",
    "漢",
    "2026-11-22",
    "0.5",
    "TRUE",
  );
  const row = fc.record({ gap: fc.integer({ min: 1, max: 3 }), cells: fc.array(cell, { minLength: 8, maxLength: 8 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (given) => {
      let number = 1;
      const rows = [{ row: 1, cells: headings }];
      for (const { gap, cells } of given) {
        number += gap;
        rows.push({ row: number, cells });
      }
      const path = join(folder, "marked.xlsx");
      const judged = await verdicts(sheet(rows));
      const marks = new Map(
        judged.map(({ row: at, issues }) => [
          at,
          issues.map((_, column) => ({ column, note: "고쳐 주세요", tone: "wrong" as const })),
        ]),
      );
      await writeMarkedSheet(path, { name: "상품표", rows: sheet(rows), marks });
      expect(await verdicts(await openSheet({ path, name: path }))).toEqual(judged);
    }),
    { numRuns: 30 },
  );
}, 30_000);

test("what is wrong is coloured, carries its sentence, and stays text", async () => {
  const path = join(folder, "one.xlsx");
  const rows = [
    { row: 1, cells: headings },
    { row: 3, cells: ["001", "=HYPERLINK(1)", "", "무료"] },
  ];
  const mark = (column: number, note: string) => ({ column, note, tone: "wrong" as const });
  const marks = new Map([[3, [mark(3, "숫자로 적어 주세요."), mark(2, "비어 있어요."), mark(2, "골라 주세요.")]]]);
  await writeMarkedSheet(path, { name: "상품표", rows: sheet(rows), marks });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const written = workbook.worksheets[0]?.getRow(3);
  expect(written?.getCell(1).value).toBe("001");
  expect(written?.getCell(2).type).toBe(exceljs.ValueType.String);
  expect(JSON.stringify(written?.getCell(4).note)).toContain("숫자로 적어 주세요.");
  expect(JSON.stringify(written?.getCell(3).note)).toMatch(/비어 있어요\..*골라 주세요\./);
  expect(written?.getCell(4).fill).toMatchObject({ pattern: "solid" });
  expect(written?.getCell(1).fill).not.toMatchObject({ pattern: "solid" });
});
