import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { exportCatalog } from "#app/domain/product/export-catalog.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, openSeason, save, submit } from "./season-setup.ts";

test("a downloaded catalog changes nothing when it is uploaded again, drafts and submitted products alike", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const photo = await addPhoto(database, "도마.jpg");
  await submit(database, season, [content("A", { photos: [photo], tags: ["=선물"], notice: { itemName: "도마" } })]);
  // Stock and a lower price take effect at once, without a version of their own.
  await save(database, season, [content("A", { price: 11_000, tags: ["=선물"], notice: { itemName: "도마" } })]);
  await save(database, season, [content("B", { shippingFee: 0, kcNumber: "CB-1", description: 'a, "b"<br />c' })]);

  const { headings, rows } = await exportCatalog(database, season.storeId);
  const folder = await mkdtemp(join(tmpdir(), "baekseon-export-"));
  try {
    const path = join(folder, "catalog.csv");
    await writeFile(path, writeDelimited([headings, ...rows]));
    const contents: ProductContent[] = [];
    for await (const { catalogRow, issues } of (await readCatalog(await openSheet({ path, name: path }))).verdicts) {
      expect(issues).toEqual([]);
      if (!catalogRow) continue;
      const { photoNames, stock: _stock, ...said } = catalogRow;
      if (said.sku === "A") expect(photoNames).toEqual(["도마.jpg"]);
      contents.push({ ...said, photos: null });
    }
    const saved = await save(database, season, contents);
    expect(saved.map(({ sku, outcome }) => [sku, outcome])).toEqual([
      ["A", "unchanged"],
      ["B", "unchanged"],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
