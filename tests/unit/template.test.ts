import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resolveColumns } from "#app/domain/intake/columns.ts";
import { parseRow } from "#app/domain/intake/parse-row.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import { categories } from "#app/domain/product/categories.ts";
import { catalogTemplate } from "#app/merchant/template.server.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-template-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function filledRows(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of await openSheet({ path, name: path })) if (cells.length > 0) rows.push(cells);
  return rows;
}

it.each(categories.map((category) => [category.nameKo, category] as const))(
  "the sheet for %s has a column for everything the law wants, and its example is accepted",
  async (_, category) => {
    const path = join(folder, "template.xlsx");
    await writeFile(path, await catalogTemplate(category));
    const [headings = [], ...products] = await filledRows(path);
    expect(products).toEqual([]);
    const columns = resolveColumns(1, headings);
    expect(columns.issues).toEqual([]);

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const example = workbook.worksheets[1]?.getRow(2);
    const cells = headings.map((_heading, index) => String(example?.getCell(index + 1).value ?? ""));
    const { catalogRow, issues } = parseRow(2, cells, columns, new Map());
    expect(issues).toEqual([]);
    expect(checkNotice(category.key, catalogRow?.notice ?? {})).toEqual([]);
  },
);

it("without a category it has the columns of every product only", async () => {
  const path = join(folder, "plain.xlsx");
  await writeFile(path, await catalogTemplate(null));
  expect((await filledRows(path)).map((cells) => cells.length)).toEqual([16]);
});
