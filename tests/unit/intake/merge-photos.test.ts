import fc from "fast-check";
import { expect, test } from "vitest";
import { findNamed, mergePhotos, type NamedPhoto, photosCell } from "#app/domain/intake/merge-photos.ts";

const photo = (sha256: string, fileName = `${sha256}.jpg`): NamedPhoto => ({ sha256, fileName });
const [a, b, c] = [photo("a"), photo("b"), photo("c")];

/** Originals in their order, after an upload that says this of a product with a, b, c whose last cell was `a.jpg`. */
function after(names: string[], said: NamedPhoto[]): string {
  const merged = mergePhotos({ cell: "a.jpg", photos: [a, b, c] }, { names, said });
  return merged.map(({ sha256 }) => sha256).join("");
}

test("a cell that says something new orders the photos and drops the others", () => {
  expect(after(["c.jpg", "a.jpg"], [c, a])).toBe("ca");
});

test("the same cell or none takes nothing away, and what was given before changes nothing", () => {
  expect(after(["a.jpg"], [a])).toBe("abc");
  expect(after([], [c, b])).toBe("abc");
  expect(after([], [])).toBe("abc");
});

test("a new file takes the place of the one with its name, further ones follow", () => {
  expect(after([], [photo("x", "폴더/B.JPEG"), photo("y")])).toBe("axcy");
  expect(after(["a.jpg"], [photo("x", "a.jpg")])).toBe("xbc");
});

test("a photo keeps the name it was first given under", () => {
  expect(mergePhotos({ cell: null, photos: [a] }, { names: [], said: [photo("a", "다른 이름.jpg")] })).toEqual([a]);
});

test("a name finds the same path before the same name in another folder", () => {
  const photos = [photo("1", "가/표.jpg"), photo("2", "나/표.jpeg".normalize("NFD")), photo("3", "표.jpg")];
  expect(["표.jpg", "나/표.JPG", "다/표.jpg", "없음.jpg"].map((name) => findNamed(photos, name)?.sha256)).toEqual([
    "3",
    "2",
    "1",
    undefined,
  ]);
});

test("whatever is said, no original stands twice, and the same said again changes nothing", () => {
  const photos = fc.uniqueArray(
    fc.record({ sha256: fc.constantFrom(..."abcdef"), fileName: fc.constantFrom("1.jpg", "2.jpg", "3.jpg") }),
    {
      selector: ({ sha256 }) => sha256,
    },
  );
  fc.assert(
    fc.property(photos, photos, fc.array(fc.constantFrom("1.jpg", "2.jpg")), (before, said, names) => {
      const once = mergePhotos({ cell: null, photos: before }, { names, said });
      expect(new Set(once.map(({ sha256 }) => sha256)).size).toBe(once.length);
      expect(mergePhotos({ cell: photosCell(names), photos: once }, { names, said })).toEqual(once);
    }),
  );
});
