import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { gachiSapsida } from "#app/channels/gachi-sapsida/index.ts";
import { unsealZip } from "#app/channels/gachi-sapsida/sealed-zip.ts";
import { type AnswerColumn, answerHeadings, answerSheet } from "#app/domain/hand-over/answer-sheet.ts";
import { findPackage } from "#app/domain/hand-over/find-package.ts";
import { countHandOvers, listHandOvers } from "#app/domain/hand-over/list-hand-overs.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { takeAnswers } from "#app/office/hand-over-answers.server.ts";
import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";
import { testDatabase } from "#tests/database.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";
import { storedDesk } from "#workers/stored-desk.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

let folder: string;
let blobs: BlobStore;
let database: Database;
let office: { kind: "person"; accountId: string; role: "office" };
let references: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "answered-sheet-"));
  blobs = await openLocalBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  const season = await openSeason(database);
  const person = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  office = { kind: "person", accountId: person.id, role: "office" };
  const submissions = await submit(database, season, [content("A-1"), content("A-2"), content("A-3")]);
  for (const submissionId of submissions) await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const listings = await database.listing.findMany({
    where: { channelKey: "gachi-sapsida" },
    orderBy: { wantedVersion: { name: "asc" } },
  });
  references = listings.map(({ reference }) => reference);
  for (const reference of references) await deliver(reference);
});

const connection = () => gachiSapsida.connectAtDesk(storedDesk(database, blobs));

async function deliver(reference: string, price = 18_000): Promise<void> {
  const order = await readyOrder();
  await connection().publish({ ...order, reference, product: { ...order.product, price } });
}

type Answers = Partial<Record<AnswerColumn, string>>;

/** The sheet as the office downloads it, with what an operator wrote into the rows of these packages. */
async function answered(answers: Record<string, Answers>): Promise<Buffer> {
  const open = await listHandOvers(database, "open");
  const sheet = answerSheet(
    open.map(({ reference, mark, storeName, productName }) => ({
      reference,
      mark,
      store: storeName,
      product: productName,
    })),
  );
  const columns = Object.keys(answerHeadings);
  for (const row of sheet.rows) {
    for (const [column, text] of Object.entries(answers[String(row[0])] ?? {})) row[columns.indexOf(column)] = text;
  }
  return writeWorkbook([sheet]);
}

async function upload(...files: Buffer[]) {
  const form = new FormData();
  for (const bytes of files) form.append("answers", new Blob([new Uint8Array(bytes)]), "회신표.xlsx");
  return takeAnswers(database, office, new Request("http://localhost", { method: "POST", body: form }));
}

const states = async () =>
  (await database.handOver.findMany({ orderBy: { listing: { wantedVersion: { name: "asc" } } } })).map(
    ({ state }) => state,
  );
const lines = () => database.auditLine.count();

