import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageSize } from "#app/domain/page-place.ts";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { countSubmissions } from "#app/domain/season/count-submissions.ts";
import { exportSubmissions } from "#app/domain/season/export-submissions.ts";
import { findSeasonPictures } from "#app/domain/season/find-season-pictures.ts";
import { listSubmissions } from "#app/domain/season/list-submissions.ts";
import { deleteView, listViews, saveView } from "#app/domain/season/saved-views.ts";
import { everySubmission, type SubmissionFilter } from "#app/domain/season/submission-filter.ts";
import type { Database } from "#app/services/database/database.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { makeSubmissions } from "#tests/made-season.ts";
import { type OpenSeason, openSeason, twoMalls } from "./season-setup.ts";

const count = 600;
let opened: TestDatabase;
let database: Database;
let season: OpenSeason;
let ids: string[];

beforeAll(async () => {
  opened = await testDatabase();
  database = opened.client;
  season = await openSeason(database);
  ids = await makeSubmissions(database, season.seasonId, count);
  while ((await indexChanges(database, openPostgresIndex(database))) > 0);
});
afterAll(() => opened.drop());

const every = async (filter: Partial<SubmissionFilter>) =>
  exportSubmissions(database, season.seasonId, { ...everySubmission, ...filter });

test("each question of the filter leaves what the counts say, in pages that hold each once", async () => {
  const counts = await countSubmissions(database, season.seasonId, everySubmission);
  expect(counts.total).toBe(count);
  for (const answers of [counts.kinds, counts.districts, counts.categories, counts.ages]) {
    expect(Object.values(answers).reduce((sum, one) => sum + one, 0)).toBe(count);
  }
  expect(await every({ storeKind: "craft" })).toHaveLength(counts.kinds.craft ?? -1);
  expect(await every({ district: "11440" })).toHaveLength(counts.districts["11440"] ?? -1);
  expect(await every({ age: "day" })).toHaveLength(counts.ages.day ?? -1);

  const filter = { ...everySubmission, storeKind: "craft" } as const;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const asked = { seasonId: season.seasonId, curatorId: season.curator.accountId, filter };
    const page = await listSubmissions(database, asked, twoMalls, after);
    expect(page.rows.length).toBeLessThanOrEqual(pageSize);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(counts.kinds.craft ?? -1);
  expect(seen).toEqual([...seen].sort());
});

test("words and other questions narrow each other", async () => {
  const sesame = await every({ words: "참기름" });
  expect(sesame.length).toBeGreaterThan(0);
  expect(sesame.length).toBeLessThan(count);
  const both = await every({ words: "참기름", storeKind: "craft" });
  expect(both).toEqual(sesame.filter(({ kind }) => kind === "craft"));
});

test("a range of means leaves what was marked so, and what has no mark is in none", async () => {
  const other = await database.account.create({ data: { role: "curator", name: "박심사", email: "p@example.com" } });
  const curators = [season.curator.accountId, other.id];
  for (const [index, marks] of [
    [1, 2],
    [3, 4],
    [5, 5],
  ].entries()) {
    await database.judgement.createMany({
      data: marks.map((mark, judge) => ({
        ...{ submissionId: ids[index] ?? "", curatorId: curators[judge] ?? "", mark },
        ...{ state: "given" as const, givenAt: new Date() },
      })),
    });
  }
  const means = async (lowestMean: number | null, highestMean: number | null) =>
    (await every({ lowestMean, highestMean })).map(({ mean }) => mean);
  expect(await means(3, 4)).toEqual([3.5]);
  expect(await means(null, 3.5)).toEqual([1.5, 3.5]);
  expect(await means(4, null)).toEqual([5]);
  const pictures = await findSeasonPictures(database, season.seasonId);
  expect(pictures.funnel).toMatchObject({ submitted: count, eligible: null, judged: 3, selected: 0, live: 0 });
  expect(pictures.curators.map(({ judgements, mean, shared }) => ({ judgements, mean, shared }))).toEqual([
    { judgements: 3, mean: 11 / 3, shared: 3 },
    { judgements: 3, mean: 3, shared: 3 },
  ]);
  const total = (rows: readonly { submitted: number }[]) => rows.reduce((sum, { submitted }) => sum + submitted, 0);
  expect([total(pictures.kinds), total(pictures.districts)]).toEqual([count, count]);
  expect(pictures.ages.reduce((sum, one) => sum + one.count, 0)).toBe(count);
});

test("a workbook of the rows opens again with as many", async () => {
  const rows = await every({ storeKind: "cooperative" });
  const sheet = { name: "s", columns: [{ heading: "상품", width: 30 }], rows: rows.map(({ name }) => [name]) };
  const path = join(tmpdir(), `bulk-${process.pid}.xlsx`);
  await writeFile(path, await writeWorkbook([sheet]));
  try {
    expect((await readFile(path)).byteLength).toBeGreaterThan(1_000);
    await openSheet({ path, name: "bulk.xlsx" });
  } finally {
    await rm(path);
  }
});

test("a view is its person's own, is replaced under its name, and there is an end to them", async () => {
  const { accountId } = season.curator;
  await saveView(database, accountId, { name: "공방", query: "kind=craft&state=lost&x=1" });
  expect(await listViews(database, accountId)).toMatchObject([{ name: "공방", query: "kind=craft" }]);
  await saveView(database, accountId, { name: "공방", query: "kind=craft&state=all" });
  const [view] = await listViews(database, accountId);
  expect(view?.query).toBe("state=all&kind=craft");
  expect(await listViews(database, season.merchant.accountId)).toEqual([]);
  await deleteView(database, season.merchant.accountId, { id: view?.id ?? "" });
  expect(await listViews(database, accountId)).toHaveLength(1);
  for (let index = 0; index < 19; index += 1) await saveView(database, accountId, { name: `보기 ${index}`, query: "" });
  expect(await saveView(database, accountId, { name: "하나 더", query: "" })).toMatchObject({
    issues: [{ code: "view.too_many" }],
  });
  await deleteView(database, accountId, { id: view?.id ?? "" });
  expect(await listViews(database, accountId)).toHaveLength(19);
});
