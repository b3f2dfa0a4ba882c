import sharp from "sharp";

const window = 8;
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

interface Grey {
  data: ArrayLike<number>;
  width: number;
  height: number;
}

/**
 * Structural similarity of two pictures' brightness: the mean over windows of 8×8 pixels, 1 for the same picture; 0 where the sizes
 * differ. `pixel` compares every pixel; `view` what is seen from a usual distance, which is how the measure's authors use it: they
 * average squares until the shorter side has about 256 pixels (Wang, Bovik, Sheikh, Simoncelli 2004, `ssim.m`).
 */
export async function similarity(one: Buffer, other: Buffer, by: "pixel" | "view"): Promise<number> {
  const [a, b] = (await Promise.all([grey(one), grey(other)])).map(by === "view" ? asSeen : (same) => same);
  if (!a || !b || a.width !== b.width || a.height !== b.height) return 0;
  const { width, height } = a;
  let [sum, count] = [0, 0];
  for (let y = 0; y + window <= height; y += window / 2) {
    for (let x = 0; x + window <= width; x += window / 2) {
      sum += windowSimilarity(a.data, b.data, y * width + x, width);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

async function grey(picture: Buffer): Promise<Grey> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function asSeen({ data, width, height }: Grey): Grey {
  const side = Math.max(1, Math.round(Math.min(width, height) / 256));
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
  const seen = new Float64Array(columns * rows);
  for (let y = 0; y < rows * side; y++) {
    for (let x = 0; x < columns * side; x++) {
      const at = Math.floor(y / side) * columns + Math.floor(x / side);
      seen[at] = (seen[at] ?? 0) + (data[y * width + x] ?? 0) / side ** 2;
    }
  }
  return { data: seen, width: columns, height: rows };
}

function windowSimilarity(a: ArrayLike<number>, b: ArrayLike<number>, start: number, stride: number): number {
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
