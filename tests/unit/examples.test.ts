import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CatalogRow, RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { matchPhotos } from "#app/domain/intake/match-photos.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { openPhotos } from "#app/services/archives/open-photos.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";

async function readExample(name: string): Promise<RowVerdict[]> {
  const path = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const catalog = await readCatalog(await openSheet({ path, name }));
  expect(catalog.issues).toEqual([]);
  const verdicts: RowVerdict[] = [];
  for await (const verdict of catalog.verdicts) verdicts.push(verdict);
  return verdicts;
}

function acceptedRows(verdicts: RowVerdict[]): CatalogRow[] {
  return verdicts.flatMap(({ catalogRow }) => catalogRow ?? []);
}

const verdicts = await readExample("catalog.xlsx");

describe("the example sheet", () => {
  it("has the counts its README states", () => {
    const count = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
    expect([verdicts.length, count("accepted"), count("refused"), count("skipped")]).toEqual([31, 27, 3, 1]);
    expect(verdicts.find(({ outcome }) => outcome === "skipped")?.row).toBe(18);
  });

  it("has no faults but the three that refuse a row", () => {
    const faults = verdicts.flatMap(({ issues }) =>
      issues.map(({ code, path, raw, severity }) => [path.row, path.field, code, raw, severity]),
    );
    expect(faults).toEqual([
      [9, "price", "price.unreadable", "무료", "error"],
      [13, "sku", "sku.repeated", "KM-302", "error"],
      [30, "origin", "origin.unknown", "공방에서 직접", "error"],
    ]);
  });

  it("tells the merchant where the repeated code stands", () => {
    const found = verdicts.flatMap(({ issues }) => issues).find(({ code }) => code === "sku.repeated");
    if (!found) throw new Error("The repeated code was not found");
    expect(sayIssue("ko", found)).toContain("11번째 줄");
    expect(sayIssue("en", found)).toContain("row 11");
  });

  it("says the same as CP949 text", async () => {
    expect(acceptedRows(await readExample("catalog.csv"))).toEqual(acceptedRows(verdicts));
  });

  it("has a complete notice for every product but one", () => {
    const lacking = acceptedRows(verdicts).flatMap(({ sku, categoryKey, notice }) =>
      checkNotice(categoryKey, notice).map(({ path }) => [sku, path.field]),
    );
    expect(lacking).toEqual([["HG-502", "notice.consumptionDate"]]);
  });

  it("sells domestic goods but one, and states the stock of every option", () => {
    const rows = acceptedRows(verdicts);
    expect(rows.filter(({ origin }) => origin.kind !== "domestic").map(({ sku }) => sku)).toEqual(["HU-605"]);
    const withOptions = rows.filter(({ variants }) => variants.length > 1);
    expect(withOptions.map(({ sku, variants }) => [sku, variants.length])).toEqual([
      ["IE-702", 3],
      ["HD-802", 2],
      ["MD-901", 2],
    ]);
    for (const { stock, variants } of withOptions) {
      expect(variants.reduce((sum, variant) => sum + (variant.stock ?? 0), 0)).toBe(stock);
    }
  });
});

describe("the example photos", () => {
  it("belong to the rows as the README counts them", async () => {
    const files: string[] = [];
    const path = fileURLToPath(new URL("../../examples/photos.zip", import.meta.url));
    for await (const { name } of openPhotos(path)) files.push(name);
    const { matches, unmatched, ambiguous, missing } = matchPhotos(verdicts, files);
    expect(files).toHaveLength(43);
    // The text file is named after its product's code; that it is no picture shows when it is opened.
    expect(matches).toHaveLength(41 + 1);
    expect(unmatched).toEqual(["IMG_2043.jpg"]);
    expect(ambiguous).toEqual([]);
    expect(missing).toMatchObject([{ row: 20, name: "유자청_뒷면.jpg" }]);
    const withPhotos = new Set(matches.map(({ row }) => row));
    const accepted = verdicts.filter(({ outcome }) => outcome === "accepted");
    expect(accepted.filter(({ row }) => !withPhotos.has(row))).toEqual([]);
    expect(withPhotos.size).toBe(accepted.length);
  });
});
