import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import { settable } from "#app/services/fonts/page-fonts.ts";
import { loadCanvas, type PageSlice } from "../detail-page/draw-page.ts";
import { drawPiece, fontOf } from "../detail-page/draw-piece.ts";
import type { Piece } from "../detail-page/lay-out.ts";
import { colours, type Letter, type Type } from "../detail-page/page-style.ts";
import { cardOf } from "../share-card.ts";

/** From the pool to its child: a season's card to be drawn. */
export interface CardOrder {
  /** One line each. */
  above: string;
  title: string;
  below: string;
  /** JPEG of ours, 1 to 4 or 9. */
  tiles: Buffer[];
}

const card = cardOf(1200);
/** Pixels. Around the words, between tiles, and below what stands above another. */
const space = { side: 72, tile: 6, seal: 44, title: 12 } as const;
const seal = { width: 62, height: 112 } as const;
const type = {
  above: { letter: { weight: "regular", size: 28 }, line: 42 },
  title: { letter: { weight: "serif", size: 92 }, line: 124 },
  below: { letter: { weight: "bold", size: 36 }, line: 54 },
} as const satisfies Record<string, Type>;
const quality = 88;

/** Words on paper on the left, on the right a square of photos. */
export async function drawCard({ above, title, below, tiles }: CardOrder): Promise<PageSlice> {
  const { createCanvas, loadImage } = await loadCanvas();
  const images = await Promise.all(tiles.map((bytes) => loadImage(bytes)));
  const canvas = createCanvas(card.width, card.height);
  const context = canvas.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, card.width, card.height);
  drawTiles(context, images);
  drawWords(context, { above, title, below });
  return { bytes: await canvas.encode("jpeg", quality), ...card };
}

/** Photos of each row, by how many there are: two stand side by side, of three the first above the others. */
const rowsOf: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [1, 2],
  4: [2, 2],
  9: [3, 3, 3],
};

/** Each fills its tile, and is cut evenly where it is longer. */
function drawTiles(context: SKRSContext2D, images: readonly Image[]): void {
  const rows = rowsOf[images.length] ?? [];
  const left = card.width - card.height;
  const edge = (at: number, of: number) => Math.round((at * (card.height + space.tile)) / of);
  const rest = [...images];
  rows.forEach((inRow, row) => {
    rest.splice(0, inRow).forEach((image, column) => {
      const [x, y] = [edge(column, inRow), edge(row, rows.length)];
      const width = edge(column + 1, inRow) - x - space.tile;
      const height = edge(row + 1, rows.length) - y - space.tile;
      const scale = Math.max(width / image.width, height / image.height);
      const [seenWidth, seenHeight] = [width / scale, height / scale];
      const [cutX, cutY] = [(image.width - seenWidth) / 2, (image.height - seenHeight) / 2];
      context.drawImage(image, cutX, cutY, seenWidth, seenHeight, left + x, y, width, height);
    });
  });
}

function drawWords(context: SKRSContext2D, words: Record<keyof typeof type, string>): void {
  const room = card.width - card.height - 2 * space.side;
  const high = seal.height + space.seal + type.above.line + space.title + type.title.line + type.below.line;
  let y = Math.round((card.height - high) / 2);
  const put = (piece: Piece, height: number) => {
    drawPiece(context, piece, { y, height }, []);
    y += height;
  };
  const write = (name: keyof typeof type) => {
    const { letter, line } = type[name];
    const text = settable(words[name]);
    const colour = { above: colours.soft, title: colours.ink, below: colours.pine }[name];
    const fitting = letterFor(context, text, letter, room);
    put({ kind: "text", text, letter: fitting, align: "left", x: space.side, top: 0, lineHeight: line, colour }, line);
  };
  put({ kind: "seal", rows: ["백", "선"], x: space.side, top: 0, ...seal }, seal.height + space.seal);
  write("above");
  y += space.title;
  write("title");
  write("below");
}

/** Smaller where it would not fit in its line. */
function letterFor(context: SKRSContext2D, text: string, letter: Letter, room: number): Letter {
  context.font = fontOf(letter);
  const { width } = context.measureText(text);
  return width <= room ? letter : { ...letter, size: Math.floor((letter.size * room) / width) };
}
