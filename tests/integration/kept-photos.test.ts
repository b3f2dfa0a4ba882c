import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, test } from "vitest";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { exportCatalog } from "#app/domain/product/export-catalog.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { internet } from "#app/services/fetching/fetch-public.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { testDatabase } from "#tests/database.ts";
import type { WorkerContext } from "#workers/context.ts";
import { fetchLimits } from "#workers/intake/fetch-limits.ts";
import { importCatalog } from "#workers/tasks/import-catalog.ts";
import { saveImport } from "#workers/tasks/save-import.ts";
import { addPhoto, content, openSeason, save } from "./season-setup.ts";

async function stage() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const folder = await mkdtemp(join(tmpdir(), "kept-photos-"));
  const blobs = await openLocalBlobs(join(folder, "blobs"));
  const fetching = { network: internet("image/*"), limits: fetchLimits };
  const context = { database, blobs, fetching, log: pino({ level: "silent" }) } as unknown as WorkerContext;

  /** Uploads a sheet without photos and takes its good rows; gives what became of each row. */
  async function upload(rows: string[][]) {
    const path = join(folder, "sheet.csv");
    await writeFile(path, writeDelimited(rows));
    const sheet = { name: "sheet.csv", blob: (await blobs.putFile(path)).key };
    const { importId } = await requestImport(database, season.merchant, {
      storeId: season.storeId,
      sheet,
      photos: null,
      unattended: true,
    });
    await importCatalog(context, { importId });
    await saveImport(context, { importId });
    const recorded = await database.importRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
    return recorded.map(({ outcome, issues }) => [
      outcome,
      fromStored(issues).map(({ code, raw }) => `${code} ${raw}`),
    ]);
  }

  const photosOf = async (sku: string) => {
    const version = await database.productVersion.findFirstOrThrow({
      where: { product: { sku } },
      orderBy: { number: "desc" },
      include: { photos: { orderBy: { position: "asc" } } },
    });
    return version.photos.map(({ fileName }) => fileName);
  };
  return { database, season, upload, photosOf, clean: () => rm(folder, { recursive: true }) };
}

test("a downloaded catalog whose photos are there already is uploaded again without a warning", async () => {
  const { database, season, upload, photosOf, clean } = await stage();
  try {
    // As a Mac spells it.
    const photos = [await addPhoto(database, "폴더/도마.jpg".normalize("NFD")), await addPhoto(database, "뒤.jpg")];
    await save(database, season, [content("A", { photos }), content("B")]);
    const { headings, rows } = await exportCatalog(database, season.storeId);
    expect(await upload([headings, ...rows])).toEqual([
      ["skipped", []],
      ["skipped", []],
    ]);
    expect(await photosOf("A")).toEqual(photos.map(({ fileName }) => fileName));
  } finally {
    await clean();
  }
});

test("the cell orders the photos there are and drops those it does not name; an unknown name is told", async () => {
  const { database, season, upload, photosOf, clean } = await stage();
  try {
    const photos = await Promise.all(["1.jpg", "2.jpg", "3.jpg"].map((name) => addPhoto(database, name)));
    await save(database, season, [content("A", { photos }), content("B", { photos: photos.slice(0, 1) })]);
    const { headings, rows } = await exportCatalog(database, season.storeId);
    const at = headings.indexOf("사진");
    const changed = rows.map((cells, row) => cells.with(at, row === 0 ? "3.jpg, 없음.jpg, 1.jpg" : "2.jpg"));
    expect(await upload([headings, ...changed])).toEqual([
      ["accepted", ["photo.missing 없음.jpg"]],
      ["skipped", ["photo.missing 2.jpg"]],
    ]);
    expect(await photosOf("A")).toEqual(["3.jpg", "1.jpg"]);
    // Another product's photo of that name is not B's.
    expect(await photosOf("B")).toEqual(["1.jpg"]);
  } finally {
    await clean();
  }
});

test("the same sheet again takes no photo away that came since; a cell that says otherwise does", async () => {
  const { database, season, upload, photosOf, clean } = await stage();
  try {
    const [one, other, since] = await Promise.all(
      ["사진/1.JPEG", "2.jpg", "IMG_0001.jpg"].map((name) => addPhoto(database, name)),
    );
    if (!one || !other || !since) throw new Error("No photos");
    await save(database, season, [content("A", { photos: [one, other] })]);
    const { headings, rows } = await exportCatalog(database, season.storeId);
    const at = headings.indexOf("사진");
    const saying = (cell: string) => [headings, ...rows.map((cells) => cells.with(at, cell))];
    expect(await upload(saying("1.jpg, 2.jpg, 잊은 것.jpg"))).toEqual([["skipped", ["photo.missing 잊은 것.jpg"]]]);
    expect(await upload(saying("2.jpg, 1.jpg"))).toEqual([["accepted", []]]);
    await save(database, season, [content("A", { photos: [since, other, one] })]);
    expect(await upload(saying("2.jpg, 1.jpg"))).toEqual([["skipped", []]]);
    expect(await photosOf("A")).toEqual([since, other, one].map(({ fileName }) => fileName));
    expect(await upload(saying("1.jpg"))).toEqual([["accepted", []]]);
    expect(await photosOf("A")).toEqual([one.fileName]);
  } finally {
    await clean();
  }
});
