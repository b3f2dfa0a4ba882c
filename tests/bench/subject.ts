import sharp from "sharp";
import type { Box } from "#app/domain/picture/photo-edits.ts";
import { type Shape, shapes } from "#prisma/seed/drawings/product-picture.ts";
import { decodeMaster } from "#workers/images/decode.ts";
import { findSubject } from "#workers/images/find-subject.ts";
import { createPyramid } from "#workers/images/pyramid.ts";
import { noise } from "../unit/made-pictures.ts";
import { photosIn } from "./pictures/photos.ts";

/*
 * `npm run bench -- subject [--json] [--photos <folder>]`: whether the box that is suggested for a crop holds the main object, and how
 * much else. Made photos: a drawn product, large and small, in the middle and off it, before plain and busy backgrounds; where it
 * lies is known. Of a folder's photos only the boxes are told, for a person to look at.
 */

const [width, height] = [640, 480];

const backgrounds = {
  wall: '<rect width="1280" height="960" fill="#e9e4da"/>',
  table: '<rect width="1280" height="960" fill="#ddd6c8"/><rect y="560" width="1280" height="400" fill="#b28a5c"/>',
  lamp: '<defs><radialGradient id="g" cx=".3" cy=".2"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#8d867a"/></radialGradient></defs><rect width="1280" height="960" fill="url(#g)"/>',
  planks: planks(),
  shelf: shelf(),
};
export type Background = keyof typeof backgrounds;

function planks(): string {
  return Array.from({ length: 10 }, (_, index) => {
    const light = 44 + ((index * 37) % 14);
    return `<rect y="${index * 96}" width="1280" height="94" fill="hsl(30 32% ${light}%)"/><path d="M0 ${index * 96 + 40} q320 ${(index % 3) * 18 - 18} 640 0 t640 0" stroke="hsl(30 32% ${light - 8}%)" stroke-width="5" fill="none"/>`;
  }).join("");
}

/** Goods of others stand behind the product, dimmer than it. */
function shelf(): string {
  return `<rect width="1280" height="960" fill="#77706a"/>${Array.from({ length: 66 }, (_, index) => {
    const [x, y] = [(index % 11) * 118 + 6, Math.floor(index / 11) * 160 + 14];
    return `<rect x="${x}" y="${y}" width="104" height="138" rx="8" fill="hsl(${(index * 137) % 360} 24% ${40 + ((index * 53) % 22)}%)"/>`;
  }).join("")}`;
}

const places = [
  { x: 0.5, y: 0.55, size: 0.7 },
  { x: 0.5, y: 0.5, size: 0.45 },
  { x: 0.34, y: 0.6, size: 0.5 },
  { x: 0.68, y: 0.42, size: 0.35 },
] as const;

interface Made {
  bytes: Buffer;
  truth: Box;
}

/** `size`: the object's longer side as a share of the photo's height. */
async function photoOf(
  shape: Shape,
  background: Background,
  place: (typeof places)[number],
  seed: number,
): Promise<Made> {
  const hue = (seed * 67) % 360;
  const palette = { body: `hsl(${hue} 48% 45%)`, tone: `hsl(${hue} 42% 30%)`, accent: `hsl(${hue + 180} 60% 50%)` };
  const fragment = shapes[shape]({ ...palette, wall: "none", table: "none" });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="750">${fragment}</svg>`;
  const whole = await sharp(Buffer.from(drawing)).png().toBuffer();
  const side = Math.round(place.size * height);
  const object = await sharp(await sharp(whole).trim().png().toBuffer())
    .resize(side, side, { fit: "inside" })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round(place.x * width - object.info.width / 2);
  const top = Math.round(place.y * height - object.info.height / 2);
  const shadow = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="${left + object.info.width / 2}" cy="${top + object.info.height - 4}" rx="${object.info.width * 0.5}" ry="${object.info.height * 0.06}" fill="#000" opacity=".3"/></svg>`,
  );
  const grain = await noise(width / 2, height / 2, seed)
    .resize(width, height)
    .linear(0.12, 112)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1280 960">${backgrounds[background]}</svg>`;
  const bytes = await sharp(Buffer.from(ground))
    .composite([{ input: shadow }, { input: object.data, left, top }, { input: grain, blend: "soft-light" }])
    .flatten({ background: "white" })
    .jpeg({ quality: 88 })
    .toBuffer();
  const truth = {
    x: left / width,
    y: top / height,
    width: object.info.width / width,
    height: object.info.height / height,
  };
  return { bytes, truth };
}

async function subjectIn(bytes: Buffer): Promise<Box | null> {
  const master = await decodeMaster(bytes, (photo) => {
    const scale = Math.min(1, 640 / Math.max(photo.width, photo.height));
    return { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) };
  });
  return findSubject(createPyramid(master, master.original), master.original);
}

/** Share of the object inside the box. */
function heldBy(box: Box, truth: Box): number {
  const across = Math.min(box.x + box.width, truth.x + truth.width) - Math.max(box.x, truth.x);
  const down = Math.min(box.y + box.height, truth.y + truth.height) - Math.max(box.y, truth.y);
  return (Math.max(0, across) * Math.max(0, down)) / (truth.width * truth.height);
}

const area = (box: Box) => box.width * box.height;

export async function bench(words: string[]): Promise<void> {
  // The pipeline blocks it for what strangers send; these drawings are ours.
  sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });
  const json = words.includes("--json");
  const at = words.indexOf("--photos");
  const folder = at === -1 ? undefined : words[at + 1];
  if (folder) {
    for (const { name, bytes } of await photosIn(folder, () => undefined)) {
      const box = await subjectIn(bytes);
      const told = box && [box.x, box.y, box.x + box.width, box.y + box.height].map((share) => share.toFixed(2));
      console.log(`${name.padEnd(32)} ${told ? told.join(" ") : "none"}`);
    }
    return;
  }
  const numbers: Record<string, { photos: number; held: number; none: number; timesTheObject: number }> = {};
  let seed = 0;
  for (const background of Object.keys(backgrounds) as Background[]) {
    const told = { photos: 0, held: 0, none: 0, timesTheObject: 0 };
    for (const shape of Object.keys(shapes) as Shape[]) {
      for (const place of places) {
        const { bytes, truth } = await photoOf(shape, background, place, ++seed);
        const box = await subjectIn(bytes);
        told.photos++;
        const held = box ? heldBy(box, truth) : 0;
        if (!box) told.none++;
        if (box && held >= 0.95) {
          told.held++;
          told.timesTheObject += area(box) / area(truth);
        } else if (!json) {
          console.log(`${shape} on ${background} at ${place.x}, ${place.y}: ${Math.round(held * 100)} % held`);
        }
      }
    }
    told.timesTheObject = Math.round((told.timesTheObject / Math.max(1, told.held)) * 100) / 100;
    numbers[background] = told;
  }
  if (json) process.stdout.write(`${JSON.stringify(numbers)}\n`);
  else console.table(numbers);
}
