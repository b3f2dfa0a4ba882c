import { expect, test } from "vitest";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import type { SheetRows } from "#app/services/sheets/sheet-rows.ts";
import { goodCells, makeCatalog, mistakes } from "#tests/made-catalog.ts";

async function judge(headings: readonly string[], rows: readonly string[][]) {
  const sheet: SheetRows = {
    async *[Symbol.asyncIterator]() {
      for (const [index, cells] of [[...headings], ...rows].entries()) yield { row: index + 1, cells };
    },
  };
  const catalog = await readCatalog(sheet, { malls: ["coupang"] });
  const verdicts: RowVerdict[] = [];
  for await (const verdict of catalog.verdicts) verdicts.push(verdict);
  return { ...catalog, verdicts };
}

/** Whether a photo was given is known only once the photos are read. */
const ofSheet = mistakes.filter(({ code }) => code !== "photo.missing");

test.each(
  ofSheet.map(
    (mistake) => [`${mistake.heading} ${JSON.stringify(mistake.text.slice(0, 20))}: ${mistake.code}`, mistake] as const,
  ),
)("%s", async (_, { heading, text, field, code, severity }) => {
  const cells = { ...goodCells("A", 1), [heading]: text };
  const { verdicts, issues } = await judge(Object.keys(cells), [Object.values(cells)]);
  expect(issues).toEqual([]);
  expect(verdicts.map(({ outcome }) => outcome)).toEqual([severity === "error" ? "refused" : "accepted"]);
  expect(verdicts[0]?.issues).toMatchObject([{ code, severity, path: { row: 2, field }, raw: text }]);
});

test("of two thousand rows with everything in them each ends as it was made", async () => {
  const { headings, rows, expected } = makeCatalog(2_000, ({ code }) => code !== "photo.missing");
  const { verdicts, totals } = await judge(headings, rows);
  expect(totals).toEqual(expected.rows);
  const found = verdicts.flatMap(({ issues }) => issues);
  expect(found.map(({ code, severity, path: { row, field } }) => ({ row, field, code, severity }))).toEqual(
    expected.issues,
  );
});
