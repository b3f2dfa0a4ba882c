import { expect, test } from "vitest";
import { chooseColumns } from "#app/domain/intake/choose-columns.ts";
import { discardImport } from "#app/domain/intake/discard-import.ts";
import { findMistakes } from "#app/domain/intake/find-mistakes.ts";
import { mendCells } from "#app/domain/intake/mend-cells.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { takeGoodRows } from "#app/domain/intake/take-good-rows.ts";
import { findHelpedFields } from "#app/domain/product/find-helped-fields.ts";
import { csv, headings, type ImportStage, importStage, row } from "./import-stage.ts";

const mistakesOf = async ({ database }: ImportStage, importId: string) =>
  findMistakes(database, { importId, code: null, after: -1 });

test("a dry run tells what would become of every row and saves nothing; taken, exactly that is saved", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const importId = await stage.judged([headings, row("A"), [], row("B", { 판매가: "무료" }), row("C")]);
  const judged = await stage.found(importId);
  expect(judged).toMatchObject({ state: "judged", rows: { accepted: 2, refused: 1, skipped: 1 } });
  expect(await stage.skus()).toEqual([]);
  expect(await database.importRow.count({ where: { committed: true } })).toBe(0);
  expect((await mistakesOf(stage, importId)).rows).toMatchObject([
    {
      row: 4,
      sku: "B",
      cells: [{ column: 3, heading: "판매가", text: "무료", issues: [{ code: "price.unreadable" }] }],
    },
  ]);

  expect(await takeGoodRows(database, merchant, await stage.at(importId))).toMatchObject({ ok: true });
  await stage.save(importId);
  expect(await stage.found(importId)).toMatchObject({ state: "done", rows: judged.rows });
  expect(await stage.skus()).toEqual(["A", "C"]);
  expect(await database.importRow.count({ where: { committed: false } })).toBe(0);
});

test("whoever closes the page is called once when the sheet waits and once when it is taken, however often it is judged", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const importId = await stage.judged([headings, row("A"), row("B", { 판매가: "무료" })]);
  const mend = { ...(await stage.at(importId)), cells: [{ row: 3, column: 3, text: "또 무료" }], same: [] };
  await mendCells(database, merchant, mend);
  await stage.judge(importId);
  await takeGoodRows(database, merchant, await stage.at(importId));
  await stage.save(importId);
  await stage.save(importId);
  const told = await database.outboxMessage.findMany({ orderBy: { createdAt: "asc" } });
  expect(told.map(({ template, params }) => [template, params])).toMatchObject([
    ["import_judged", { accepted: 1, refused: 1 }],
    ["import_done", { accepted: 1, refused: 1 }],
  ]);
});

test("the same sheet again has nothing to take and ends by itself", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const sheet = [headings, row("A"), row("B")];
  const first = await stage.judged(sheet);
  await takeGoodRows(database, merchant, await stage.at(first));
  await stage.save(first);
  const versions = await database.productVersion.findMany({ orderBy: { id: "asc" } });

  const second = await stage.judged(sheet);
  expect(await stage.found(second)).toMatchObject({ state: "done", rows: { accepted: 0, refused: 0, skipped: 2 } });
  const third = await stage.judged([headings, row("A"), row("B", { 판매가: "9000" }), row("C")]);
  expect(await stage.found(third)).toMatchObject({ state: "judged", rows: { accepted: 2, refused: 0, skipped: 1 } });
  expect(await database.productVersion.findMany({ orderBy: { id: "asc" } })).toEqual(versions);
});

