import sharp from "sharp";

/** A drawing as a camera would give it: a JPEG, the same bytes every time. */
export function photograph(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).flatten({ background: "#fff" }).jpeg({ quality: 84 }).toBuffer();
}
