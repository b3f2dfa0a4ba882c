import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import type { Piece } from "./lay-out.ts";
import { colours, type Letter } from "./page-style.ts";

interface Place {
  /** Pixels from the slice's top; may be above it. */
  y: number;
  height: number;
}

export function drawPiece(
  context: SKRSContext2D,
  piece: Piece,
  { y, height }: Place,
  images: readonly (Image | null)[],
): void {
  switch (piece.kind) {
    case "text":
      context.font = fontOf(piece.letter);
      context.fillStyle = piece.colour;
      context.textBaseline = "middle";
      context.textAlign = piece.align === "centre" ? "center" : "left";
      context.fillText(piece.text, piece.x, y + piece.top + piece.lineHeight / 2);
      return;
    case "photo": {
      const image = images[piece.index];
      if (!image) return;
      context.save();
      context.beginPath();
      context.roundRect(piece.x, y, piece.width, height, piece.radius);
      context.clip();
      context.drawImage(image, piece.x, y, piece.width, height);
      context.restore();
      return;
    }
    case "box":
      context.fillStyle = piece.colour;
      context.beginPath();
      context.roundRect(piece.x, y + piece.top, piece.width, piece.height, piece.radius);
      context.fill();
      return;
    case "seal":
      drawSeal(context, piece, y);
      return;
    case "mark":
      drawMark(context, piece, y);
  }
}

export function fontOf({ weight, size }: Letter): string {
  return `${size}px "page ${weight}", "page bold", "page signs"`;
}

/** White signs that fill their places, in a thin frame, as a cut seal prints them. */
function drawSeal(
  context: SKRSContext2D,
  { rows, x, top, width, height }: Extract<Piece, { kind: "seal" }>,
  y: number,
): void {
  const unit = Math.min(width, height);
  const frame = unit * 0.045;
  context.fillStyle = colours.vermilion;
  context.beginPath();
  context.roundRect(x, y + top, width, height, unit * 0.09);
  context.fill();
  context.strokeStyle = colours.card;
  context.lineWidth = Math.max(1, unit * 0.014);
  context.beginPath();
  context.roundRect(x + frame, y + top + frame, width - 2 * frame, height - 2 * frame, unit * 0.06);
  context.stroke();

  const padding = unit * 0.12;
  const rowHeight = (height - 2 * padding) / rows.length;
  context.fillStyle = colours.card;
  rows.forEach((row, at) => {
    const signs = rows.length === 1 ? [row] : [...row];
    const placeWidth = (width - 2 * padding) / signs.length;
    signs.forEach((sign, place) => {
      const middle = { x: x + padding + (place + 0.5) * placeWidth, y: y + top + padding + (at + 0.5) * rowHeight };
      drawSealSign(context, sign, middle, { width: placeWidth, height: rowHeight });
    });
  });
}

/** Stretched to its place, by no more than a hand would. */
function drawSealSign(
  context: SKRSContext2D,
  sign: string,
  middle: { x: number; y: number },
  place: { width: number; height: number },
): void {
  const size = place.height * 0.98;
  context.font = fontOf({ weight: "serif", size });
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const { width, actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = context.measureText(sign);
  const scale = Math.min(1.35, Math.max(0.5, (place.width * 0.98) / Math.max(1, width)));
  const fit = Math.min(1, (place.width * 0.98) / (width * scale));
  context.save();
  context.translate(middle.x, middle.y);
  context.scale(scale * fit, fit);
  context.fillText(sign, 0, (ascent - descent) / 2);
  context.restore();
}

/** A disc with a tick cut out of it. */
function drawMark(context: SKRSContext2D, { x, top, size, colour }: Extract<Piece, { kind: "mark" }>, y: number): void {
  context.strokeStyle = colour;
  context.lineWidth = size * 0.1;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  context.arc(x + size / 2, y + top + size / 2, size * 0.45, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  context.moveTo(x + size * 0.29, y + top + size * 0.52);
  context.lineTo(x + size * 0.44, y + top + size * 0.67);
  context.lineTo(x + size * 0.71, y + top + size * 0.36);
  context.stroke();
}
