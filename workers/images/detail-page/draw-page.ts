import type { Canvas, Image, SKRSContext2D } from "@napi-rs/canvas";
import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import type { DetailTemplate } from "#app/domain/detail-page/templates.ts";
import { pageFonts } from "#app/services/fonts/page-fonts.ts";
import { cutSlices } from "./cut-slices.ts";
import { drawPiece, fontOf } from "./draw-piece.ts";
import { type Layout, layOut, type Row } from "./lay-out.ts";
import { colours } from "./page-style.ts";
import { quietestRow } from "./quietest-row.ts";

/** From the pool to its child: a page to be drawn. */
export interface PageOrder {
  template: DetailTemplate;
  blocks: PageBlock[];
  /** The product's photos as JPEG of ours, no wider than the page; null: not there. */
  photos: (Buffer | null)[];
  /** Pixels. */
  width: number;
  maximumHeight: number;
  maximumBytes: number;
}

export interface PageSlice {
  bytes: Buffer;
  width: number;
  height: number;
}

const quality = { first: 90, step: 8, least: 58 } as const;

/** Only our own fonts are ever used, so that every machine sets the same type. Loaded when the first page is drawn. */
export const loadCanvas = once(async () => {
  const canvas = await import("@napi-rs/canvas");
  for (const [face, file] of Object.entries(pageFonts)) {
    if (!canvas.GlobalFonts.registerFromPath(file, `page ${face}`)) throw new Error(`The font ${file} is not loaded`);
  }
  return canvas;
});

/** The slices from the top, as JPEG. */
export async function drawPage({
  template,
  blocks,
  photos,
  width,
  maximumHeight,
  maximumBytes,
}: PageOrder): Promise<PageSlice[]> {
  const { createCanvas, loadImage } = await loadCanvas();
  const images = await Promise.all(photos.map((bytes) => (bytes ? loadImage(bytes) : null)));
  const ruler = createCanvas(1, 1).getContext("2d");
  const layout = layOut(blocks, {
    template,
    width,
    photos: images.map((image) => image && { width: image.width, height: image.height }),
    measure: (text, letter) => {
      ruler.font = fontOf(letter);
      return ruler.measureText(text).width;
    },
  });
  const quietPlace = (row: Row, from: number, to: number) => {
    const photo = row.pieces.find((piece) => piece.kind === "photo");
    const image = photo && images[photo.index];
    if (!image) return to;
    const strip = createCanvas(quietWidth, to - from);
    const shown = { width: image.width, height: ((to - from) * image.height) / row.height };
    const top = (from * image.height) / row.height;
    strip.getContext("2d").drawImage(image, 0, top, shown.width, shown.height, 0, 0, quietWidth, to - from);
    return from + quietestRow(strip.getContext("2d").getImageData(0, 0, quietWidth, to - from));
  };
  const slices: PageSlice[] = [];
  for (const { top, height } of cutSlices(layout, maximumHeight, quietPlace)) {
    const canvas = createCanvas(width, height);
    drawRows(canvas.getContext("2d"), layout, { top, height }, images);
    slices.push({ bytes: await encodeWithin(canvas, maximumBytes), width, height });
  }
  return slices;
}

/** Pixels: enough to see where words and faces are. */
const quietWidth = 240;

async function encodeWithin(canvas: Canvas, maximumBytes: number): Promise<Buffer> {
  let bytes = await canvas.encode("jpeg", quality.first);
  for (
    let next = quality.first - quality.step;
    bytes.length > maximumBytes && next >= quality.least;
    next -= quality.step
  ) {
    bytes = await canvas.encode("jpeg", next);
  }
  return bytes;
}

function drawRows(
  context: SKRSContext2D,
  { width, bands, rows }: Layout,
  { top, height }: { top: number; height: number },
  images: readonly (Image | null)[],
): void {
  context.fillStyle = colours.card;
  context.fillRect(0, 0, width, height);
  for (const band of bands) {
    context.fillStyle = band.colour;
    context.fillRect(0, band.y - top, width, band.height);
  }
  for (const row of rows) {
    if (row.y + row.height <= top || row.y >= top + height) continue;
    for (const piece of row.pieces) drawPiece(context, piece, { y: row.y - top, height: row.height }, images);
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