test("what an operator answered is recorded row by row, and the same workbook again changes nothing", async () => {
  const [first = "", second = ""] = references;
  const bytes = await answered({
    [first]: { result: "판매 중", pageUrl: "https://valuebuy.example/goods/1" },
    [second]: { result: " 돌려 보냄", reasons: "사진이 어두워요\n소비기한이 없어요" },
  });
  const counts = { read: 3, recorded: 2, unanswered: 1, refused: 0, told: [] };
  expect(await upload(bytes)).toMatchObject([{ recorded: counts }]);
  expect(await states()).toEqual(["published", "returned", "received"]);
  expect(await connection().lookUp(second, null)).toMatchObject({
    heard: { state: "refused", issues: [{ raw: "사진이 어두워요" }, { raw: "소비기한이 없어요" }] },
  });
  const asked = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'follow-listing' AND run_at <= now()`;
  expect(asked).toHaveLength(2);

  const before = await lines();
  expect(await upload(bytes)).toMatchObject([{ recorded: { recorded: 0, unchanged: 2, unanswered: 1, refused: 0 } }]);
  expect(await lines()).toBe(before);
});

test("the workbook of a package itself can be answered, also with many at once", async () => {
  const [first = "", second = ""] = references;
  const workbooks = await Promise.all(
    [first, second].map(async (reference) => {
      const found = await findPackage(database, reference);
      const files = await unsealZip(await blobs.get(found?.packageBlob as BlobKey));
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(new Uint8Array(files.get("상품정보.xlsx") ?? []).buffer);
      const row = workbook.getWorksheet("회신")?.getRow(2);
      if (row) row.getCell(5).value = "검토함";
      return Buffer.from(await workbook.xlsx.writeBuffer());
    }),
  );
  expect(await upload(...workbooks)).toMatchObject([{ recorded: { recorded: 1 } }, { recorded: { recorded: 1 } }]);
  expect(await states()).toEqual(["reviewed", "reviewed", "received"]);
});

test("a wrong row says in which column and why, and keeps no other from being recorded", async () => {
  const [first = "", second = "", third = ""] = references;
  const bytes = await answered({
    [first]: { result: "판매 중", pageUrl: "valuebuy goods 1" },
    [second]: { result: "좋아요" },
    [third]: { result: "검토함" },
  });
  const [outcome] = await upload(bytes);
  expect(outcome?.recorded).toMatchObject({ recorded: 1, refused: 2 });
  expect(
    outcome?.recorded?.told.map(({ row, reference, issue }) => [row, reference, issue.code, issue.path.field]),
  ).toEqual(
    expect.arrayContaining([
      [expect.any(Number), first, "hand_over.page_needed", "answers.pageUrl"],
      [expect.any(Number), second, "answers.result_unknown", "answers.result"],
    ]),
  );
  expect(await states()).toEqual(["received", "received", "reviewed"]);

  const others = await answered({
    [first]: { result: "돌려보냄" },
    [second]: { reasons: "사진이 어두워요" },
    [third]: { result: "내림" },
  });
  expect((await upload(others))[0]?.recorded?.told.map(({ issue }) => issue.code).sort()).toEqual([
    "answers.not_possible",
    "answers.result_missing",
    "hand_over.reasons_needed",
  ]);
  expect(await states()).toEqual(["received", "received", "reviewed"]);
});

test("an answer to a former package is not taken for the new one, nor one that belongs to another", async () => {
  const [first = "", second = "", third = ""] = references;
  const old = await answered({ [first]: { result: "검토함" } });
  await deliver(first, 20_000);
  expect((await listHandOvers(database, "open")).find(({ reference }) => reference === first)).toMatchObject({
    edition: 2,
    formerEditions: [{ edition: 1 }],
  });
  expect((await findPackage(database, first, 1))?.packageBlob).not.toBe(
    (await findPackage(database, first))?.packageBlob,
  );
  expect((await upload(old))[0]?.recorded).toMatchObject({
    recorded: 0,
    told: [{ reference: first, issue: { code: "answers.former_edition", path: { field: "answers.mark" } } }],
  });
  const mixed = await answered({
    [first]: { result: "검토함", reference: "BS-SOMEBODYELSES" },
    [second]: { result: "검토함", mark: "VVVVVVVV" },
    [third]: { result: "검토함", mark: "" },
  });
  expect((await upload(mixed))[0]?.recorded?.told.map(({ issue }) => issue.code).sort()).toEqual([
    "answers.mark_missing",
    "answers.mark_unknown",
    "answers.reference_unknown",
  ]);
  expect(await countHandOvers(database)).toEqual({ open: 3, published: 0, closed: 0 });
});

test("an older workbook takes nothing back, and a contradiction is told", async () => {
  const [first = "", second = ""] = references;
  const reviewed = await answered({ [first]: { result: "검토함" } });
  const published = await answered({ [first]: { result: "판매 중", pageUrl: "https://valuebuy.example/goods/1" } });
  const elsewhere = await answered({ [first]: { result: "판매 중", pageUrl: "https://valuebuy.example/goods/2" } });
  await upload(published);
  expect((await upload(reviewed))[0]?.recorded).toMatchObject({
    left: 1,
    refused: 0,
    told: [{ issue: { code: "answers.behind", severity: "warning" } }],
  });
  expect((await upload(elsewhere))[0]?.recorded?.told).toMatchObject([
    { issue: { code: "answers.recorded_otherwise" } },
  ]);
  expect(await states()).toEqual(["published", "received", "received"]);

  const twice = await answered({ [second]: { result: "검토함" } });
  const rows = new exceljs.Workbook();
  await rows.xlsx.load(new Uint8Array(twice).buffer);
  const sheet = rows.getWorksheet("회신");
  const row = sheet?.getRows(2, 2)?.find((one) => one.getCell(1).value === second);
  const values = ((row?.values ?? []) as string[]).slice(1);
  sheet?.addRow(values);
  sheet?.addRow(values.with(4, "돌려보냄").with(6, "까닭"));
  expect((await upload(Buffer.from(await rows.xlsx.writeBuffer())))[0]?.recorded).toMatchObject({
    recorded: 1,
    unchanged: 1,
    refused: 1,
    told: [{ issue: { code: "answers.repeated" } }],
  });
});

test("what is no sheet of answers is refused whole, and says so", async () => {
  const catalog = await writeWorkbook([{ name: "상품", columns: [{ heading: "상품명", width: 10 }], rows: [["떡"]] }]);
  expect(await upload(catalog, Buffer.from("%PDF-1.7"))).toMatchObject([
    { issues: [{ code: "answers.not_an_answer_sheet" }] },
    { issues: [{ code: "sheet.format_unsupported" }] },
  ]);
  expect(await upload()).toMatchObject([{ issues: [{ code: "upload.missing_file" }] }]);
  expect(await states()).toEqual(["received", "received", "received"]);
});
