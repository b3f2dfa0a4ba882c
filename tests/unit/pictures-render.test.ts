import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import type { RenditionFormat, RenditionSpec } from "#app/domain/picture/rendition.ts";
import { webSet } from "#app/domain/picture/web-set.ts";
import { PhotoFault } from "#workers/images/decode.ts";
import { hammingDistance } from "#workers/images/hashes.ts";
import { renderPhoto, studyPhoto } from "#workers/images/render.ts";
import { blue, colourAt, difference, green, noise, plain, quarters, red, scene, yellow } from "./made-pictures.ts";

function square(size: number, more: Partial<RenditionSpec> = {}): RenditionSpec {
  return { key: `square-${size}`, shape: "square", size, format: "jpeg", quality: 90, ...more };
}
function width(size: number, more: Partial<RenditionSpec> = {}): RenditionSpec {
  return { key: `width-${size}`, shape: "width", size, format: "jpeg", quality: 90, ...more };
}

async function renderOne(bytes: Buffer, spec: RenditionSpec) {
  const [rendition] = (await renderPhoto(bytes, [spec])).renditions;
  if (!rendition) throw new Error("nothing rendered");
  return rendition;
}

const white = [255, 255, 255];
const corners = {
  topLeft: [0.25, 0.25],
  topRight: [0.75, 0.25],
  bottomLeft: [0.25, 0.75],
  bottomRight: [0.75, 0.75],
} as const;

describe("upright", () => {
  // What lies top left, top right, bottom left, bottom right once a picture stored as red, green, blue, yellow is turned.
  const turns = [
    [1, red, green, blue, yellow],
    [2, green, red, yellow, blue],
    [3, yellow, blue, green, red],
    [4, blue, yellow, red, green],
    [5, red, blue, green, yellow],
    [6, blue, red, yellow, green],
    [7, yellow, green, blue, red],
    [8, green, yellow, red, blue],
  ] as const;

  it.each(turns)("turn %i of EXIF", async (orientation, ...expected) => {
    const stored = quarters(1800, 1200, [red, green, blue, yellow]);
    const photo = await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const { bytes, width: wide, height } = await renderOne(photo, width(400));
    expect([wide, height]).toEqual(orientation < 5 ? [400, 267] : [400, 600]);
    for (const [index, [x, y]] of Object.values(corners).entries()) {
      expect(difference(await colourAt(bytes, x, y), expected[index as 0 | 1 | 2 | 3])).toBeLessThan(8);
    }
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
  });
});

