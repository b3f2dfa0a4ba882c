import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { expect, onTestFinished, test } from "vitest";
import { packPhotos } from "#app/services/archives/pack-photos.ts";
import { codeOf, type MadeCatalog, type Mistake, makeCatalog } from "#tests/made-catalog.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { rehearse } from "./rehearsal.ts";

/** No workbook holds control characters. */
const inWorkbook = ({ text }: Mistake) => !/\p{Cc}/u.test(text);

async function writeWorkbook(path: string, { headings, rows }: MadeCatalog): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = workbook.addWorksheet("상품");
  for (const cells of [headings, ...rows]) sheet.addRow(cells).commit();
  await workbook.commit();
}

/** Codes of good rows, of a refused one, and of nothing. */
const photographed = { good: [1, 2, 5].map(codeOf), refused: codeOf(56), stray: "IMG_2043" };

async function writePhotos(folder: string): Promise<string> {
  const names = [...photographed.good, photographed.refused, photographed.stray];
  const files = names.map((name, at) => ({ name: `${name}.jpg`, path: join(folder, `${at}.jpg`) }));
  for (const [at, { path }] of files.entries()) {
    await writeFile(
      path,
      await scene(1_200, 1_200, at + 1)
        .jpeg()
        .toBuffer(),
    );
  }
  const archive = join(folder, "photos.zip");
  await packPhotos(files, archive);
  return archive;
}

test("a season of 10,000 rows is counted as its sheet was made", async () => {
  const folder = await mkdtemp(join(tmpdir(), "baekseon-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const catalog = makeCatalog(10_000, inWorkbook);
  const sheet = join(folder, "catalog.xlsx");
  await writeWorkbook(sheet, catalog);

  const { exitCode, report, standardError } = await rehearse([sheet, await writePhotos(folder)]);
  expect(exitCode, standardError).toBe(0);
  expect(report.rows).toEqual(catalog.expected.rows);
  const issues = (report.issues as MadeCatalog["expected"]["issues"]).map(({ row, field, code, severity }) => {
    return { row, field, code, severity };
  });
  expect(issues).toEqual(catalog.expected.issues);
  expect(report.photos).toEqual({
    given: 5,
    matched: 4,
    unmatched: [`${photographed.stray}.jpg`],
    refused: [],
  });
  expect(report.selected).toBe(3);
  const channels = Object.values(report.channels as Record<string, Record<string, number>>);
  for (const { live = 0, refused = 0, waiting = 0, failed = 0, not_ready: notReady = 0 } of channels) {
    expect(live + refused + waiting + failed + notReady).toBe(3);
    expect([waiting, failed]).toEqual([0, 0]);
  }
  const malls = Object.values(report.malls as Record<string, { listings: number; duplicates: number }>);
  expect(malls.map(({ duplicates }) => duplicates)).toEqual(malls.map(() => 0));
}, 600_000);
