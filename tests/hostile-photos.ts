import { deflateSync } from "node:zlib";
import sharp from "sharp";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { madeHeic } from "./unit/made-heic.ts";
import { claimJpegSize, claimPngSize, noise, plain, pngChunk, red, scene } from "./unit/made-pictures.ts";

export interface HostilePhoto {
  name: string;
  /** Null: taken, and harmless. */
  refusedAs: IssueCode | null;
  bytes(): Promise<Buffer> | Buffer;
}

/** What somebody could send to break or to stop us, and what breaks on its way: each a file of our own making. */
export const hostilePhotos: readonly HostilePhoto[] = [
  { name: "a PNG of 30,000² pixels in 100 kB", refusedAs: "photo.too_many_pixels", bytes: () => emptyPng(30_000) },
  { name: "a PNG of 16,000² pixels", refusedAs: "photo.too_many_pixels", bytes: () => emptyPng(16_000) },
  {
    name: "an interlaced PNG of 12,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimPngSize(await plain(8, 8, red).png({ progressive: true }).toBuffer(), 12_000, 12_000),
  },
  {
    name: "a PNG that claims more than it holds",
    refusedAs: "photo.corrupted",
    bytes: async () => claimPngSize(await plain(8, 8, red).png().toBuffer(), 6_000, 6_000),
  },
  {
    name: "a PNG with 200 MB of words in 200 kB",
    refusedAs: null,
    bytes: async () =>
      withChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(2e8, "a"))])),
  },
  {
    name: "a PNG with a colour profile of 200 MB in 200 kB",
    refusedAs: null,
    bytes: async () => withChunk("iCCP", Buffer.concat([Buffer.from("photo\0\0"), deflateSync(Buffer.alloc(2e8))])),
  },
  {
    name: "a JPEG that claims 65,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimJpegSize(await plain(8, 8, red).jpeg().toBuffer(), 65_000, 65_000),
  },
  {
    name: "a JPEG that claims 14,000² pixels and holds 64",
    refusedAs: "photo.corrupted",
    bytes: async () => claimJpegSize(await plain(8, 8, red).jpeg().toBuffer(), 14_000, 14_000),
  },
  {
    name: "a progressive JPEG of 16,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimJpegSize(await plain(8, 8, red).jpeg({ progressive: true }).toBuffer(), 16_000, 16_000),
  },
  {
    name: "a progressive JPEG of 49 megapixels: the largest of its kind",
    refusedAs: null,
    bytes: () => plain(7_000, 7_000, red).jpeg({ progressive: true }).toBuffer(),
  },
  {
    name: "a GIF of 12,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimGifSize(await plain(8, 8, red).gif().toBuffer(), 12_000),
  },
  {
    name: "a WebP of 16,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimWebpSize(await plain(8, 8, red).webp().toBuffer(), 16_000),
  },
  {
    name: "a moving GIF of 2,000 pictures",
    refusedAs: null,
    bytes: () => {
      const frames = Buffer.alloc(16 * 16 * 3 * 2_000);
      for (let at = 0; at < frames.length; at++) frames[at] = (at / 768) * 37 + (at % 251);
      return sharp(frames, { raw: { width: 16, height: 16 * 2_000, channels: 3, pageHeight: 16 } })
        .gif({ effort: 1 })
        .toBuffer();
    },
  },
  {
    name: "an AVIF of 8,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: async () => claimHeifSize(await plain(64, 64, red).avif().toBuffer(), 8_000),
  },
  {
    name: "a HEIC of 8,000² pixels",
    refusedAs: "photo.too_many_pixels",
    bytes: () => claimHeifSize(madeHeic({ tiles: ["red"] }), 8_000),
  },
  {
    name: "a HEIC with a scrambled picture",
    refusedAs: "photo.corrupted",
    bytes: () => {
      const photo = madeHeic({ tiles: ["red", "green", "blue", "yellow"], columns: 2 });
      return photo.fill(0xff, photo.length - 120);
    },
  },
  {
    name: "a JPEG cut short",
    refusedAs: "photo.corrupted",
    bytes: async () => {
      const photo = await scene(900, 700, 3).jpeg().toBuffer();
      return photo.subarray(0, Math.floor(photo.length * 0.7));
    },
  },
  {
    name: "a JPEG broken in its middle, whole at its end",
    refusedAs: "photo.corrupted",
    bytes: async () => {
      const photo = await noise(600, 600).jpeg().toBuffer();
      photo.fill(0xff, photo.length >> 1, (photo.length >> 1) + 400);
      photo.set([0xff, 0xd9], photo.length - 2);
      return photo;
    },
  },
  {
    name: "an SVG of 30,000² named .jpg that asks for a file of ours",
    refusedAs: "photo.format_unsupported",
    bytes: () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
      ),
  },
  { name: "a TIFF", refusedAs: "photo.format_unsupported", bytes: () => plain(20, 20, red).tiff().toBuffer() },
  { name: "a PDF", refusedAs: "photo.not_an_image", bytes: () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") },
  {
    name: "a playlist named .jpg that names a file of ours",
    refusedAs: "photo.not_an_image",
    bytes: () => Buffer.from("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
  },
  {
    name: "an archive named .jpg",
    refusedAs: "photo.archive_inside",
    bytes: () => Buffer.from("PK\x03\x04".padEnd(64, "\0"), "latin1"),
  },
  { name: "nothing at all", refusedAs: "photo.not_an_image", bytes: () => Buffer.alloc(0) },
  {
    name: "a JPEG that is an archive and a web page as well",
    refusedAs: null,
    bytes: async () => {
      const page = Buffer.from("<script>alert(document.domain)</script>");
      const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
      const photo = await scene(400, 300, 5).jpeg().toBuffer();
      return Buffer.concat([
        photo.subarray(0, 2),
        comment,
        photo.subarray(2),
        Buffer.from("PK\x03\x04", "latin1"),
        page,
      ]);
    },
  },
];

/** A whole, valid picture without anything in it: one bit a pixel. */
function emptyPng(side: number): Buffer {
  const header = Buffer.from([...u32(side), ...u32(side), 1, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", rows),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

async function withChunk(type: string, content: Buffer): Promise<Buffer> {
  const png = await plain(60, 40, red).png().toBuffer();
  return Buffer.concat([png.subarray(0, 33), pngChunk(type, content), png.subarray(33)]);
}

function claimGifSize(gif: Buffer, side: number): Buffer {
  const claimed = Buffer.from(gif);
  claimed.writeUInt16LE(side, 6);
  claimed.writeUInt16LE(side, 8);
  const frame = claimed.indexOf(0x2c, 13 + 3 * 2 ** ((gif[10] ?? 0) % 8) + 3);
  claimed.writeUInt16LE(side, frame + 5);
  claimed.writeUInt16LE(side, frame + 7);
  return claimed;
}

/** Of a lossy one without extended header. */
function claimWebpSize(webp: Buffer, side: number): Buffer {
  const claimed = Buffer.from(webp);
  if (claimed.toString("latin1", 12, 16) !== "VP8 ") throw new Error("not a lossy WebP");
  claimed.writeUInt16LE(side, 26);
  claimed.writeUInt16LE(side, 28);
  return claimed;
}

/** In every `ispe` box. */
function claimHeifSize(heif: Buffer, side: number): Buffer {
  const claimed = Buffer.from(heif);
  for (let at = claimed.indexOf("ispe"); at !== -1; at = claimed.indexOf("ispe", at + 4)) {
    claimed.writeUInt32BE(side, at + 8);
    claimed.writeUInt32BE(side, at + 12);
  }
  return claimed;
}

function u32(value: number): number[] {
  return [...Buffer.from(new Uint32Array([value]).buffer).reverse()];
}
