import sharp from "sharp";
import { findPhotoFlaws, type PhotoFlaw, photoFlaws } from "#app/domain/picture/photo-measures.ts";
import { studyPhoto } from "#workers/images/render.ts";
import { countLikenesses } from "./hints/likeness.ts";
import { shownProducts } from "./hints/shown-products.ts";
import { photosIn } from "./pictures/photos.ts";

/*
 * `npm run bench -- hints [--json] [--photos <folder>]`: what the hints of a photo find and miss. Every photo is taken for good as it
 * is (those of a folder should be), and spoilt in each of the ways a hint is for.
 */

type Spoil = (photo: Buffer) => Promise<Buffer>;

/** Each on the photo at 1,280 pixels, so that a blur is as wide for every camera. */
export const spoils: Record<PhotoFlaw, Spoil> = {
  blurred: (photo) => atSize(photo).blur(9).jpeg({ quality: 85 }).toBuffer(),
  dark: (photo) => atSize(photo).linear(0.25, 0).jpeg({ quality: 85 }).toBuffer(),
  burnt: (photo) => atSize(photo).linear(2.6, 30).jpeg({ quality: 85 }).toBuffer(),
  busy_background: onBusyBackground,
  moving: async (photo) => {
    const [one, other] = await Promise.all([atSize(photo).jpeg().toBuffer(), atSize(photo).flop().jpeg().toBuffer()]);
    return sharp([one, other], { join: { animated: true } })
      .webp({ quality: 85 })
      .toBuffer();
  },
};

function atSize(photo: Buffer) {
  return sharp(photo, { autoOrient: true })
    .resize(1280, 1280, { fit: "inside" })
    .flatten({ background: "white" })
    .toColourspace("srgb");
}

/** The photo's middle before a market's shelf: packets of strong colours, as wide as a hand. */
async function onBusyBackground(photo: Buffer): Promise<Buffer> {
  const [width, height, packet] = [1280, 960, 36];
  const packets = Array.from({ length: Math.ceil(width / packet) * Math.ceil(height / packet) }, (_, index) => {
    const [x, y] = [
      (index % Math.ceil(width / packet)) * packet,
      Math.floor(index / Math.ceil(width / packet)) * packet,
    ];
    const hue = (index * 137) % 360;
    return `<rect x="${x}" y="${y}" width="${packet - 4}" height="${packet - 4}" fill="hsl(${hue} 70% ${35 + ((index * 53) % 40)}%)"/>`;
  });
  const shelf = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${packets.join("")}</svg>`,
  );
  const middle = await atSize(photo).resize(760, 570, { fit: "cover" }).png().toBuffer();
  return sharp(shelf)
    .composite([{ input: middle }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

export type HintNumbers = Record<PhotoFlaw, { found: number; missed: number; falseAlarms: number; good: number }>;

export async function bench(words: string[]): Promise<void> {
  // The pipeline blocks it for what strangers send; these drawings are ours.
  sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });
  const json = words.includes("--json");
  const at = words.indexOf("--photos");
  const folder = at === -1 ? undefined : words[at + 1];
  const tell = (line: string) => {
    if (!json) console.log(line);
  };
  const photos = folder ? await photosIn(folder, tell) : await shownProducts();
  const numbers = Object.fromEntries(
    photoFlaws.map((flaw) => [flaw, { found: 0, missed: 0, falseAlarms: 0, good: 0 }]),
  ) as HintNumbers;
  for (const { name, bytes } of photos) {
    const asItIs = await flawsOf(bytes);
    for (const flaw of photoFlaws) {
      numbers[flaw].good++;
      if (asItIs.includes(flaw)) numbers[flaw].falseAlarms++;
      const spoilt = await flawsOf(await spoils[flaw](bytes));
      numbers[flaw][spoilt.includes(flaw) ? "found" : "missed"]++;
    }
    if (asItIs.length > 0) tell(`${name}: ${asItIs.join(", ")} as it is`);
  }
  const likenesses = await countLikenesses(photos);
  if (json) return void process.stdout.write(`${JSON.stringify({ ...numbers, likenesses })}\n`);
  console.table(numbers);
  console.table(likenesses);
}

async function flawsOf(photo: Buffer): Promise<PhotoFlaw[]> {
  return findPhotoFlaws((await studyPhoto(photo, [])).study.measures);
}
