import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchPhotos, type PhotoClaimant } from "#app/domain/intake/match-photos.ts";

const row = (number: number, sku: string | null, ...photoNames: string[]): PhotoClaimant => ({
  row: number,
  sku,
  photoNames,
});

function match(rows: PhotoClaimant[], files: string[]) {
  const { matches, ...rest } = matchPhotos(rows, files);
  const sorted = matches.toSorted((one, other) => one.row - other.row || one.position - other.position);
  return { matches: sorted.map((one) => [one.row, one.position, one.file]), ...rest };
}

describe("by the name in the cell", () => {
  test.each([
    ["a.jpg", "a.jpg"],
    ["A.JPG", "a.jpeg"],
    ["사진.jpg".normalize("NFC"), "사진.jpg".normalize("NFD")],
    ["사진.jpg".normalize("NFD"), "내 사진/사진.JPEG"],
    ["a.jpg", "photos/2026/a.jpg"],
    ["photos/a.jpg", "a.jpg"],
    ["C:\\사진\\a.jpg", "a.jpg"],
    ["./a.jpg", "a.jpg"],
  ])("%s is %s", (name, file) => {
    expect(match([row(2, "A", name)], [file])).toMatchObject({ matches: [[2, 0, file]], unmatched: [], missing: [] });
  });

  test("in the cell's order, addresses counted among them, what was not given told", () => {
    const found = match(
      [row(2, "A", "b.jpg", "https://x.kr/c.jpg", "없는.jpg", "a.jpg")],
      ["a.jpg", "b.jpg", "A_1.jpg"],
    );
    expect(found).toEqual({
      matches: [
        [2, 0, "b.jpg"],
        [2, 3, "a.jpg"],
        [2, 4, "A_1.jpg"],
      ],
      unmatched: [],
      ambiguous: [],
      missing: [{ row: 2, name: "없는.jpg", position: 2, sku: "A" }],
      addresses: [{ row: 2, url: "https://x.kr/c.jpg", position: 1 }],
    });
  });

  test("one name in many folders goes to the folder of the row's code", () => {
    const rows = [row(2, "A", "1.jpg"), row(3, "B", "1.jpg")];
    expect(match(rows, ["all/B/1.jpg", "all/A/1.jpg"]).matches).toEqual([
      [2, 0, "all/A/1.jpg"],
      [3, 0, "all/B/1.jpg"],
    ]);
  });

  test("a name in two rows' cells is nobody's, and not missing either", () => {
    expect(match([row(2, "A", "x.jpg"), row(3, "B", "X.jpg")], ["x.jpg"])).toMatchObject({
      matches: [],
      unmatched: ["x.jpg"],
      ambiguous: [{ file: "x.jpg", rows: [2, 3] }],
      missing: [],
    });
  });

  test("the cell goes before the code in the name", () => {
    expect(match([row(2, "A", "B.jpg"), row(3, "B")], ["B.jpg"]).matches).toEqual([[2, 0, "B.jpg"]]);
  });
});

describe("by the code", () => {
  test("main photo, numbered ones as people count, then the folder's", () => {
    const files = ["zip/가-1/2.jpg", "가-1_10.png", "가-1-2.jpg", "zip/가-1/10.jpg", "가-1.webp"].map((name) =>
      name.normalize("NFD"),
    );
    expect(
      match([row(5, "가-1")], files).matches.map(([, position, file]) => [position, String(file).normalize("NFC")]),
    ).toEqual([
      [0, "가-1.webp"],
      [1, "가-1-2.jpg"],
      [2, "가-1_10.png"],
      [3, "zip/가-1/2.jpg"],
      [4, "zip/가-1/10.jpg"],
    ]);
  });

  test("A-1.jpg is the main photo of A-1 where that code exists, else a further one of A", () => {
    expect(match([row(2, "A"), row(3, "A-1")], ["A-1.jpg"]).matches).toEqual([[3, 0, "A-1.jpg"]]);
    expect(match([row(2, "A")], ["a-1.JPG"]).matches).toEqual([[2, 0, "a-1.JPG"]]);
  });

  test("codes that differ in case only go by the exact spelling, else are ambiguous", () => {
    const rows = [row(2, "a1"), row(3, "A1")];
    expect(match(rows, ["A1.jpg"]).matches).toEqual([[3, 0, "A1.jpg"]]);
    expect(match([row(2, "ab"), row(3, "AB")], ["Ab.jpg"]).ambiguous).toEqual([{ file: "Ab.jpg", rows: [2, 3] }]);
  });

  test("a file of one code in the folder of another is ambiguous", () => {
    expect(match([row(2, "A"), row(3, "B")], ["A/B.jpg"])).toMatchObject({
      unmatched: ["A/B.jpg"],
      ambiguous: [{ rows: [2, 3] }],
    });
  });

  test("a double of a code takes no photo from the first row", () => {
    expect(match([row(2, "A", "x.jpg"), row(7, "A", "x.jpg", "y.jpg")], ["x.jpg", "A_1.jpg"])).toMatchObject({
      matches: [
        [2, 0, "x.jpg"],
        [2, 1, "A_1.jpg"],
      ],
      missing: [{ row: 7, name: "y.jpg", position: 1, sku: null }],
    });
  });

  test.each(["AB.jpg", "A_1_2.jpg", "A_x.jpg", "1.jpg", "A b/1.jpg"])("%s is nobody's", (file) => {
    expect(match([row(2, "A"), row(3, null)], [file]).unmatched).toEqual([file]);
  });
});

test("what systems leave behind is not given", () => {
  const files = ["__MACOSX/._A.jpg", ".DS_Store", "x/Thumbs.db", ".hidden/A.jpg", "desktop.ini"];
  expect(match([row(2, "A")], files)).toMatchObject({ matches: [], unmatched: [] });
});

test("every file is in exactly one place, and no row has two photos at one position", () => {
  const sku = fc.constantFrom("A", "a", "A-1", "B", "가");
  const file = fc.constantFrom(
    "A.jpg",
    "a_1.jpg",
    "A-1.jpg",
    "B/1.jpg",
    "B/2.jpg",
    "x.jpg",
    "q/x.jpg",
    "가.jpeg",
    "A/B.jpg",
  );
  const rows = fc.array(fc.tuple(fc.option(sku), fc.array(file, { maxLength: 3 })), { maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.uniqueArray(file), (list, files) => {
      const given = list.map(([code, names], index) => row(index + 2, code, ...new Set(names)));
      const { matches, unmatched, ambiguous } = matchPhotos(given, files);
      expect([...matches.map((one) => one.file), ...unmatched].sort()).toEqual([...files].sort());
      for (const one of ambiguous) expect(unmatched).toContain(one.file);
    }),
  );
});