test("what a heading means is chosen once and remembered for the store's next sheet", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const odd = headings.map((heading) => (heading === "판매가" ? "소비자 금액" : heading));
  const sheet = (sku: string) => [[...odd, "메모", "소재"], row(sku, {}, ["안녕", "오크"])];
  const first = await stage.judged(sheet("A"));
  const { asked } = await mistakesOf(stage, first);
  expect(asked).toMatchObject({ missing: ["price"], fields: expect.arrayContaining(["price"]) });
  expect(asked.fields[0]).toBe("price");
  expect(asked.questions).toMatchObject([
    { heading: "소비자금액", text: "소비자 금액", chosen: null, suggested: null },
    { heading: "메모", chosen: null },
    { heading: "소재", chosen: null, suggested: "notice.소재" },
  ]);
  const unused = (await stage.found(first)).issues.filter(({ code }) => code === "sheet.column_unused");
  expect(unused.map(({ params }) => params.example)).toEqual(["12000", "안녕", "오크"]);

  const at = await stage.at(first);
  const twice = { 소비자금액: "price", 메모: "price" };
  expect(await chooseColumns(database, merchant, { ...at, choices: twice })).toMatchObject({
    issues: [{ code: "column.chosen_twice", path: { field: "메모" } }],
  });
  expect(await chooseColumns(database, merchant, { ...at, choices: { 메모: "name" } })).toMatchObject({
    issues: [{ code: "column.unknown", path: { field: "메모" } }],
  });
  const choices = { 소비자금액: "price", 메모: "", 소재: "notice.소재", 없는열: "kc" };
  expect(await chooseColumns(database, merchant, { ...at, choices })).toMatchObject({ ok: true });
  await stage.judge(first);
  expect(await stage.found(first)).toMatchObject({ state: "judged", rows: { accepted: 1, refused: 0 }, issues: [] });

  const second = await stage.judged(sheet("B"));
  expect(await stage.found(second)).toMatchObject({ rows: { accepted: 1, refused: 0 }, issues: [] });
  expect(await database.columnChoice.count()).toBe(3);

  // A change for one sheet reaches no other that was shown already.
  await chooseColumns(database, merchant, { ...(await stage.at(second)), choices: { 소비자금액: "" } });
  await takeGoodRows(database, merchant, await stage.at(first));
  await stage.save(first);
  expect(await stage.found(first)).toMatchObject({ state: "done", rows: { accepted: 1, refused: 0 } });

  // A column that says by itself what it is goes before a remembered one.
  const both = await stage.judged([
    ["소비자 금액", ...headings],
    ["777770", ...row("C")],
  ]);
  await takeGoodRows(database, merchant, await stage.at(both));
  await stage.save(both);
  const { price } = await database.productVersion.findFirstOrThrow({ where: { product: { sku: "C" } } });
  expect(price).toBe(12_000);
});

test("a mended cell stands over the sheet's own, and what it changes for other rows is seen", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const importId = await stage.judged([headings, row("가!"), row("B", { 판매가: "무료" }), row("A"), row("A")]);
  expect((await mistakesOf(stage, importId)).rows.map((one) => [one.row, one.cells[0]?.field])).toEqual([
    [2, "sku"],
    [3, "price"],
    [5, "sku"],
  ]);
  const mend = async (cells: { row: number; column: number; text: string }[]) => {
    const outcome = await mendCells(database, merchant, { ...(await stage.at(importId)), cells, same: [] });
    await stage.judge(importId);
    return outcome;
  };
  // The first row takes the code of the fourth, which is now the double; a good row and no column are not mended.
  const mended = await mend([
    { row: 2, column: 0, text: "A" },
    { row: 3, column: 3, text: "9,000원" },
    { row: 4, column: 1, text: "다른 이름" },
    { row: 5, column: 900, text: "x" },
  ]);
  expect(mended).toEqual({ ok: true, result: { mended: 2 } });
  expect(
    (await mistakesOf(stage, importId)).rows.map((one) => [one.row, one.cells[0]?.issues[0]?.params.earlier]),
  ).toEqual([
    [4, 2],
    [5, 2],
  ]);
  expect(await mend([{ row: 4, column: 0, text: "A" }])).toEqual({ ok: true, result: { mended: 0 } });
  await mend([
    { row: 4, column: 0, text: "D" },
    { row: 5, column: 0, text: "E" },
  ]);
  await takeGoodRows(database, merchant, await stage.at(importId));
  await stage.save(importId);
  expect(await stage.skus()).toEqual(["A", "B", "D", "E"]);
  expect(await database.importCell.findMany({ where: { typedById: { not: merchant.accountId } } })).toEqual([]);
  const names = await database.productVersion.findMany({
    select: { name: true, price: true },
    orderBy: { name: "asc" },
  });
  expect(names).toContainEqual({ name: "도마 B", price: 9_000 });
  expect(names).not.toContainEqual(expect.objectContaining({ name: "다른 이름" }));
});

