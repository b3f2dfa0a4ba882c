import sharp from "sharp";
import { expect, it } from "vitest";
import { noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import { placeholderUrl } from "#app/domain/picture/placeholder.ts";
import { studyPhoto } from "#workers/images/render.ts";
import { blue, colourAt, difference, green, quarters, red, yellow } from "./made-pictures.ts";

async function placeholderOf(photo: Buffer, edits: Partial<PhotoEdits> = {}) {
  const { placeholder } = (await studyPhoto(photo, [])).study;
  const url = placeholderUrl(placeholder, { ...noEdits, ...edits });
  expect(url).toMatch(/^data:image\/png;base64,/);
  expect(url.length).toBeLessThan(600);
  const bytes = Buffer.from(url.split(",")[1] ?? "", "base64");
  const { width, height } = await sharp(bytes).metadata();
  const corners = await Promise.all(
    [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.1, 0.9],
      [0.9, 0.9],
    ].map(async ([x = 0, y = 0]) => colourAt(await sharp(bytes).removeAlpha().png().toBuffer(), x, y)),
  );
  return { width, height, corners };
}

const four = [red, green, blue, yellow] as const;

/** Each the nearest of the four to what stands in that corner. */
function named(corners: number[][]): number[] {
  return corners.map((seen) => {
    const distances = four.map((colour) => difference(seen, colour));
    return distances.indexOf(Math.min(...distances));
  });
}

it("shows a photo's colours where they lie, in 8 pixels", async () => {
  const { width, height, corners } = await placeholderOf(
    await quarters(1600, 1200, [...four])
      .png()
      .toBuffer(),
  );
  expect([width, height]).toEqual([8, 6]);
  expect(named(corners)).toEqual([0, 1, 2, 3]);
});

it.each([
  [90, [6, 8], [2, 0, 3, 1]],
  [180, [8, 6], [3, 2, 1, 0]],
  [270, [6, 8], [1, 3, 0, 2]],
] as const)("is turned by %i degrees as its photo is", async (turn, size, expected) => {
  const photo = await quarters(1600, 1200, [...four])
    .png()
    .toBuffer();
  const { width, height, corners } = await placeholderOf(photo, { turn });
  expect([width, height]).toEqual(size);
  expect(named(corners)).toEqual(expected);
});

it("is cropped as its photo is", async () => {
  const photo = await quarters(1600, 1200, [...four])
    .png()
    .toBuffer();
  const crop = { x: 0.55, y: 0.5, width: 0.45, height: 0.5 };
  expect(named((await placeholderOf(photo, { crop })).corners)).toEqual([3, 3, 3, 3]);
});

it("manages a photo of one pixel and one of a single line", async () => {
  for (const [width, height] of [
    [1, 1],
    [2000, 1],
  ] as const) {
    const photo = await quarters(width, height, [red, red, red, red]).png().toBuffer();
    expect((await placeholderOf(photo)).width).toBeGreaterThan(0);
  }
});
