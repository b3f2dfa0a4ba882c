import { expect, test } from "vitest";
import { isWholeJpeg } from "#app/merchant/photo-queue/is-whole-jpeg.ts";
import { scene } from "./made-pictures.ts";

test("a photo is whole however it is written, also with something behind its end", async () => {
  for (const progressive of [false, true]) {
    const photo = await scene(320, 240, 1).jpeg({ progressive }).withMetadata({ orientation: 6 }).toBuffer();
    expect(isWholeJpeg(photo)).toBe(true);
    expect(isWholeJpeg(Buffer.concat([photo, Buffer.from("a second picture")]))).toBe(true);
  }
});

test("a photo that ends too early, wherever, is not whole", async () => {
  const photo = await scene(320, 240, 2).jpeg().toBuffer();
  for (const share of [0, 0.01, 0.1, 0.5, 0.9, 0.999]) {
    expect([share, isWholeJpeg(photo.subarray(0, Math.floor(photo.length * share)))]).toEqual([share, false]);
  }
});

test("what is no JPEG at all is not whole", async () => {
  expect(isWholeJpeg(await scene(32, 32, 3).png().toBuffer())).toBe(false);
  expect(isWholeJpeg(Buffer.alloc(0))).toBe(false);
});

test("pieces in another order than they were written in are not whole", () => {
  const piece = (restart: number) => [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0 + restart];
  const jpeg = (restarts: number[]) =>
    Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0x00, 0x03, 0x01, ...restarts.flatMap(piece), 0x56, 0xff, 0xd9]);
  const round = [0, 1, 2, 3, 4, 5, 6, 7];
  expect(isWholeJpeg(jpeg([...round, ...round, 0, 1]))).toBe(true);
  expect(isWholeJpeg(jpeg([0, 1, 3]))).toBe(false);
  expect(isWholeJpeg(jpeg([1]))).toBe(false);
});
