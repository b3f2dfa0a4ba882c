/** Rows above and below that are looked at together. */
const around = 6;
/** What a row further up costs, as a share of the busiest: of rows that are alike the lowest is taken. */
const distance = 0.15;

interface Pixels {
  /** RGBA. */
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** The row, from 0, around which least is to be seen: where a picture that must be cut is cut. */
export function quietestRow({ data, width, height }: Pixels): number {
  const busy = Array.from({ length: height }, (_, y) => {
    let sum = 0;
    for (let x = 1; x < width; x += 1) {
      const here = (y * width + x) * 4;
      const below = y + 1 < height ? here + width * 4 : here;
      sum += difference(data, here, here - 4) + difference(data, here, below);
    }
    return sum;
  });
  const seen = busy.map((_, y) => Math.max(...busy.slice(Math.max(0, y - around), y + around + 1)));
  const most = Math.max(1, ...seen);
  const costs = seen.map((one, y) => one / most + (distance * (height - 1 - y)) / height);
  return costs.indexOf(Math.min(...costs));
}

function difference(data: Uint8ClampedArray, one: number, other: number): number {
  return Math.abs((data[one + 1] ?? 0) - (data[other + 1] ?? 0));
}
