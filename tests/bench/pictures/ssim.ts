import sharp from "sharp";

const window = 8;
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/** Structural similarity of two pictures' brightness: the mean over windows of 8×8 pixels, 1 for the same picture; 0 where the sizes differ. */
export async function similarity(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([grey(one), grey(other)]);
  const { width, height } = a.info;
  if (width !== b.info.width || height !== b.info.height) return 0;
  let [sum, count] = [0, 0];
  for (let y = 0; y + window <= height; y += window / 2) {
    for (let x = 0; x + window <= width; x += window / 2) {
      sum += windowSimilarity(a.data, b.data, y * width + x, width);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function grey(picture: Buffer) {
  return sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
}

function windowSimilarity(a: Buffer, b: Buffer, start: number, stride: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let row = 0; row < window; row++) {
    for (let column = 0; column < window; column++) {
      const at = start + row * stride + column;
      const [x, y] = [a[at] ?? 0, b[at] ?? 0];
      sumA += x;
      sumB += y;
      sumAA += x * x;
      sumBB += y * y;
      sumAB += x * y;
    }
  }
  const count = window * window;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const varianceA = sumAA / count - meanA * meanA;
  const varianceB = sumBB / count - meanB * meanB;
  const covariance = sumAB / count - meanA * meanB;
  return (
    ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
    ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2))
  );
}
