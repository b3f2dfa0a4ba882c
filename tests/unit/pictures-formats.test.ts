import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { attachProfile } from "#workers/images/colour-profile.ts";
import { inspectPhoto } from "#workers/images/inspect.ts";
import { renderPhoto, studyPhoto } from "#workers/images/render.ts";
import { adobeGamma, adobeRgb, type ColourSpace, deltaE, displayP3, inSRgb, madeProfile } from "./colours.ts";
import { type HeicRecipe, madeHeic } from "./made-heic.ts";
import { blue, type Colour, colourAt, green, plain, quarters, red, yellow } from "./made-pictures.ts";

/** Lossless, so that only colour is judged. */
const whole: RenditionSpec = { key: "whole", shape: "width", size: 400, format: "png", quality: 100 };

async function renderOne(bytes: Buffer) {
  const [rendition] = (await renderPhoto(bytes, [whole])).renditions;
  if (!rendition) throw new Error("nothing rendered");
  return rendition;
}

async function cornersOf(bytes: Buffer): Promise<number[][]> {
  const picture = await renderOne(bytes);
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  return Promise.all(places.map(([x, y]) => colourAt(picture.bytes, x, y)));
}

function expectColours(seen: number[][], meant: readonly (readonly number[])[], within: number): void {
  for (const [index, colour] of meant.entries()) {
    const distance = deltaE(seen[index] ?? [], colour);
    expect(distance, `${index}: ${seen[index]} is not ${colour.map(Math.round)}`).toBeLessThan(within);
  }
}

const tiles = ["red", "green", "blue", "yellow"] as const;

describe("HEIC, as iPhones and newer Galaxies save", () => {
  it("of one picture", async () => {
    const photo = madeHeic({ tiles: ["blue"] });
    expect(await inspectPhoto(photo, "one.heic")).toMatchObject({
      ok: true,
      photo: { mediaType: "image/heic", width: 64, height: 64 },
    });
    expectColours(await cornersOf(photo), [blue, blue, blue, blue], 2);
  });

  it("of tiles, the last of them showing only in part", async () => {
    const photo = madeHeic({ tiles, columns: 2, shown: { width: 120, height: 100 } });
    expect(await inspectPhoto(photo, "grid.heic")).toMatchObject({ photo: { width: 120, height: 100 } });
    expect(await renderOne(photo)).toMatchObject({ width: 120, height: 100 });
    expectColours(await cornersOf(photo), [red, green, blue, yellow], 2);
  });

  // What lies top left, top right, bottom left, bottom right.
  it.each<[string, Partial<HeicRecipe>, ...Colour[]]>([
    ["turned a quarter to the left", { turns: 1 }, green, yellow, red, blue],
    ["turned upside down", { turns: 2 }, yellow, blue, green, red],
    ["turned a quarter to the right", { turns: 3 }, blue, red, yellow, green],
    ["mirrored", { mirrored: "left-right" }, green, red, yellow, blue],
    ["mirrored upside down", { mirrored: "top-bottom" }, blue, yellow, red, green],
  ])("%s", async (_, recipe, ...expected) => {
    const photo = madeHeic({ tiles, columns: 2, shown: { width: 120, height: 100 }, ...recipe });
    const onSide = (recipe.turns ?? 0) % 2 === 1;
    const size = onSide ? { width: 100, height: 120 } : { width: 120, height: 100 };
    expect(await inspectPhoto(photo, "turned.heic")).toMatchObject({ photo: size });
    expect(await renderOne(photo)).toMatchObject(size);
    expectColours(await cornersOf(photo), expected, 2);
  });

  it("in Display P3", async () => {
    const photo = madeHeic({ tiles, columns: 2, turns: 2, iccProfile: await p3Profile() });
    const meant = [yellow, blue, green, red].map((colour) => inSRgb(colour, displayP3));
    expectColours(await cornersOf(photo), meant, 4);
  });

  it.each([
    ["sRGB's", 13],
    ["video's", 1],
  ])("in Display P3 by numbers alone, with %s curve", async (_, curve) => {
    const photo = madeHeic({ tiles, columns: 2, turns: 2, nclx: [12, curve] });
    const meant = [yellow, blue, green, red].map((colour) => inSRgb(colour, displayP3));
    expectColours(await cornersOf(photo), meant, 4);
  });

  it.each<[string, Partial<HeicRecipe>]>([
    ["sRGB by numbers", { nclx: [1, 13] }],
    // What it looks like depends on the screen; nothing is guessed.
    ["HDR's curve", { nclx: [12, 16] }],
    ["numbers of a picture that is not shown", { stray: "yellow", strayNclx: [12, 13] }],
  ])("as it is: %s", async (_, recipe) => {
    const photo = madeHeic({ tiles, columns: 2, ...recipe });
    expectColours(await cornersOf(photo), [red, green, blue, yellow], 2);
  });

  it("is not turned a second time by what EXIF says", async () => {
    const exif = await sharp(await plain(8, 8, red).withMetadata({ orientation: 6 }).jpeg().toBuffer()).metadata();
    const photo = madeHeic({
      tiles,
      columns: 2,
      turns: 3,
      exif: Buffer.concat([Buffer.alloc(4), exif.exif?.subarray(6) ?? Buffer.alloc(0)]),
    });
    expectColours(await cornersOf(photo), [blue, red, yellow, green], 2);
  });

  it("of several pictures: the one that the file calls its own", async () => {
    const photo = madeHeic({ tiles, columns: 2, stray: "yellow" });
    expectColours(await cornersOf(photo), [red, green, blue, yellow], 2);
  });

  it("broken: said, and never half a picture", async () => {
    const photo = madeHeic({ tiles, columns: 2 });
    expect(await inspectPhoto(photo.subarray(0, photo.length - 20), "cut.heic")).toMatchObject({
      issue: { code: "photo.corrupted" },
    });
    const scrambled = Buffer.from(photo);
    scrambled.fill(0xff, photo.length - 120);
    await expect(renderPhoto(scrambled, [whole])).rejects.toMatchObject({ issue: { code: "photo.corrupted" } });
  });
});

