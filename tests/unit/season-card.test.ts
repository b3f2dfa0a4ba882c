import sharp from "sharp";
import { expect, test } from "vitest";
import { noEdits, unedited } from "#app/domain/picture/photo-edits.ts";
import { seasonCardAddress, seasonCardOf } from "#app/domain/picture/season-card.ts";
import { drawCard } from "#workers/images/season-card/draw-card.ts";
import { blue, type Colour, colourAt, difference, green, plain, quarters, red, yellow } from "./made-pictures.ts";

const photo = (number: number) => unedited(String(number).padStart(64, "0"));
const product = (storeId: string, number: number) => ({ storeId, photo: photo(number) });

test("a season's card shows as many photos as fill a square, of every store one before it shows another of the same", () => {
  const many = Array.from({ length: 7 }, (_, index) => product("market", index));
  const card = seasonCardOf(2026, [
    ...many,
    product("craft", 20),
    { storeId: "other", photo: null },
    product("ten", 30),
  ]);
  expect(card).toEqual({
    year: 2026,
    count: 10,
    photos: [0, 20, 30, 1, 2, 3, 4, 5, 6].map(photo),
  });
  expect(seasonCardOf(2026, many)?.photos).toEqual([0, 1, 2, 3].map(photo));
  for (const few of [1, 2, 3]) {
    expect(seasonCardOf(2026, many.slice(0, few))?.photos).toEqual([0, 1, 2].slice(0, few).map(photo));
  }
  expect(seasonCardOf(2026, [{ storeId: "other", photo: null }])).toBeNull();
  expect(seasonCardOf(2026, [])).toBeNull();
});

test("another year, number, photo or edit of a photo is another address, and nothing else is", () => {
  const card = { year: 2026, count: 4, photos: [1, 2, 3, 4].map(photo) };
  const address = seasonCardAddress(card);
  expect(address).toMatch(/^[0-9a-f]{64}$/);
  expect(seasonCardAddress({ ...card, photos: [1, 2, 3, 4].map(photo) })).toBe(address);
  const others = [
    { ...card, year: 2025 },
    { ...card, count: 5 },
    { ...card, photos: [1, 2, 3, 5].map(photo) },
    { ...card, photos: [2, 1, 3, 4].map(photo) },
    { ...card, photos: [{ ...photo(1), edits: { ...noEdits, turn: 90 as const } }, ...[2, 3, 4].map(photo)] },
  ];
  expect(new Set([address, ...others.map(seasonCardAddress)]).size).toBe(others.length + 1);
});

const words = { above: "서울 작은 가게에서 고른", title: "2026 백선", below: "상품 100가지" };
const jpeg = (colour: Colour, width = 640, height = 480) => plain(width, height, colour).jpeg().toBuffer();

async function darkShare(card: Buffer, left: number, width: number): Promise<number> {
  const grey = await sharp(card).extract({ left, top: 0, width, height: 630 }).greyscale().raw().toBuffer();
  return grey.filter((level) => level < 120).length / grey.length;
}

test("four photos stand in the square on the right, the words on paper on the left", async () => {
  const colours = [red, green, blue, yellow];
  const tiles = await Promise.all(colours.map((colour, index) => jpeg(colour, 640, index % 2 === 0 ? 300 : 900)));
  const { bytes, width, height } = await drawCard({ ...words, tiles });
  expect([width, height]).toEqual([1200, 630]);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });
  for (const [index, colour] of colours.entries()) {
    const [x, y] = [(570 + 157 + 316 * (index % 2)) / 1200, (157 + 316 * Math.floor(index / 2)) / 630];
    expect(difference(await colourAt(bytes, x, y), colour), `tile ${index}`).toBeLessThan(12);
  }
  // Seal and letters, and nothing in the margins beside them.
  expect(await darkShare(bytes, 72, 426)).toBeGreaterThan(0.03);
  expect(await darkShare(bytes, 0, 70)).toBe(0);
  expect(await darkShare(bytes, 500, 68)).toBe(0);
});

test("two photos stand side by side, and of three the first stands above the others", async () => {
  const colours = [red, green, blue];
  const tiles = await Promise.all(colours.map((colour) => jpeg(colour)));
  const seen = async (bytes: Buffer, x: number, y: number) => {
    const colour = await colourAt(bytes, (570 + x * 630) / 1200, y);
    return colours.findIndex((one) => difference(one, colour) < 12);
  };
  const two = (await drawCard({ ...words, tiles: tiles.slice(0, 2) })).bytes;
  const three = (await drawCard({ ...words, tiles })).bytes;
  const corners = [0.05, 0.95].flatMap((y) => [0.05, 0.95].map((x) => [x, y] as const));
  const around = (bytes: Buffer) => Promise.all(corners.map(([x, y]) => seen(bytes, x, y)));
  expect(await around(two)).toEqual([0, 1, 0, 1]);
  expect(await around(three)).toEqual([0, 0, 1, 2]);
});

test("a photo alone fills the square, cut evenly; words that are too long become smaller", async () => {
  const wide = await quarters(1280, 640, [red, green, red, green]).jpeg().toBuffer();
  const { bytes } = await drawCard({ ...words, title: "이천이십육년의 백 가지 물건 모두", tiles: [wide] });
  const left = await colourAt(bytes, 0.6, 0.5);
  const right = await colourAt(bytes, 0.9, 0.5);
  expect([difference(left, red) < 12, difference(right, green) < 12]).toEqual([true, true]);
  expect(await darkShare(bytes, 500, 68)).toBe(0);
});
