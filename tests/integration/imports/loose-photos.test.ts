import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLoosePhotos } from "#app/domain/intake/find-loose-photos.ts";
import { mendCells } from "#app/domain/intake/mend-cells.ts";
import { placePhotos } from "#app/domain/intake/place-photos.ts";
import { actOnImport } from "#app/merchant/read-mending.server.ts";
import { packPhotos } from "#app/services/archives/pack-photos.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { headings, type ImportStage, importStage, type Rows, row } from "./import-stage.ts";

/** An archive of pictures that all differ, under these names. */
async function archive({ folder }: ImportStage, names: readonly string[]) {
  const files = await Promise.all(
    names.map(async (name, index) => {
      const path = join(folder, randomUUID());
      await writeFile(
        path,
        await scene(640, 640, index + 1)
          .jpeg()
          .toBuffer(),
      );
      return { name, path };
    }),
  );
  const target = join(folder, `${randomUUID()}.zip`);
  await packPhotos(files, target);
  return { name: "사진.zip", bytes: await readFile(target) };
}

const judged = async (stage: ImportStage, sheet: Rows, photos: readonly string[]) =>
  stage.judged({ sheet, photos: await archive(stage, photos) });

const loose = ({ database }: ImportStage, importId: string, placed = false) =>
  findLoosePhotos(database, { importId, placed, after: -1 });

async function place(stage: ImportStage, importId: string, choices: Record<number, string | null>) {
  const { database, merchant, storeId } = stage;
  const asked = Object.entries(choices).map(([ordinal, row]) => ({ ordinal: Number(ordinal), row }));
  return placePhotos(database, merchant, { storeId, importId, choices: asked });
}

/** File names of a product's photos, in their order. */
async function photosOf({ database, storeId }: ImportStage, sku: string): Promise<string[]> {
  const product = await database.product.findFirstOrThrow({
    where: { storeId, sku },
    include: {
      versions: { orderBy: { number: "desc" }, take: 1, include: { photos: { orderBy: { position: "asc" } } } },
    },
  });
  return product.versions[0]?.photos.map(({ fileName }) => fileName) ?? [];
}

test("photos that fit no product or several wait with rows they may belong to, and land where they are put", async () => {
  const stage = await importStage();
  const sheet = [
    [...headings, "사진"],
    row("BOARD-1", {}, ["both.jpg"]),
    row("CUP-2", { 상품명: "백자 찻잔" }, ["both.jpg"]),
  ];
  const importId = await judged(stage, sheet, [
    "BOARD-1.jpg",
    "both.jpg",
    "IMG_0001.jpg",
    "백자찻잔 2.jpg",
    "IMG_0002.jpg",
  ]);
  const { photos, open, rows } = await loose(stage, importId);
  expect(open).toBe(4);
  // Rows without a photo come first.
  expect(rows.map(({ row, sku, name }) => [row, sku, name])).toEqual([
    [3, "CUP-2", "백자 찻잔"],
    [2, "BOARD-1", "도마 BOARD-1"],
  ]);
  expect(photos.map(({ fileName, suggested }) => [fileName, suggested.map(({ row }) => row)])).toEqual([
    ["both.jpg", [2, 3]],
    ["IMG_0001.jpg", []],
    ["백자찻잔 2.jpg", [3]],
    ["IMG_0002.jpg", []],
  ]);

  expect(await place(stage, importId, { 1: "3", 2: "BOARD-1", 3: "3 · CUP-2 · 백자 찻잔", 4: null })).toEqual({
    ok: true,
    result: { placed: 4 },
  });
  expect(await loose(stage, importId)).toMatchObject({ open: 0, placed: 4, photos: [] });
  expect(await stage.found(importId)).toMatchObject({ state: "judged", rows: { accepted: 2 } });
  expect(await stage.taken(importId)).toMatchObject({ ok: true });
  expect(await photosOf(stage, "BOARD-1")).toEqual(["BOARD-1.jpg", "IMG_0001.jpg"]);
  expect(await photosOf(stage, "CUP-2")).toEqual(["both.jpg", "백자찻잔 2.jpg"]);
});

test("what was chosen stays when the sheet is judged anew, and may be chosen otherwise", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const sheet = [headings, row("A"), row("B"), row("C", { 판매가: "무료" })];
  const importId = await judged(stage, sheet, ["IMG_1.jpg", "IMG_2.jpg"]);
  await place(stage, importId, { 0: "2", 1: null });
  const cells = [{ row: 4, column: 3, text: "9000" }];
  await mendCells(database, merchant, { ...(await stage.at(importId)), cells, same: [] });
  await stage.judge(importId);
  const kept = await loose(stage, importId, true);
  expect(kept.photos.map(({ fileName, chosen }) => [fileName, chosen?.row ?? null])).toEqual([
    ["IMG_1.jpg", 2],
    ["IMG_2.jpg", null],
  ]);

  expect(await place(stage, importId, { 0: "2" })).toEqual({ ok: true, result: { placed: 0 } });
  expect(await place(stage, importId, { 0: "도마 B", 1: "4" })).toEqual({ ok: true, result: { placed: 2 } });
  await stage.judge(importId);
  await stage.taken(importId);
  expect([await photosOf(stage, "A"), await photosOf(stage, "B"), await photosOf(stage, "C")]).toEqual([
    [],
    ["IMG_1.jpg"],
    ["IMG_2.jpg"],
  ]);
});

