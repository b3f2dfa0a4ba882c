import type { Layout, Row } from "./lay-out.ts";

/** Where, in pixels from the row's top, it is best cut between `from` and `to`. */
export type QuietPlace = (row: Row, from: number, to: number) => number;

/** In a photo that is too high the quietest place is looked for in this share of a slice. */
const search = 0.4;

/**
 * Cuts between rows, each slice as high as it may be: never through words, nor through a photo that fits in a slice. A photo that alone
 * is higher is cut where least is to be seen.
 */
export function cutSlices(
  { height, rows }: Layout,
  maximum: number,
  quietPlace: QuietPlace,
): { top: number; height: number }[] {
  const slices: { top: number; height: number }[] = [];
  let top = 0;
  while (height - top > maximum) {
    const limit = top + maximum;
    const crossing = rows.find((row) => row.y < limit && row.y + row.height > limit);
    const cut = cutAt(crossing);
    slices.push({ top, height: cut - top });
    top = cut;

    function cutAt(row: Row | undefined): number {
      if (!row) return limit;
      if (row.y > top) return row.y;
      const to = limit - row.y;
      return row.y + quietPlace(row, Math.max(1, Math.round(to - maximum * search)), to);
    }
  }
  return [...slices, { top, height: height - top }];
}
