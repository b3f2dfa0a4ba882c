import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cleanDescription } from "#app/domain/intake/clean-description.ts";
import { readOrigin } from "#app/domain/intake/origin.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { writeCatalog } from "#app/domain/product/catalog-cells.ts";
import { categories } from "#app/domain/product/categories.ts";
import { contentHash, type ProductContent } from "#app/domain/product/product-content.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-export-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What breaks sheets: separators, quotes, line ends, formulas, Hanja, joined letters, zeros in front. */
const piece = fc.constantFrom(
  ...[
    "참기름",
    ",",
    '"',
    "'",
    "\n",
    ";",
    "=",
    "+1",
    "-",
    "@",
    "漢字",
    "가\u200d나",
    "007",
    " ",
    "<b>굵게</b>",
    "&",
    "<",
    "#",
  ],
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
const line = words.map((text) => text.replace(/[\n\u200d]/g, "").trim()).filter((text) => text !== "");
const sign = fc.constantFrom("가", "나-1", "007", "a.b_c", "ㄱ");

const variants = fc.oneof(
  fc.nat(99_999).map((stock) => [{ key: "", options: [], priceDelta: 0, stock }]),
  fc.record({ stock: fc.option(fc.nat(500)), delta: fc.constantFrom(0, 1_000, -50) }).map(({ stock, delta }) =>
    ["빨강", "파랑 2"].flatMap((color) =>
      ["S", "M"].map((size) => ({
        key: `${color}/${size}`,
        options: [
          { name: "색상", value: color },
          { name: "크기", value: size },
        ],
        priceDelta: size === "M" ? delta : 0,
        stock: color === "빨강" ? stock : 3,
      })),
    ),
  ),
);

const product: fc.Arbitrary<ProductContent> = fc
  .record({
    sku: fc.array(sign, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("").slice(0, 30)),
    name: line.map((text) => text.slice(0, 100).trim()),
    category: fc.constantFrom(...categories),
    price: fc.integer({ min: 100, max: 10_000 }).map((tens) => tens * 10),
    origin: fc.constantFrom("국내산", "중국", '국내산(전북 "임실", 참깨 100%)'),
    maker: line.map((text) => text.slice(0, 100).trim()),
    description: words,
    tax: fc.constantFrom("taxable" as const, "exempt" as const, "zero_rated" as const),
    shippingFee: fc.option(fc.nat(5_000)),
    tags: fc.uniqueArray(fc.constantFrom("명절", "=선물", "0", "참깨 기름"), { maxLength: 4 }),
    mallField: fc.option(line.map((text) => text.trim())),
    noticeText: line,
    variants,
  })
  .map(({ category, origin, description, mallField, noticeText, ...rest }) => {
    const read = readOrigin(origin);
    if (!read) throw new Error(`No origin: ${origin}`);
    const notice = Object.fromEntries(
      noticeOf(category.key).fields.flatMap(({ key, kind, twinKey }, index): [string, string | boolean][] => {
        if (key.endsWith("Text")) return [];
        if (kind === "boolean") return [[key, index % 2 === 0]];
        if (kind === "text") return [[key, noticeText]];
        if (index % 3 === 0 && twinKey) return [[twinKey, noticeText.replace(/\d/g, "").trim() || "제조일부터"]];
        return [[key, kind === "month" ? "2026-11" : "2026-11-23"]];
      }),
    );
    return {
      ...rest,
      categoryKey: category.key,
      origin: read,
      description: cleanDescription(description.trim()).html,
      kcNumber: null,
      notice,
      mallFields: (mallField === null ? {} : { coupang: { "개당 용량": mallField } }) as ProductContent["mallFields"],
      photos: [{ sha256: "0".repeat(64), fileName: "oil 1.jpg" }],
    };
  });

async function readBack(path: string): Promise<(ProductContent | string)[]> {
  const catalog = await readCatalog(await openSheet({ path, name: path }));
  const back: (ProductContent | string)[] = [];
  for await (const { catalogRow, issues } of catalog.verdicts) {
    if (!catalogRow) back.push(JSON.stringify(issues));
    else {
      const { photoNames, stock: _stock, ...said } = catalogRow;
      back.push({ ...said, photos: photoNames.map((fileName) => ({ sha256: "0".repeat(64), fileName })) });
    }
  }
  return back;
}

test.each(["csv", "xlsx"] as const)(
  "a catalog that was downloaded as %s and read again is the same catalog",
  async (ending) => {
    const catalog = fc.uniqueArray(product, { selector: ({ sku }) => sku, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(catalog, async (contents) => {
        const { headings, rows } = writeCatalog(contents);
        const path = join(folder, `catalog.${ending}`);
        const columns = headings.map((heading) => ({ heading, width: 12 }));
        await writeFile(
          path,
          ending === "csv"
            ? writeDelimited([headings, ...rows])
            : await writeWorkbook([{ name: "상품표", columns, rows }]),
        );
        const back = await readBack(path);
        expect(back).toEqual(contents);
        expect(back.map((one) => (typeof one === "string" ? one : contentHash(one)))).toEqual(
          contents.map(contentHash),
        );
      }),
      { numRuns: ending === "csv" ? 150 : 25 },
    );
  },
  60_000,
);

test("no cell of the text can run as a formula, and what begins like one comes back", () => {
  const dangerous = ["=1+1", "+82", "-5", "@SUM(A1)", "\t=1", "'=1", "''@x"];
  const written = writeDelimited([dangerous]);
  for (const cell of written.replace("\uFEFF", "").trim().split(",")) expect(cell.replace(/^"/, "")).toMatch(/^'/);
});