async function p3Profile(): Promise<Buffer> {
  const { icc } = await sharp(await plain(8, 8, red).withIccProfile("p3").png().toBuffer()).metadata();
  if (!icc) throw new Error("no profile");
  return icc;
}

describe("colours beside a reference that is not ours", () => {
  const spaces: [ColourSpace, () => Promise<Buffer> | Buffer][] = [
    [displayP3, p3Profile],
    [adobeRgb, () => madeProfile(adobeRgb, adobeGamma)],
  ];
  const colours: [Colour, Colour, Colour, Colour] = [red, green, [128, 128, 128], [90, 60, 30]];

  it.each(spaces)("$name by its definition", async (space, profileOf) => {
    const stored = await quarters(800, 600, colours).png().toBuffer();
    const photo = attachProfile(stored, await profileOf());
    expect((await sharp(photo).metadata()).icc).toBeDefined();
    expectColours(
      await cornersOf(photo),
      colours.map((colour) => inSRgb(colour, space)),
      3,
    );
    // Taken for sRGB it would look otherwise.
    expect(deltaE(inSRgb(green, space), green)).toBeGreaterThan(5);
  });

  // What Little CMS, as ImageMagick 6 calls it, makes of the same files: perceptual, with black point compensation.
  it.each<[string, Colour, Colour]>([
    ["red", red, [215, 38, 35]],
    ["green", green, [62, 159, 59]],
    ["blue", blue, [35, 60, 137]],
    ["yellow", yellow, [235, 212, 35]],
  ])("CMYK %s", async (_, colour, reference) => {
    const photo = await plain(64, 64, colour).withIccProfile("cmyk").jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(photo).metadata()).space).toBe("cmyk");
    expectColours([await colourAt((await renderOne(photo)).bytes, 0.5, 0.5)], [reference], 7);
  });

  it("CMYK without a profile", async () => {
    const photo = await plain(64, 64, green).withIccProfile("cmyk").jpeg({ quality: 100 }).keepMetadata().toBuffer();
    const bare = withoutProfile(photo);
    expect(await sharp(bare).metadata()).toMatchObject({ space: "cmyk", hasProfile: false });
    expectColours([await colourAt((await renderOne(bare)).bytes, 0.5, 0.5)], [green], 30);
  });

  it("AVIF in Display P3 by numbers alone", async () => {
    const stored = await quarters(400, 400, colours).avif({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
    const photo = withNumbers(stored, [12, 13]);
    expect((await sharp(photo).metadata()).icc).toBeUndefined();
    expectColours(
      await cornersOf(photo),
      colours.map((colour) => inSRgb(colour, displayP3)),
      4,
    );
  });

  it("16 bits in Display P3", async () => {
    const stored = await quarters(400, 400, colours).toColourspace("rgb16").png().toBuffer();
    const photo = attachProfile(stored, await p3Profile());
    expect((await sharp(photo).metadata()).depth).toBe("ushort");
    expectColours(
      await cornersOf(photo),
      colours.map((colour) => inSRgb(colour, displayP3)),
      3,
    );
  });

  it("greyscale with transparency", async () => {
    const photo = await plain(60, 60, [90, 90, 90]).ensureAlpha(0.5).toColourspace("b-w").png().toBuffer();
    expect((await sharp(photo).metadata()).channels).toBe(2);
    expectColours([await colourAt((await renderOne(photo)).bytes, 0.5, 0.5)], [[172, 172, 172]], 2);
  });
});