describe("colours come out as they were meant", () => {
  const colours = [red, green, blue, yellow] as const;
  const sources: [string, (picture: Sharp) => Sharp, number][] = [
    ["sRGB with its profile", (picture) => picture.withIccProfile("srgb").jpeg({ quality: 98 }), 5],
    ["Display P3", (picture) => picture.withIccProfile("p3").jpeg({ quality: 98 }), 5],
    ["Display P3 in a PNG", (picture) => picture.withIccProfile("p3").png(), 5],
    ["16 bits", (picture) => picture.toColourspace("rgb16").png(), 5],
    ["a palette", (picture) => picture.png({ palette: true }), 5],
    ["GIF", (picture) => picture.gif(), 5],
    ["WebP", (picture) => picture.webp({ quality: 95 }), 8],
    ["AVIF", (picture) => picture.avif({ quality: 80 }), 8],
  ];

  it.each(sources)("%s", async (_, save, tolerance) => {
    const photo = await save(quarters(800, 800, colours)).toBuffer();
    const { bytes } = await renderOne(photo, square(300, { quality: 98 }));
    for (const [index, [x, y]] of Object.values(corners).entries()) {
      expect(difference(await colourAt(bytes, x, y), colours[index as 0 | 1 | 2 | 3])).toBeLessThanOrEqual(tolerance);
    }
  });

  it("CMYK", async () => {
    const photo = await plain(200, 200, red).withIccProfile("cmyk").jpeg({ quality: 98 }).toBuffer();
    expect((await sharp(photo).metadata()).space).toBe("cmyk");
    const { bytes } = await renderOne(photo, square(100));
    const rendered = await colourAt(bytes, 0.5, 0.5);
    expect(difference(rendered, await colourAt(photo, 0.5, 0.5))).toBeLessThan(5);
    // Ink cannot print this red quite: the way there and back costs a little.
    expect(difference(rendered, red)).toBeLessThan(40);
  });

  it("really has Display P3 numbers to convert", async () => {
    const photo = await plain(100, 100, red).withIccProfile("p3").png().toBuffer();
    const { data } = await sharp(photo, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
    expect(difference([...data.subarray(0, 3)], red)).toBeGreaterThan(15);
  });

  it("greyscale", async () => {
    const photo = await plain(300, 200, [128, 128, 128]).greyscale().jpeg().toBuffer();
    expect(
      difference(await colourAt((await renderOne(photo, width(100))).bytes, 0.5, 0.5), [128, 128, 128]),
    ).toBeLessThan(4);
  });

  it("transparent parts become white", async () => {
    const photo = await sharp({ create: { width: 400, height: 400, channels: 4, background: "#00000000" } })
      .composite([{ input: await plain(200, 200, red).png().toBuffer(), left: 100, top: 100 }])
      .png()
      .toBuffer();
    const { bytes } = await renderOne(photo, square(200));
    expect(difference(await colourAt(bytes, 0.05, 0.05), white)).toBeLessThan(4);
    expect(difference(await colourAt(bytes, 0.5, 0.5), red)).toBeLessThan(8);
  });
});

describe("shape", () => {
  it("pads a wide photo with white, whole and in the middle", async () => {
    const { bytes, ...size } = await renderOne(await plain(1600, 400, blue).jpeg().toBuffer(), square(800));
    expect(size).toMatchObject({ width: 800, height: 800, mediaType: "image/jpeg" });
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 800, height: 800 });
    expect(difference(await colourAt(bytes, 0.5, 0.3), white)).toBeLessThan(4);
    expect(difference(await colourAt(bytes, 0.02, 0.5), blue)).toBeLessThan(8);
    expect(difference(await colourAt(bytes, 0.5, 0.7), white)).toBeLessThan(4);
  });

  it("never blows a photo up", async () => {
    const photo = await plain(300, 120, green).jpeg().toBuffer();
    const { renditions } = await renderPhoto(photo, [square(1000), width(1280), square(200)]);
    expect(renditions.map(({ width: wide, height }) => [wide, height])).toEqual([
      [300, 300],
      [300, 120],
      [200, 200],
    ]);
  });

  it("manages one pixel, and a strip", async () => {
    const dot = await renderPhoto(await plain(1, 1, red).png().toBuffer(), [square(1000), width(320)]);
    expect(dot.renditions.map((one) => one.width)).toEqual([1, 1]);
    const strip = await renderPhoto(await plain(4000, 2, red).png().toBuffer(), [square(500), width(320)]);
    expect(strip.renditions.map(({ width: wide, height }) => [wide, height])).toEqual([
      [500, 500],
      [320, 1],
    ]);
  });

  it("manages a whole page as one picture, higher than WebP and AVIF can be", async () => {
    const page = await plain(640, 17_000, red).jpeg().toBuffer();
    const { renditions } = await renderPhoto(page, [
      width(640),
      ...(["webp", "avif"] as const).map((format) => ({ ...width(640), format })),
    ]);
    expect(renditions.map(({ width: wide, height }) => [wide, height])).toEqual([
      [640, 17_000],
      [617, 16_383],
      [617, 16_384],
    ]);
  });

  it("gives the web's own set in its order, true to its formats", async () => {
    const { renditions } = await renderPhoto(await scene(1500, 1125, 3).jpeg().toBuffer(), [...webSet]);
    expect(renditions.map((one) => one.spec)).toEqual([...webSet]);
    for (const { bytes, spec, width: wide, height, mediaType } of renditions) {
      expect(mediaType).toBe(`image/${spec.format}`);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: wide, height, mediaType });
      expect([wide, height]).toEqual([spec.size, (spec.size * 3) / 4]);
    }
  });
});

