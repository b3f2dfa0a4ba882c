import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestRows } from "#app/domain/intake/suggest-rows.ts";

const rows = [
  { row: 2, sku: "GR-001", name: "아침에 짠 참기름 300ml" },
  { row: 3, sku: "GR-002", name: "볶은 통깨" },
  { row: 4, sku: "CUP-7", name: "백자 찻잔" },
  { row: 5, sku: null, name: null },
];

test.each([
  ["gr001.jpg", [2, 3]],
  ["참기름 (2).jpg", [2]],
  ["통깨/IMG_0001.HEIC", [3]],
  ["볶은통깨/IMG_0001.HEIC", [3]],
  ["백자찻잔_3.png", [4]],
  ["IMG_4021.HEIC", []],
  ["DSC00012.JPG", []],
  ["20261123_101500.jpg", []],
  ["산.jpg", []],
])("%s may belong to %j", (fileName, likely) => {
  expect(suggestRows(fileName, rows)).toEqual(likely);
});

test("names as Macs write them are alike too", () => {
  expect(suggestRows("백자 찻잔.jpg".normalize("NFD"), rows)).toEqual([4]);
});

test("whatever a file is called, at most three rows that exist are named", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const suggested = suggestRows(name, rows);
      expect(suggested.length).toBeLessThanOrEqual(3);
      for (const one of suggested) expect(rows.some(({ row }) => row === one)).toBe(true);
    }),
  );
});
