import type { RawPicture, Size } from "./decode.ts";
import { toRaw } from "./decode.ts";
import { fromRaw } from "./pyramid.ts";

/** Of a picture that fills a card, the share of its height that may be cut off: more might take the product's foot. */
const mostCut = 0.2;
/** How many times smaller than the card what lies around a picture is put out of focus: nothing of it is to be seen sharp. */
const outOfFocus = { smaller: 10, blur: 6 } as const;

/** As Open Graph has it, 1200×630 of that width. */
export function cardOf(width: number): Size {
  return { width, height: Math.round((width * 21) / 40) };
}

/** Whether a picture covers a card of that width, without being blown up and with little cut off. */
export function fillsCard({ width, height }: Size, cardWidth: number): boolean {
  const high = (height * cardWidth) / width;
  const card = cardOf(cardWidth);
  return width >= cardWidth && high >= card.height && high * (1 - mostCut) <= card.height;
}

/** The picture whole in the middle, before itself out of focus; one that is as wide as the card and higher is cut evenly. */
export async function drawCard(picture: RawPicture, card: Size): Promise<RawPicture> {
  const left = Math.floor((card.width - picture.width) / 2);
  if (left === 0 && picture.height >= card.height) {
    const top = Math.floor((picture.height - card.height) / 2);
    return toRaw(fromRaw(picture).extract({ left, top, ...card }));
  }
  const { smaller, blur } = outOfFocus;
  const [width, height] = [Math.ceil(card.width / smaller), Math.ceil(card.height / smaller)];
  const around = await toRaw(fromRaw(picture).resize({ width, height, fit: "cover" }).blur(blur));
  const ground = await toRaw(fromRaw(around).resize({ ...card, fit: "fill", kernel: "linear" }));
  const top = Math.floor((card.height - picture.height) / 2);
  return laidOn(ground, picture, { left, top });
}

/** Both are opaque: copying rows takes a millisecond, sharp's `composite` thirty. */
function laidOn(ground: RawPicture, picture: RawPicture, { left, top }: { left: number; top: number }): RawPicture {
  const row = picture.width * 3;
  for (let y = 0; y < picture.height; y++) {
    picture.data.copy(ground.data, ((top + y) * ground.width + left) * 3, y * row, (y + 1) * row);
  }
  return ground;
}