test("a sheet that says nothing new waits when it brings photos of nothing, and takes them where they are put", async () => {
  const stage = await importStage();
  const sheet = [headings, row("A"), row("B")];
  await stage.taken(await stage.judged(sheet));
  const importId = await judged(stage, sheet, ["IMG_1.jpg"]);
  expect(await stage.found(importId)).toMatchObject({ state: "judged", rows: { accepted: 0, skipped: 2 } });
  await place(stage, importId, { 0: "3" });
  expect(await stage.found(importId)).toMatchObject({ state: "reading" });
  await stage.judge(importId);
  expect(await stage.found(importId)).toMatchObject({ state: "judged", rows: { accepted: 1, skipped: 1 } });
  await stage.taken(importId);
  expect([await photosOf(stage, "A"), await photosOf(stage, "B")]).toEqual([[], ["IMG_1.jpg"]]);
});

test("no photo is put to a row of another import, to no row, or by another store", async () => {
  const stage = await importStage();
  const { database, merchant } = stage;
  const first = await judged(stage, [headings, row("A"), row("B"), row("C")], ["IMG_1.jpg"]);
  const importId = await judged(stage, [headings, row("D")], ["IMG_2.jpg", "D.jpg"]);
  for (const elsewhere of ["4", "C", "0", "", "12345678", "없는 상품"]) {
    expect(await place(stage, importId, { 0: elsewhere })).toMatchObject({
      ok: false,
      issues: [{ code: "photo.row_unknown", path: { photo: "IMG_2.jpg" } }],
    });
  }
  // What matched by its name is not up for choice, nor is a photo that is not there.
  expect(await place(stage, importId, { 1: null, 7: "2" })).toEqual({ ok: true, result: { placed: 0 } });
  const foreign = { storeId: randomUUID(), importId, choices: [{ ordinal: 0, row: "2" }] };
  expect(await placePhotos(database, merchant, foreign)).toMatchObject({ issues: [{ code: "import.not_found" }] });
  expect(await loose(stage, first)).toMatchObject({ open: 1, placed: 0 });
  await stage.taken(importId);
  expect(await place(stage, importId, { 0: "2" })).toMatchObject({ issues: [{ code: "import.over" }] });
});

test("the form says it by round buttons or by a text, which counts more; saying nothing is told", async () => {
  const stage = await importStage();
  const { database, merchant, storeId } = stage;
  const importId = await judged(stage, [headings, row("A"), row("B")], ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]);
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "place", ...fields })) form.set(name, value);
    return actOnImport(database, merchant, { storeId, importId, form });
  };
  expect(await send({ "photo.0.text": " ", "photo.x": "2" })).toEqual({ issues: [], nothing: "placed" });
  const said = {
    "photo.0": "2",
    "photo.0.text": "",
    "photo.1": "none",
    "photo.1.text": "3 · B · 도마 B",
    "photo.2": "none",
  };
  expect(await send(said)).toEqual({ issues: [], nothing: null });
  expect((await stage.photosGiven(importId)).map(({ outcome, row }) => [outcome, row])).toEqual([
    ["matched", 2],
    ["matched", 3],
    ["unmatched", null],
  ]);
  expect(await send({ "photo.2.text": "9" })).toMatchObject({ issues: [{ code: "photo.row_unknown", raw: "9" }] });
});

test("three hundred photos come in pages, each exactly once", async () => {
  const stage = await importStage();
  const { database } = stage;
  const importId = await stage.upload({ sheet: [headings, row("A")] });
  await database.importPhoto.createMany({
    data: Array.from({ length: 300 }, (_, ordinal) => ({
      ...{ importId, ordinal, fileName: `IMG_${ordinal}.jpg` },
      outcome: "unmatched" as const,
    })),
  });
  const seen: number[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Awaited<ReturnType<typeof findLoosePhotos>> = await findLoosePhotos(database, {
      importId,
      placed: false,
      after,
    });
    expect(page.photos.length).toBeLessThanOrEqual(24);
    seen.push(...page.photos.map(({ ordinal }) => ordinal));
    after = page.next;
  }
  expect(seen).toEqual(Array.from({ length: 300 }, (_, ordinal) => ordinal));
});
