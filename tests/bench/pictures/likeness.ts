import type { Photo } from "./photos.ts";
import { similarity } from "./ssim.ts";
import { renderBare, renderExactly, renderNaively, specs } from "./ways.ts";

/** Structural similarity: of the least alike pair, and in the mean over all photos and pictures. */
export interface Likeness {
  least: number;
  mean: number;
}

/**
 * How alike our pictures are to the naive ones, and how alike to those are the best there can be: made of every pixel of the photo, then
 * encoded at the same settings. Encoders round each a little otherwise, so nothing but the same pixels reaches 1: how far the naive pixels
 * themselves are put apart by a nudge stands beside. Then ours and the naive ones beside the best before it is encoded: which is nearer to
 * the photo. Pixel by pixel, but for the first, which is as people see it.
 */
export async function measureLikeness(photos: readonly Photo[], tell: (line: string) => void) {
  const pairs = {
    oursToNaiveAsSeen: [] as number[],
    oursToNaive: [] as number[],
    bestToNaive: [] as number[],
    nudgedToNaive: [] as number[],
    oursToPhoto: [] as number[],
    naiveToPhoto: [] as number[],
    bestToPhoto: [] as number[],
  };
  for (const { name, bytes } of photos) {
    const ours = await renderBare(bytes);
    const naive = await renderNaively({})(bytes);
    const best = await renderExactly({ encoded: true })(bytes);
    const nudged = await renderNaively({ nudged: true })(bytes);
    const photo = await renderExactly({ encoded: false })(bytes);
    for (const [index, { key }] of specs.entries()) {
      const [a, b, c, d, e] = [ours[index], naive[index], best[index], photo[index], nudged[index]];
      if (!a || !b || !c || !d || !e) throw new Error(`${key} of ${name} is missing`);
      pairs.oursToNaiveAsSeen.push(await similarity(a, b, "view"));
      pairs.oursToNaive.push(await similarity(a, b, "pixel"));
      pairs.bestToNaive.push(await similarity(c, b, "pixel"));
      pairs.nudgedToNaive.push(await similarity(e, b, "pixel"));
      pairs.oursToPhoto.push(await similarity(a, d, "pixel"));
      pairs.naiveToPhoto.push(await similarity(b, d, "pixel"));
      pairs.bestToPhoto.push(await similarity(c, d, "pixel"));
      const line = Object.entries(pairs).map(([pair, values]) => `${pair} ${values.at(-1)?.toFixed(4)}`);
      tell(`${name.padEnd(28)} ${key.padEnd(14)} ${line.join("  ")}`);
    }
  }
  return Object.fromEntries(Object.entries(pairs).map(([pair, values]) => [pair, summed(values)])) as Record<
    keyof typeof pairs,
    Likeness
  >;
}

function summed(values: number[]): Likeness {
  return { least: Math.min(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}
