import sharp from "sharp";
import { draw, type Shape, shapes } from "#prisma/seed/drawings/product-picture.ts";
import { noise } from "../../unit/made-pictures.ts";
import type { Photo } from "../pictures/photos.ts";

const walls = ["#efe7da", "#ffffff", "#8d9a8b", "#d9c7b1"];

/** A drawn product of each shape on a table, with a sensor's grain: good photos. */
export function shownProducts(): Promise<Photo[]> {
  return Promise.all(
    (Object.keys(shapes) as Shape[]).map(async (shape, index) => {
      const palette = {
        body: `hsl(${(index * 47) % 360} 45% 45%)`,
        tone: `hsl(${(index * 47 + 20) % 360} 40% 32%)`,
        accent: `hsl(${(index * 47 + 180) % 360} 60% 50%)`,
        wall: walls[index % walls.length] ?? "#fff",
        table: index % 2 ? "#b98d5e" : "#f4efe6",
      };
      const [width, height] = [1600, 1200];
      const drawing = draw({ shape, palette, width, height, closeness: 1, tilt: (index % 5) - 2 });
      const grain = await noise(width / 2, height / 2, index + 1)
        .resize(width, height)
        .linear(0.12, 112)
        .png({ compressionLevel: 1 })
        .toBuffer();
      const bytes = await sharp(Buffer.from(drawing))
        .composite([{ input: grain, blend: "soft-light" }])
        .flatten({ background: "white" })
        .jpeg({ quality: 88 })
        .toBuffer();
      return { name: shape, bytes };
    }),
  );
}
