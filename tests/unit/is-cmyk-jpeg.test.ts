import { expect, test } from "vitest";
import { isCmykJpeg } from "#app/merchant/photo-queue/is-cmyk-jpeg.ts";
import { scene } from "./made-pictures.ts";

test("a printer's four colours are told from three and one, however the photo is written", async () => {
  for (const progressive of [false, true]) {
    const photo = (seed: number) => scene(160, 120, seed);
    expect(isCmykJpeg(await photo(1).toColourspace("cmyk").jpeg({ progressive }).toBuffer())).toBe(true);
    expect(isCmykJpeg(await photo(2).jpeg({ progressive }).toBuffer())).toBe(false);
    expect(isCmykJpeg(await photo(3).greyscale().jpeg({ progressive }).toBuffer())).toBe(false);
  }
});

test("what is no JPEG, or ends before it says so, is none", async () => {
  const photo = await scene(160, 120, 4).toColourspace("cmyk").jpeg().toBuffer();
  for (const bytes of [Buffer.alloc(0), photo.subarray(0, 20), await scene(32, 32, 5).png().toBuffer()]) {
    expect(isCmykJpeg(bytes)).toBe(false);
  }
});