test("what a helper mends in the merchant's sheet, or uploads for the merchant, is known as theirs", async () => {
  const stage = await importStage();
  const { database, merchant, storeId } = stage;
  const { id: helperId } = await database.account.create({
    data: { role: "office", name: "주무관", email: "help@example.com" },
  });
  const helper = { kind: "person", accountId: helperId, role: "office", onBehalfOfId: merchant.accountId } as const;
  const importId = await stage.judged([headings, row("A"), row("B", { 판매가: "무료", 재고수량: "x" })]);
  await mendCells(database, helper, {
    ...(await stage.at(importId)),
    cells: [{ row: 3, column: 3, text: "9000" }],
    same: [],
  });
  await stage.judge(importId);
  await mendCells(database, merchant, {
    ...(await stage.at(importId)),
    cells: [{ row: 3, column: 4, text: "5" }],
    same: [],
  });
  await stage.judge(importId);
  await stage.taken(importId);
  const helped = async (sku: string) => {
    const { id } = await database.product.findFirstOrThrow({ where: { storeId, sku } });
    return findHelpedFields(database, id);
  };
  expect([await helped("A"), await helped("B")]).toEqual([{}, { price: "주무관" }]);

  const { sheetBlob } = await database.import.findUniqueOrThrow({ where: { id: importId } });
  const sheet = { name: "상품표.csv", blob: sheetBlob };
  await database.product.deleteMany();
  const { importId: theirs } = await requestImport(database, helper, { storeId, sheet, photos: null });
  await stage.judge(theirs);
  await stage.taken(theirs);
  expect(await helped("A")).toMatchObject({ name: "주무관", maker: "주무관", stock: "주무관" });
  const line = await database.auditLine.findFirstOrThrow({ where: { action: "save-products", actorId: helperId } });
  expect(line.onBehalfOfId).toBe(merchant.accountId);
});

test("cells that say the same are mended at once, those of one mistake are found together", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const food = { 카테고리: "먹\n거리" };
  const importId = await stage.judged([headings, row("A", food), row("B", food), row("C", { 판매가: "?" }), row("D")]);
  const { codes } = await mistakesOf(stage, importId);
  expect(codes).toEqual([
    { code: "category.unknown", rows: 2 },
    { code: "price.unreadable", rows: 1 },
  ]);
  const ofCategory = await findMistakes(database, { importId, code: "category.unknown", after: -1 });
  expect(ofCategory).toMatchObject({ alike: [{ field: "category", text: "먹\n거리", rows: 2 }], next: null });
  expect(ofCategory.rows.map((one) => one.row)).toEqual([2, 3]);
  const same = [{ field: "category", raw: "먹\n거리", text: "기타 재화" }];
  // The form sends the cells it shows as well: one left as it stood, one written otherwise.
  const cells = [
    { row: 2, column: 2, text: "먹\r\n거리" },
    { row: 3, column: 2, text: "가공식품" },
  ];
  const outcome = await mendCells(database, merchant, { ...(await stage.at(importId)), cells, same });
  expect(outcome).toEqual({ ok: true, result: { mended: 2 } });
  const mended = await database.importCell.findMany({ where: { importId }, orderBy: { row: "asc" } });
  expect(mended.map(({ row: at, text }) => [at, text])).toEqual([
    [2, "기타 재화"],
    [3, "가공식품"],
  ]);
});

