import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csv, headings, type ImportStage, openImportStage, row } from "../imports/import-stage.ts";
import { expectRows, expectSheetRefused } from "./expectations.ts";

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

const cp949 = (text: string) => iconv.encode(text, "cp949");

describe("a text that is refused whole", () => {
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a byte order mark", Buffer.from("\uFEFF")],
    ["blank lines", Buffer.from("\r\n,,,\r\n \r\n")],
    ["zero bytes, as a full disk leaves them", Buffer.alloc(3)],
  ])("an empty file: %s", async (_, sheet) => {
    await expectSheetRefused(stage, { sheet }, { code: "sheet.empty" });
  });

  test.each([
    ["a photo", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a web page", Buffer.from("<!DOCTYPE html><html><body>상품코드,상품명</body></html>")],
    ["bytes of no kind", Buffer.concat([Buffer.alloc(64), Buffer.from("abc"), Buffer.alloc(64)])],
  ])("wrong type with the right ending: %s called .csv", async (_, sheet) => {
    await expectSheetRefused(stage, { sheet }, { code: "sheet.format_unsupported" });
  });

  test("a letter called .csv has no heading row", async () => {
    const sheet = Buffer.from("안녕하세요, 상품을 보내 드립니다.\n잘 부탁드려요.\n");
    await expectSheetRefused(stage, { sheet }, { code: "sheet.no_heading_row" });
  });

  test("a quotation mark that is never closed is told with its row", async () => {
    const sheet = Buffer.from(`${csv([headings, row("Q-1")])}\n"Q-2,도마\n${csv([row("Q-3")])}"`);
    await expectSheetRefused(stage, { sheet }, { code: "sheet.quote_open", params: { row: 3 } });
  });
});

describe("letters", () => {
  test("CP949-only characters (똠방각하, 펲) come through whole", async () => {
    const names = ["똠방각하", "펲시 뷁 쀍", "햏햏 꿟"];
    const sheet = cp949(csv([headings, ...names.map((name, at) => row(`P-${at}`, { 상품명: name }))]));
    const importId = await expectRows(stage, { sheet }, { outcomes: { 2: "accepted", 3: "accepted", 4: "accepted" } });
    await stage.taken(importId);
    const versions = await stage.database.productVersion.findMany({ orderBy: { product: { sku: "asc" } } });
    expect(versions.map(({ name }) => name)).toEqual(names);
  });

  test("mixed encodings: rows in CP949 below rows in UTF-8 are lost letters, the others count", async () => {
    const others = Array.from({ length: 20 }, (_, at) => row(`M-${at}`));
    const sheet = Buffer.concat([Buffer.from(`${csv([headings, ...others])}\n`), cp949(csv([row("M-20")]))]);
    const outcomes = Object.fromEntries(others.map((_, at) => [at + 2, "accepted" as const]));
    const lost = (field: string) => ({ code: "cell.letters_lost", path: { row: 22, field } }) as const;
    await expectRows(
      stage,
      { sheet },
      { outcomes: { ...outcomes, 22: "refused" }, ofRows: ["category", "name", "origin", "maker"].map(lost) },
    );
  });

  test("mixed encodings: a row in UTF-8 below rows in CP949 is refused by what nobody can read, never taken as gibberish", async () => {
    const others = Array.from({ length: 20 }, (_, at) => row(`K-${at}`));
    const sheet = Buffer.concat([cp949(`${csv([headings, ...others])}\n`), Buffer.from(csv([row("K-20")]))]);
    const importId = await stage.judged({ sheet });
    expect((await stage.found(importId)).rows).toEqual({ accepted: 20, refused: 1, skipped: 0 });
    const last = (await stage.verdicts(importId)).at(-1);
    expect(last).toMatchObject({ row: 22, outcome: "refused" });
    expect(last?.issues.map(({ path }) => path.field)).toContain("category");
  });

  test("NUL bytes within a cell are lost letters, around it they are nothing", async () => {
    const sheet = csv([headings, row("N-1", { 상품명: "도\0마" }), row("N-2", { 상품명: "\0도마\0\0" }), row("N-3")]);
    const importId = await expectRows(
      stage,
      { sheet: Buffer.from(sheet) },
      {
        outcomes: { 2: "refused", 3: "accepted", 4: "accepted" },
        ofRows: [{ code: "cell.letters_lost", path: { row: 2, field: "name" }, raw: "도\uFFFD마" }],
      },
    );
    await stage.taken(importId);
    const versions = await stage.database.productVersion.findMany({ where: { product: { sku: "N-2" } } });
    expect(versions.map(({ name }) => name)).toEqual(["도마"]);
  });

  test("NUL bytes behind the last row, as a disk that failed leaves them, are no row", async () => {
    const sheet = Buffer.concat([Buffer.from(csv([headings, row("Z-1")])), Buffer.from("\n"), Buffer.alloc(20)]);
    await expectRows(stage, { sheet }, { outcomes: { 2: "accepted" } });
  });

  test("a damaged description is taken and told", async () => {
    const sheet = Buffer.concat([
      Buffer.from(`${headings.join(",")},상세설명\n${row("E-1").join(",")},좋은 도`),
      Buffer.from([0xb5]),
      Buffer.from(`마\n${row("E-2").join(",")},튼튼해요\n`),
    ]);
    await expectRows(
      stage,
      { sheet },
      {
        outcomes: { 2: "accepted", 3: "accepted" },
        ofRows: [{ code: "cell.letters_lost", severity: "warning", path: { row: 2, field: "description" } }],
      },
    );
  });
});
