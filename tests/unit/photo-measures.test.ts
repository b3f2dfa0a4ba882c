import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { findPhotoFlaws } from "#app/domain/picture/photo-measures.ts";
import { findHints } from "#app/domain/product/hints.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { studyPhoto } from "#workers/images/render.ts";
import { blue, type Colour, noise, plain, quarters, red, yellow } from "./made-pictures.ts";

const wood: Colour = [176, 148, 116];
const white: Colour = [255, 255, 255];

/** A coloured thing in the middle, a third of the photo wide. */
async function thingOn(background: Colour, size = 1280): Promise<Buffer> {
  const side = Math.round(size / 3);
  const thing = await quarters(side, side, [red, blue, yellow, [90, 120, 60]])
    .png()
    .toBuffer();
  return plain(size, Math.round(size * 0.75), background)
    .composite([{ input: thing }])
    .png()
    .toBuffer();
}

const measure = async (photo: Buffer) => (await studyPhoto(photo, [])).study.measures;
const flawsOf = async (photo: Buffer) => findPhotoFlaws(await measure(photo));

describe("what a photo is measured for", () => {
  it("finds nothing wrong with a clear photo, on wood or on white", async () => {
    expect(await flawsOf(await thingOn(wood))).toEqual([]);
    expect(await flawsOf(await thingOn(white))).toEqual([]);
  });

  it("a blur, and not a smooth thing, makes it blurred", async () => {
    expect(
      await flawsOf(
        await sharp(await thingOn(wood))
          .blur(6)
          .png()
          .toBuffer(),
      ),
    ).toEqual(["blurred"]);
  });

  it("little light makes it dark, and not blurred", async () => {
    expect(
      await flawsOf(
        await sharp(await thingOn(wood))
          .linear(0.25, 0)
          .png()
          .toBuffer(),
      ),
    ).toEqual(["dark"]);
  });

  it("a lamp in the middle makes it burnt", async () => {
    const lamp = await plain(800, 700, white).png().toBuffer();
    const photo = sharp(await thingOn(wood)).composite([{ input: lamp }]);
    expect(await flawsOf(await photo.png().toBuffer())).toEqual(["burnt"]);
  });

  it("a photo too light makes it burnt, also when the wall around it has become white", async () => {
    const light = sharp(await thingOn(wood)).linear(2.6, 30);
    expect(await flawsOf(await light.png().toBuffer())).toContain("burnt");
    const pale = sharp(await thingOn([239, 231, 218])).linear(2.6, 30);
    expect(await flawsOf(await pale.png().toBuffer())).toContain("burnt");
  });

  it("a thing that was cut out is not burnt where nothing of it is", async () => {
    const ring = await quarters(600, 600, [red, blue, yellow, red]).png().toBuffer();
    const hole = await sharp({ create: { width: 520, height: 520, channels: 4, background: "#000000ff" } })
      .png()
      .toBuffer();
    const cutOut = await sharp(ring)
      .ensureAlpha()
      .composite([{ input: hole, blend: "dest-out" }])
      .extend({ left: 300, right: 300, top: 150, bottom: 150, background: "#ffffff00" })
      .png()
      .toBuffer();
    expect((await sharp(cutOut).stats()).channels[3]?.min).toBe(0);
    expect((await measure(cutOut)).burnt).toBeLessThan(0.05);
    // On white it cannot be known: the same might be the shine of a lamp.
    expect(
      (await measure(await sharp(cutOut).flatten({ background: "white" }).png().toBuffer())).burnt,
    ).toBeGreaterThan(0.5);
  });

  it("a dark thing in good light is not a dark photo", async () => {
    const thing = await plain(700, 600, [28, 26, 30]).png().toBuffer();
    const photo = plain(1280, 960, [120, 116, 110]).composite([{ input: thing }]);
    expect(await flawsOf(await photo.png().toBuffer())).not.toContain("dark");
  });

  it("a crowded shelf behind it makes the background busy", async () => {
    const shelf = await noise(160, 120, 3).resize(1280, 960, { kernel: "nearest" }).png().toBuffer();
    const thing = await plain(700, 500, wood).png().toBuffer();
    const photo = sharp(shelf).composite([{ input: thing }]);
    expect(await flawsOf(await photo.png().toBuffer())).toEqual(["busy_background"]);
  });

  it("does not depend on how many pixels the camera has", async () => {
    const [small, large] = [await measure(await thingOn(wood, 1280)), await measure(await thingOn(wood, 4000))];
    expect(large.brightness).toBeCloseTo(small.brightness, 0);
    expect(large.busyBorder).toBeCloseTo(small.busyBorder, 2);
  });

  it("survives a photo of one pixel and one of a single line", async () => {
    expect(Object.values(await measure(await plain(1, 1, red).png().toBuffer())).every(Number.isFinite)).toBe(true);
    expect(Object.values(await measure(await plain(900, 2, red).png().toBuffer())).every(Number.isFinite)).toBe(true);
  });
});

describe("hints of photos", () => {
  it("name the first photo with each flaw, once", async () => {
    const dark = await measure(
      await sharp(await thingOn(wood))
        .linear(0.25, 0)
        .png()
        .toBuffer(),
    );
    const clear = await measure(await thingOn(wood));
    const photos = [clear, dark, dark].map((measures, index) => ({
      sha256: `${index}`.repeat(64),
      width: 1600,
      height: 1200,
      edits: noEdits,
      measures,
      caption: "",
    }));
    const hints = findHints(readyProduct({ photos }), { otherPrices: [] });
    expect(hints.filter(({ code }) => code.startsWith("hint.photo_"))).toMatchObject([
      { code: "hint.photo_dark", severity: "warning", path: { photo: "1".repeat(64) }, params: { number: 2 } },
    ]);
  });
});