describe("bytes", () => {
  it("keeps to the limit by lowering quality", async () => {
    const photo = await noise(700, 700).jpeg({ quality: 95 }).toBuffer();
    const free = await renderOne(photo, square(600));
    const maxBytes = Math.floor(free.bytes.length * 0.6);
    const bound = await renderOne(photo, square(600, { maxBytes }));
    expect(bound.bytes.length).toBeLessThanOrEqual(maxBytes);
    expect(bound.bytes.length).toBeGreaterThan(maxBytes / 2);
    expect([bound.width, bound.height]).toEqual([600, 600]);
  });

  it("says so when no quality would do", async () => {
    const photo = await noise(700, 700).jpeg().toBuffer();
    await expect(renderPhoto(photo, [square(600, { maxBytes: 10_000 })])).rejects.toMatchObject({
      issue: { code: "photo.too_large", params: { limit: 0.01 } },
    });
  });

  it.each<RenditionFormat>(["jpeg", "webp", "avif", "png"])("has nothing personal in %s", async (format) => {
    const photo = await scene(400, 300, 5)
      .withExif({
        IFD0: { Make: "Secretphone", Artist: "Secret Kim" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Secret</secret></x:xmpmeta>')
      .withIccProfile("p3", { attach: true })
      .jpeg()
      .toBuffer();
    expect(photo.includes("Secretphone")).toBe(true);
    const { bytes } = await renderOne(photo, width(200, { format }));
    const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({ exif: undefined, icc: undefined, xmp: undefined, iptc: undefined });
    expect(bytes.includes("ecret")).toBe(false);
  });

  it.each<[string, Partial<PhotoEdits>]>([
    ["as it came", {}],
    ["cropped", { crop: { x: 0.2, y: 0.1, width: 0.5, height: 0.6 } }],
    ["turned, with a margin", { turn: 90, margin: 0.1 }],
  ])("are the same whatever else is made of the photo: %s", async (_, edits) => {
    const stored = await noise(300, 400, 7).resize(1800, 2400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const specs = [width(2048), square(1000), width(1280), width(860), width(640), width(320), square(300)];
    const given = { ...noEdits, ...edits };
    const all = (await renderPhoto(stored, specs, given)).renditions.map(({ sha256 }) => sha256);
    const alone: string[] = [];
    for (const spec of specs.toReversed()) {
      const [rendition] = (await renderPhoto(stored, [spec], given)).renditions;
      alone.unshift(rendition?.sha256 ?? "");
    }
    expect(alone).toEqual(all);
    const { renditions } = await studyPhoto(stored, specs);
    if (Object.keys(edits).length === 0) expect(renditions.map(({ sha256 }) => sha256)).toEqual(all);
  });
});

describe("broken inside", () => {
  it("finds a JPEG whose scan holds other bytes", async () => {
    const photo = await noise(600, 600).jpeg().toBuffer();
    photo.fill(0xff, photo.length >> 1, (photo.length >> 1) + 400);
    photo.set([0xff, 0xd9], photo.length - 2);
    await expect(renderPhoto(photo, [width(200)])).rejects.toSatisfy(
      (error) => error instanceof PhotoFault && error.issue.code === "photo.corrupted",
    );
  });
});

describe("hashes", () => {
  it("know a photo again after resizing and recompressing, and tell others apart", async () => {
    const hashOf = async (bytes: Buffer) => (await studyPhoto(bytes, [])).study.perceptualHash;
    const photo = await scene(1600, 1200, 11).jpeg({ quality: 95 }).toBuffer();
    const original = await hashOf(photo);
    const again = await hashOf(await sharp(photo).resize(500).jpeg({ quality: 40 }).toBuffer());
    const brighter = await hashOf(await sharp(photo).linear(0.9, 20).webp().toBuffer());
    const other = await hashOf(await scene(1600, 1200, 12).jpeg().toBuffer());
    expect(hammingDistance(original, again)).toBeLessThanOrEqual(4);
    expect(hammingDistance(original, brighter)).toBeLessThanOrEqual(8);
    expect(hammingDistance(original, other)).toBeGreaterThan(18);
    expect(BigInt.asIntN(64, original)).toBe(original);
  });

  it("give a placeholder of a few bytes", async () => {
    const { placeholder } = (await studyPhoto(await scene(900, 600, 2).jpeg().toBuffer(), [])).study;
    expect(placeholder.length).toBeGreaterThan(4);
    expect(placeholder.length).toBeLessThan(40);
  });
});