/** The same AVIF whose only picture has one property more. sharp writes its boxes in this order, with places of four bytes. */
function withNumbers(avif: Buffer, [primaries, curve]: readonly [number, number]): Buffer {
  const colours = Buffer.from([0, 0, 0, 19, ...Buffer.from("colrnclx"), 0, primaries, 0, curve, 0, 6, 0x80]);
  const found = (type: string) => avif.indexOf(type, 0, "latin1") - 4;
  const [meta = 0, places = 0, properties = 0, list = 0, owners = 0] = ["meta", "iloc", "iprp", "ipco", "ipma"].map(
    found,
  );
  const grown = colours.length + 1;
  const enlarge = (at: number, by: number) => avif.writeUInt32BE(avif.readUInt32BE(at) + by, at);
  for (const [at, by] of [
    [meta, grown],
    [properties, grown],
    [list, colours.length],
    [owners, 1],
  ] as const)
    enlarge(at, by);
  // Where the bytes of its one item begin.
  enlarge(places + 20, grown);
  let count = 0;
  for (let at = list + 8; at < owners; at += avif.readUInt32BE(at)) count += 1;
  const counter = owners + 18;
  avif.writeUInt8(avif.readUInt8(counter) + 1, counter);
  const end = owners + avif.readUInt32BE(owners) - 1;
  return Buffer.concat([
    avif.subarray(0, owners),
    colours,
    avif.subarray(owners, end),
    Buffer.from([count + 1]),
    avif.subarray(end),
  ]);
}

/** The same JPEG without its ICC segments. */
function withoutProfile(jpeg: Buffer): Buffer {
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  for (; jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] !== 0xe2) kept.push(jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2)));
  }
  return Buffer.concat([...kept, jpeg.subarray(at)]);
}

describe("moving pictures", () => {
  const frames = async () => {
    const pixels = await Promise.all([red, green, blue].map((colour) => plain(80, 60, colour).raw().toBuffer()));
    return sharp(Buffer.concat(pixels), { raw: { width: 80, height: 180, channels: 3, pageHeight: 60 } });
  };

  it.each(["gif", "webp"] as const)("%s: the first frame, and the measures say that it moved", async (format) => {
    const photo = await (await frames()).toFormat(format, { quality: 95 }).toBuffer();
    expect((await sharp(photo).metadata()).pages).toBe(3);
    const { study } = await studyPhoto(photo, [whole]);
    expect(study.measures.frames).toBe(3);
    expectColours(await cornersOf(photo), [red, red, red, red], 4);
  });

  it("a still picture has one", async () => {
    const photo = await plain(80, 60, red).webp().toBuffer();
    expect((await studyPhoto(photo, [])).study.measures.frames).toBe(1);
  });
});