test("taken twice, from two tabs or by a double click, it is saved once; what was left stays left", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const importId = await stage.judged([headings, row("A"), row("B", { 판매가: "?" })]);
  const at = await stage.at(importId);
  const outcomes = await Promise.all([1, 2, 3].map(() => takeGoodRows(database, merchant, at)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await stage.jobs()).filter((task) => task === "save-import")).toHaveLength(1);
  expect(await database.auditLine.count({ where: { action: "take-good-rows" } })).toBe(1);
  await Promise.all([stage.save(importId), stage.save(importId)]);
  expect(await stage.skus()).toEqual(["A"]);
  expect(await stage.found(importId)).toMatchObject({ rows: { accepted: 1, refused: 1, skipped: 0 } });
  expect(await discardImport(database, merchant, at)).toMatchObject({ issues: [{ code: "import.over" }] });

  const left = await stage.judged([headings, row("Z")]);
  const seen = await stage.at(left);
  expect(await discardImport(database, merchant, seen)).toMatchObject({ ok: true });
  expect(await discardImport(database, merchant, seen)).toMatchObject({ ok: true });
  expect(await takeGoodRows(database, merchant, seen)).toMatchObject({ issues: [{ code: "import.over" }] });
  expect(await stage.found(left)).toMatchObject({ state: "discarded" });
});

test("nothing is done to a sheet as it was before it was judged anew, nor by another store", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const importId = await stage.judged([headings, row("A"), row("B", { 판매가: "?" })]);
  const seen = await stage.at(importId);
  const cells = [{ row: 3, column: 3, text: "1000" }];
  const stranger = { ...seen, storeId: "00000000-0000-4000-8000-000000000000" };
  expect(await takeGoodRows(database, merchant, stranger)).toMatchObject({ issues: [{ code: "import.not_found" }] });
  expect(await mendCells(database, merchant, { ...stranger, cells, same: [] })).toMatchObject({
    issues: [{ code: "import.not_found" }],
  });
  await mendCells(database, merchant, { ...seen, cells, same: [] });
  expect(await takeGoodRows(database, merchant, seen)).toMatchObject({ issues: [{ code: "import.still_reading" }] });
  await stage.judge(importId);
  expect(await takeGoodRows(database, merchant, seen)).toMatchObject({ issues: [{ code: "import.judged_anew" }] });
  expect(await stage.skus()).toEqual([]);
});

test("two sheets of one store at once do not mix: each code is one product, each row has one verdict", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const codes = Array.from({ length: 450 }, (_, index) => `P-${index}`);
  const sheet = (name: string) => [headings, ...codes.map((sku) => row(sku, { 상품명: `${name} ${sku}` }))];
  const both = [await stage.upload({ sheet: sheet("하나") }), await stage.upload({ sheet: sheet("둘") })];
  await Promise.all(both.map(stage.judge));
  for (const importId of both) {
    expect(await stage.found(importId)).toMatchObject({ state: "judged", rows: { accepted: 450 } });
    await takeGoodRows(database, merchant, await stage.at(importId));
  }
  await Promise.all(both.map(stage.save));
  expect((await stage.skus()).length).toBe(450);
  for (const importId of both) {
    expect(await stage.found(importId)).toMatchObject({ state: "done", rows: { accepted: 450, refused: 0 } });
  }
  expect(await database.productVersion.count()).toBe(450);
});

test("a sheet that nobody attends to is taken by itself", async () => {
  const stage = await importStage();
  const importId = await stage.upload({ sheet: [headings, row("A"), row("B", { 판매가: "?" })], unattended: true });
  await stage.judge(importId);
  expect(await stage.found(importId)).toMatchObject({ state: "saving" });
  await stage.save(importId);
  expect(await stage.found(importId)).toMatchObject({ state: "done", rows: { accepted: 1, refused: 1 } });
  expect((await stage.database.outboxMessage.findMany()).map(({ template }) => template)).toEqual(["import_done"]);
});

test("a sheet that is broken further down is refused whole, and none of its verdicts stay", async () => {
  const stage = await importStage();
  const open = `${csv([headings, ...Array.from({ length: 300 }, (_, at) => row(`A-${at}`))])}\n"열린 채`;
  const importId = await stage.upload({ sheet: Buffer.from(open) });
  await stage.judge(importId);
  expect(await stage.found(importId)).toMatchObject({
    state: "failed",
    issues: [{ code: "sheet.quote_open", params: { row: 302 } }],
    rows: { accepted: 0, refused: 0, skipped: 0 },
  });
});
