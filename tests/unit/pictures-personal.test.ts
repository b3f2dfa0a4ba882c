import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { malls } from "#app/channels/registry.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { detailTemplates } from "#app/domain/detail-page/templates.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { mainWebSet } from "#app/domain/picture/web-set.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { drawPage } from "#workers/images/detail-page/draw-page.ts";
import { renderPhoto } from "#workers/images/render.ts";
import { madeHeic } from "./made-heic.ts";
import { pngChunk, scene } from "./made-pictures.ts";

const secret = "Secret Kim, 37.5665 N";

/** Every picture that web and malls are sent, on detail pages too. */
const specs: RenditionSpec[] = [
  ...mainWebSet,
  ...Object.values(malls).flatMap(({ spec }) => [spec.pictures.main, spec.pictures.extra, spec.detail.photo]),
  { key: "png", shape: "width", size: 200, format: "png", quality: 100 },
];

/** A JPEG with all that phones and programs write: EXIF with GPS, maker's notes and a preview, XMP, IPTC, a profile, a comment, a tail. */
async function telltaleJpeg(): Promise<Buffer> {
  const photo = await scene(900, 700, 5)
    .withExif({
      IFD0: { Make: secret, Artist: secret },
      IFD2: { MakerNote: secret, UserComment: secret },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
    .withIccProfile("p3", { attach: true })
    .jpeg()
    .toBuffer();
  const segment = (marker: number, content: string) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, Buffer.from(content, "latin1")]);
  };
  const iptc = segment(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1a\x1c\x02\x50\0\x15${secret}`);
  const tail = await sharp(photo).resize(80).keepMetadata().jpeg().toBuffer();
  return Buffer.concat([
    photo.subarray(0, 2),
    iptc,
    segment(0xfe, secret),
    photo.subarray(2),
    tail,
    Buffer.from(secret),
  ]);
}

/** With EXIF, position and XMP. */
function telltale(format: "webp" | "avif"): Promise<Buffer> {
  return scene(900, 700, 7)
    .withExif({
      IFD0: { Make: secret, Artist: secret },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
    .toFormat(format)
    .toBuffer();
}

async function telltaleHeic(): Promise<Buffer> {
  const { exif } = await sharp(await telltaleJpeg()).metadata();
  if (!exif) throw new Error("no EXIF");
  const tiles = ["red", "green", "blue", "yellow"] as const;
  return madeHeic({ tiles, columns: 2, exif: Buffer.concat([Buffer.alloc(4), exif.subarray(6)]) });
}

async function telltalePng(): Promise<Buffer> {
  const png = await scene(900, 700, 6).withIccProfile("p3", { attach: true }).png().toBuffer();
  const words = pngChunk("tEXt", Buffer.from(`Author\0${secret}`));
  const packed = pngChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.from(secret))]));
  return Buffer.concat([png.subarray(0, 33), words, packed, png.subarray(33)]);
}

/** Names of all parts of a picture's file, by its format's own rules. */
function partsOf(bytes: Buffer, format: RenditionSpec["format"]): string[] {
  switch (format) {
    case "jpeg":
      return jpegParts(bytes);
    case "webp":
      return chunks(bytes, 12, (at) => [bytes.toString("latin1", at, at + 4), 8 + bytes.readUInt32LE(at + 4)], 2);
    case "png":
      return chunks(bytes, 8, (at) => [bytes.toString("latin1", at + 4, at + 8), 12 + bytes.readUInt32BE(at)], 1);
    case "avif":
      return [
        ...chunks(bytes, 0, (at) => [bytes.toString("latin1", at + 4, at + 8), bytes.readUInt32BE(at)], 1),
        ...["Exif", "mime", "rICC", "prof", "thmb"].filter((kind) => bytes.includes(kind)),
      ];
  }
}

function chunks(bytes: Buffer, start: number, read: (at: number) => [string, number], even: number): string[] {
  const parts: string[] = [];
  for (let at = start; at < bytes.length; ) {
    const [name, length] = read(at);
    if (length <= 0) throw new Error(`a part without length: ${name}`);
    parts.push(name);
    at += Math.ceil(length / even) * even;
  }
  return parts;
}

/** Markers up to the end of the picture; `tail` where anything lies behind it. */
function jpegParts(bytes: Buffer): string[] {
  const parts: string[] = [];
  let at = 2;
  for (; bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) parts.push((bytes[at + 1] ?? 0).toString(16));
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at);
  return end === bytes.length - 2 ? parts : [...parts, "tail"];
}

const harmless: Record<RenditionSpec["format"], string[]> = {
  // JFIF, and what a decoder needs: tables, frame, restart interval.
  jpeg: ["e0", "db", "c0", "c4", "dd"],
  webp: ["VP8 ", "VP8L"],
  png: ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"],
  avif: ["ftyp", "meta", "mdat"],
};

describe.each<[string, () => Promise<Buffer>]>([
  ["JPEG", telltaleJpeg],
  ["PNG", telltalePng],
  ["WebP", () => telltale("webp")],
  ["AVIF", () => telltale("avif")],
  ["HEIC", telltaleHeic],
])("of a %s that tells all about its maker", (_, make) => {
  it("no picture that leaves us tells anything", async () => {
    const photo = await make();
    expect(photo.includes(secret)).toBe(true);
    const { renditions } = await renderPhoto(photo, specs);
    expect(renditions).toHaveLength(specs.length);
    for (const { bytes, spec } of renditions) {
      for (const part of partsOf(bytes, spec.format)) expect(harmless[spec.format], spec.key).toContain(part);
      expect(bytes.includes("Secret")).toBe(false);
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, icc, xmp, iptc, orientation], spec.key).toEqual(Array(5).fill(undefined));
    }
  });
});

describe.each<[string, () => Promise<Buffer>]>([
  ["JPEG", telltaleJpeg],
  ["PNG", telltalePng],
])("drawn of a %s that tells all about its maker", (_, make) => {
  it.each(detailTemplates)("no slice of a detail page tells anything: %s", async (template) => {
    const photos = [await make()];
    const product = readyProduct({ photos: readyProduct().photos.slice(0, 1) });
    const limits = { width: 780, maximumHeight: 1_500, maximumBytes: 3_000_000 };
    const slices = await drawPage({ template, blocks: buildPage(product, template), photos, ...limits });
    expect(slices.length).toBeGreaterThan(1);
    const [empty] = await drawPage({
      template,
      blocks: [{ kind: "heading", text: "상품 정보" }],
      photos: [],
      ...limits,
    });
    for (const { bytes } of slices) {
      // The canvas says of all its pictures that they are sRGB.
      for (const part of partsOf(bytes, "jpeg")) expect([...harmless.jpeg, "e2"]).toContain(part);
      expect(bytes.includes("Secret")).toBe(false);
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual(Array(4).fill(undefined));
      expect(icc).toEqual((await sharp(empty?.bytes).metadata()).icc);
    }
  });
});

it("the reader finds what is there", async () => {
  expect(jpegParts(await telltaleJpeg())).toEqual(expect.arrayContaining(["e1", "e2", "ed", "fe", "tail"]));
  expect(partsOf(await telltalePng(), "png")).toEqual(expect.arrayContaining(["iCCP", "tEXt", "zTXt"]));
});
