import sharp from "sharp";
import { likenessThresholds } from "#app/domain/picture/likeness.ts";
import { hammingDistance } from "#workers/images/hashes.ts";
import { studyPhoto } from "#workers/images/render.ts";
import type { Photo } from "../pictures/photos.ts";

/** One photo as it comes a second time. */
const again: Record<string, (photo: Buffer) => Promise<Buffer>> = {
  recompressed: (photo) => opened(photo).jpeg({ quality: 45 }).toBuffer(),
  smaller: (photo) => opened(photo).resize(720).jpeg().toBuffer(),
  brighter: (photo) => opened(photo).linear(1.2, 8).jpeg().toBuffer(),
  "with a name on it": withName,
  "an edge of 5 % cut off": cutOff,
  "padded to a square": padded,
};

function opened(photo: Buffer) {
  return sharp(photo, { autoOrient: true }).flatten({ background: "white" }).toColourspace("srgb");
}

async function size(photo: Buffer) {
  const { autoOrient } = await sharp(photo).metadata();
  return autoOrient;
}

async function withName(photo: Buffer): Promise<Buffer> {
  const { width, height } = await size(photo);
  const name = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${width * 0.7}" y="${height * 0.86}" width="${width * 0.26}" height="${height * 0.1}" rx="8" fill="#fff"/></svg>`;
  return opened(photo)
    .composite([{ input: Buffer.from(name) }])
    .jpeg()
    .toBuffer();
}

async function cutOff(photo: Buffer): Promise<Buffer> {
  const { width, height } = await size(photo);
  const [left, top] = [Math.round(width * 0.05), Math.round(height * 0.05)];
  const upright = await opened(photo).png({ compressionLevel: 1 }).toBuffer();
  return sharp(upright)
    .extract({ left, top, width: width - left, height: height - top })
    .jpeg()
    .toBuffer();
}

function padded(photo: Buffer): Promise<Buffer> {
  return opened(photo).resize(1000, 1000, { fit: "contain", background: "white" }).jpeg().toBuffer();
}

export interface LikenessNumbers {
  same: number;
  asked: number;
  missed: number;
}

const nothing = (): LikenessNumbers => ({ same: 0, asked: 0, missed: 0 });

/** Of every photo in each way it may come again, and of all pairs of different photos: whether it is told, asked or not seen. */
export async function countLikenesses(photos: readonly Photo[]): Promise<Record<string, LikenessNumbers>> {
  const hashOf = async (bytes: Buffer) => (await studyPhoto(bytes, [])).study.perceptualHash;
  const hashes = await Promise.all(photos.map(({ bytes }) => hashOf(bytes)));
  const numbers: Record<string, LikenessNumbers> = {};
  const count = (way: string, distance: number) => {
    const verdict =
      distance <= likenessThresholds.same ? "same" : distance <= likenessThresholds.asked ? "asked" : "missed";
    const row = numbers[way] ?? nothing();
    row[verdict]++;
    numbers[way] = row;
  };
  for (const [index, { bytes }] of photos.entries()) {
    for (const [way, make] of Object.entries(again)) {
      count(way, hammingDistance(hashes[index] ?? 0n, await hashOf(await make(bytes))));
    }
    for (const other of hashes.slice(index + 1)) count("another photo", hammingDistance(hashes[index] ?? 0n, other));
  }
  return numbers;
}
