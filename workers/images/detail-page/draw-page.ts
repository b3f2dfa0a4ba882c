import { createRequire } from "node:module";
import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import { cutSlices, type Layout, type Letter, layOut, type Piece, type Weight } from "./lay-out.ts";

/** From the pool to its child: a page to be drawn. */
export interface PageOrder {
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

const files: Record<Weight, string> = {
  regular: "@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf",
};

const quality = { first: 88, step: 8, least: 56 } as const;

/** Only our own two fonts are ever used, so that every machine sets the same type. Loaded when the first page is drawn. */
const loadCanvas = once(async () => {
  const canvas = await import("@napi-rs/canvas");
  const require = createRequire(import.meta.url);
  for (const weight of ["regular", "bold"] as const) {
    if (!canvas.GlobalFonts.registerFromPath(require.resolve(files[weight]), familyOf(weight))) {
      throw new Error(`The font for ${weight} type could not be loaded`);
    }
  }
  return canvas;
});

/** The slices from the top, as JPEG. */
export async function drawPage({
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
    width,
    photos: images.map((image) => image && { width: image.width, height: image.height }),
    measure: (text, letter) => {
      ruler.font = fontOf(letter);
      return ruler.measureText(shown(text)).width;
    },
  });
  const slices: PageSlice[] = [];
  for (const { top, height } of cutSlices(layout, maximumHeight)) {
    const canvas = createCanvas(width, height);
    drawRows(canvas.getContext("2d"), layout, { top, height }, images);
    let bytes = await canvas.encode("jpeg", quality.first);
    for (
      let next = quality.first - quality.step;
      bytes.length > maximumBytes && next >= quality.least;
      next -= quality.step
    ) {
      bytes = await canvas.encode("jpeg", next);
    }
    slices.push({ bytes, width, height });
  }
  return slices;
}

function drawRows(
  context: SKRSContext2D,
  { width, rows }: Layout,
  { top, height }: { top: number; height: number },
  images: readonly (Image | null)[],
): void {
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, width, height);
  context.textBaseline = "middle";
  for (const row of rows) {
    if (row.y + row.height <= top || row.y >= top + height) continue;
    for (const piece of row.pieces) drawPiece(context, piece, { y: row.y - top, height: row.height }, images);
  }
}

function drawPiece(
  context: SKRSContext2D,
  piece: Piece,
  { y, height }: { y: number; height: number },
  images: readonly (Image | null)[],
): void {
  switch (piece.kind) {
    case "text":
      context.font = fontOf(piece.letter);
      context.fillStyle = piece.colour;
      context.fillText(shown(piece.text), piece.x, y + (piece.line + 0.5) * piece.lineHeight);
      return;
    case "photo": {
      const image = images[piece.index];
      if (image) context.drawImage(image, piece.x, y, piece.width, height);
      return;
    }
    case "line":
      context.fillStyle = piece.colour;
      context.fillRect(piece.x, y, piece.width, height);
  }
}

function familyOf(weight: Weight): string {
  return `page ${weight}`;
}

function fontOf({ weight, size }: Letter): string {
  return `${size}px "${familyOf(weight)}"`;
}

/** Letters and signs that both fonts have; anything else would stand as an empty box. */
const unset =
  /[^\p{Script=Hangul}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]|(?![©®™])\p{Extended_Pictographic}|\p{Cc}|\p{Cf}|\p{Co}/gu;

function shown(text: string): string {
  return text.normalize("NFC").replace(unset, "");
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
