import { expect, test } from "vitest";
import { subjectOf } from "#workers/images/find-subject.ts";

const [width, height] = [96, 72];

/** `colourAt`: what is seen at a place, given in pixels. */
function picture(colourAt: (x: number, y: number) => readonly [number, number, number]): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    return colourAt(pixel % width, Math.floor(pixel / width))[index % 3] ?? 0;
  });
}

const inRound = (x: number, y: number) => (x - 30) ** 2 + (y - 40) ** 2 < 15 ** 2;

test.each([
  ["a plain wall", () => [230, 225, 215] as const],
  ["a wall and a table", (_: number, y: number) => (y < 40 ? ([225, 220, 210] as const) : ([170, 130, 90] as const))],
  ["a lamp's light", (x: number, y: number) => [240 - x, 235 - x, 225 - x - y / 2] as const],
])("a round thing before %s lies in the box, and little else", (_, background) => {
  const box = subjectOf(
    picture((x, y) => (inRound(x, y) ? [40, 60, 160] : background(x, y))),
    width,
    height,
  );
  if (!box) throw new Error("nothing found");
  // From 16, 26 to 45, 55.
  expect(box.x * width).toBeLessThanOrEqual(16);
  expect(box.y * height).toBeLessThanOrEqual(26);
  expect((box.x + box.width) * width).toBeGreaterThanOrEqual(45);
  expect((box.y + box.height) * height).toBeGreaterThanOrEqual(55);
  expect(box.width * box.height * width * height).toBeLessThan(1.8 * 30 * 30);
});

test.each([
  ["an empty wall", () => [200, 200, 200] as const],
  ["a picture of one pixel's height", () => [200, 0, 0] as const],
])("nothing stands out in %s", (name, colourAt) => {
  expect(subjectOf(picture(colourAt), width, name.includes("one pixel") ? 1 : height)).toBeNull();
});
