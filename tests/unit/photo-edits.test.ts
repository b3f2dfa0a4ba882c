import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import {
  editedSize,
  editsRecipe,
  noEdits,
  type PhotoEdits,
  straightenedShare,
} from "#app/domain/picture/photo-edits.ts";
import { type RenditionSpec, recipeVersionOf, renditionAddress } from "#app/domain/picture/rendition.ts";
import { sha256Of } from "#app/services/blobs/blob-store.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { blue, colourAt, difference, green, plain, quarters, red, yellow } from "./made-pictures.ts";

const square: RenditionSpec = { key: "square-400", shape: "square", size: 400, format: "jpeg", quality: 95 };
const wide: RenditionSpec = { key: "width-400", shape: "width", size: 400, format: "jpeg", quality: 95 };
const edit = (edits: Partial<PhotoEdits>): PhotoEdits => ({ ...noEdits, ...edits });

/** Red, green, blue, yellow: top left, top right, bottom left, bottom right. */
const photo = await quarters(1200, 800, [red, green, blue, yellow]).jpeg({ quality: 95 }).toBuffer();

async function rendered(spec: RenditionSpec, edits: PhotoEdits, of = photo) {
  const [rendition] = (await renderPhoto(of, [spec], edits)).renditions;
  if (!rendition) throw new Error("nothing rendered");
  return rendition;
}

async function colours(picture: Buffer) {
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  return Promise.all(places.map(([x, y]) => colourAt(picture, x, y)));
}

describe("a photo is", () => {
  it.each([
    [0, [red, green, blue, yellow], [400, 267]],
    [90, [blue, red, yellow, green], [400, 600]],
    [180, [yellow, blue, green, red], [400, 267]],
    [270, [green, yellow, red, blue], [400, 600]],
  ] as const)("turned by %i degrees", async (turn, expected, size) => {
    const { bytes, width, height } = await rendered(wide, edit({ turn }));
    expect([width, height]).toEqual(size);
    for (const [index, colour] of (await colours(bytes)).entries()) {
      expect(difference(colour, expected[index as 0 | 1 | 2 | 3])).toBeLessThan(8);
    }
  });

  it("cropped to what was chosen, of the photo as it is turned", async () => {
    const topRight = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    const crop = await rendered(wide, edit({ crop: topRight }));
    expect(difference(await colourAt(crop.bytes, 0.5, 0.5), green)).toBeLessThan(8);
    expect([crop.width, crop.height]).toEqual([400, 267]);
    const turned = await rendered(wide, edit({ turn: 90, crop: topRight }));
    expect(difference(await colourAt(turned.bytes, 0.5, 0.5), red)).toBeLessThan(8);
  });

  it("cropped from all its pixels, not from a small picture of it", async () => {
    const large = await plain(4000, 3000, red).jpeg().toBuffer();
    const { width } = await rendered(
      { ...wide, size: 1000 },
      edit({ crop: { x: 0.2, y: 0.2, width: 0.25, height: 0.25 } }),
      large,
    );
    expect(width).toBe(1000);
  });

  it("made straight without a slanted corner of white", async () => {
    const { bytes, width, height } = await rendered(
      wide,
      edit({ straighten: 10 }),
      await plain(1200, 800, red).jpeg({ quality: 95 }).toBuffer(),
    );
    expect(width / height).toBeCloseTo(1.5, 1);
    for (const [x, y] of [
      [0.01, 0.01],
      [0.98, 0.01],
      [0.01, 0.98],
      [0.98, 0.98],
    ] as const) {
      expect(difference(await colourAt(bytes, x, y), red)).toBeLessThan(12);
    }
  });

  it("given a white margin within the size that was asked for", async () => {
    const { bytes, width, height } = await rendered(
      square,
      edit({ crop: { x: 0, y: 0, width: 1 / 3, height: 0.5 }, margin: 0.1 }),
    );
    expect([width, height]).toEqual([400, 400]);
    expect(difference(await colourAt(bytes, 0.03, 0.5), [255, 255, 255])).toBeLessThan(4);
    expect(difference(await colourAt(bytes, 0.5, 0.5), red)).toBeLessThan(8);
  });
});

const anyEdits: fc.Arbitrary<PhotoEdits> = fc.record({
  turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
  straighten: fc.double({ min: -15, max: 15, noNaN: true }),
  crop: fc.option(
    fc
      .record({
        x: fc.double({ min: 0, max: 0.9, noNaN: true }),
        y: fc.double({ min: 0, max: 0.9, noNaN: true }),
        width: fc.double({ min: 0.1, max: 1, noNaN: true }),
        height: fc.double({ min: 0.1, max: 1, noNaN: true }),
      })
      .map(({ x, y, width, height }) => ({ x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) })),
  ),
  margin: fc.double({ min: 0, max: 0.25, noNaN: true }),
});

test("whatever the edits, pictures keep to the size they were asked for and nothing is blown up", async () => {
  const small = await quarters(300, 200, [red, green, blue, yellow]).png().toBuffer();
  await fc.assert(
    fc.asyncProperty(anyEdits, async (edits) => {
      const [one, other] = (await renderPhoto(small, [square, wide], edits)).renditions;
      const size = editedSize({ width: 300, height: 200 }, edits);
      expect(one?.width).toBe(one?.height);
      expect(one?.width).toBeLessThanOrEqual(400);
      expect(other?.width).toBeLessThanOrEqual(
        Math.min(400, Math.ceil(size.width + 2 * edits.margin * Math.max(size.width, size.height)) + 1),
      );
      expect((await sharp(one?.bytes).metadata()).width).toBe(one?.width);
    }),
    { numRuns: 40 },
  );
});

test("the slanted corners cost as much as they must", () => {
  expect(straightenedShare({ width: 100, height: 100 }, 0)).toBe(1);
  expect(straightenedShare({ width: 100, height: 100 }, 45)).toBeCloseTo(Math.SQRT1_2);
  expect(straightenedShare({ width: 300, height: 200 }, -10)).toBe(straightenedShare({ width: 300, height: 200 }, 10));
});

test("a new recipe makes a new address: what was made by the old one stays where a mall links it", () => {
  const sha256 = "a".repeat(64);
  const { shape, size, format, quality } = square;
  const addressBy = (version: number) =>
    sha256Of(Buffer.from(JSON.stringify([sha256, {}, shape, size, format, quality, 0, version])));
  expect(renditionAddress(sha256, square)).toBe(addressBy(recipeVersionOf(square)));
  expect(renditionAddress(sha256, square)).not.toBe(addressBy(recipeVersionOf(square) + 1));
});

test("an edit has an address of its own, and none has the address of the photo as it came", () => {
  const sha256 = "a".repeat(64);
  expect(renditionAddress(sha256, square, edit({}))).toBe(renditionAddress(sha256, square));
  expect(editsRecipe(noEdits)).toEqual({});
  const addresses = [edit({}), edit({ turn: 90 }), edit({ straighten: 2 }), edit({ margin: 0.1 })].map((one) =>
    renditionAddress(sha256, square, one),
  );
  expect(new Set(addresses).size).toBe(4);
});
