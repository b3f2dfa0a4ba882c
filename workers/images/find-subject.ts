import type { Box } from "#app/domain/picture/photo-edits.ts";
import type { Size } from "./decode.ts";
import { fromRaw, type Pyramid, scaledWithin } from "./pyramid.ts";

/** The longer side, in pixels, at which the main object is looked for. */
const lookedAtSide = 96;
/** Of the longer side, how deep the edge is that is taken for background. */
const borderShare = 0.04;
/** A part with less than this share of the largest one's weight is no part of the object. */
const leastPart = 0.08;
/** Air left around the object, as a share of its longer side. */
const air = 0.06;
/** Of the whole photo: a smaller find is a speck, a larger one is no find. */
const [leastFind, largestFind] = [0.015, 0.92];

/** Where the main object lies in the upright photo, as shares of it; null where nothing stands out. About 5 ms, no model. */
export async function findSubject(pyramid: Pyramid, original: Size): Promise<Box | null> {
  const size = scaledWithin(original, lookedAtSide);
  const small = await pyramid.at(size.width, size.height);
  const { data, info } = await fromRaw(small).blur(0.8).raw().toBuffer({ resolveWithObject: true });
  return subjectOf(data, info.width, info.height);
}

/**
 * `rgb`: three bytes a pixel. What cannot be reached from the picture's edge without crossing a contour, and what is of another
 * colour than the edge, is the object: the minimum barrier distance of Zhang and others (ICCV 2015), by their raster scan.
 */
export function subjectOf(rgb: Uint8Array, width: number, height: number): Box | null {
  if (width < 8 || height < 8) return null;
  const channels = opponentChannels(rgb);
  const barrier = summed(
    channels.map((channel) => scaledToOne(barrierDistance(channel.values, width, height), 60 / channel.step)),
  );
  const unlike = edgeColourDistance(channels, width, height);
  const salient = centred(smoothed(summed([barrier, unlike]), width), width, height);
  const box = boxOf(salient, otsu(salient), width, height);
  if (!box) return null;
  const share = box.width * box.height;
  return share < leastFind || share > largestFind ? null : withAir(box, width, height);
}

/** Whole numbers: until V8 has compiled a loop, each of its fractions is an object of its own. */
interface Channel {
  values: Int16Array;
  /** What a step of the values is worth, of 255. */
  step: number;
}

/** Brightness, red against green, yellow against blue; shadows change the first only. */
function opponentChannels(rgb: Uint8Array): Channel[] {
  const length = Math.floor(rgb.length / 3);
  const light = { values: new Int16Array(length), step: 1 / 3 };
  const red = { values: new Int16Array(length), step: 1 };
  const yellow = { values: new Int16Array(length), step: 1 / 2 };
  for (let at = 0; at < length; at++) {
    const r = rgb[at * 3] ?? 0;
    const g = rgb[at * 3 + 1] ?? 0;
    const b = rgb[at * 3 + 2] ?? 0;
    light.values[at] = r + g + b;
    red.values[at] = r - g;
    yellow.values[at] = r + g - 2 * b;
  }
  return [light, red, yellow];
}

/** More than any two values can lie apart: nothing has come from the edge yet. */
const far = 32_767;

/** Of the cheapest way from the edge to each pixel: how far its highest and lowest value lie apart. */
function barrierDistance(values: Int16Array, width: number, height: number): Int16Array {
  const distance = new Int16Array(values.length).fill(far);
  const [highest, lowest] = [Int16Array.from(values), Int16Array.from(values)];
  for (let x = 0; x < width; x++) distance[x] = distance[(height - 1) * width + x] = 0;
  for (let y = 0; y < height; y++) distance[y * width] = distance[y * width + width - 1] = 0;
  const paths = { values, distance, highest, lowest };
  for (let pass = 0; pass < 4; pass++) {
    const forward = pass % 2 === 0;
    const back = forward ? -1 : 1;
    for (let row = 1; row < height - 1; row++) {
      const y = forward ? row : height - 1 - row;
      for (let column = 1; column < width - 1; column++) {
        const at = y * width + (forward ? column : width - 1 - column);
        relax(paths, at, at + back);
        relax(paths, at, at + back * width);
      }
    }
  }
  return distance;
}

type Paths = Record<"values" | "distance" | "highest" | "lowest", Int16Array>;

/** No closure: V8 compiles a function for all photos, and a new closure for each anew. */
function relax({ values, distance, highest, lowest }: Paths, at: number, from: number): void {
  // Not on a way from the edge yet.
  if (distance[from] === far) return;
  const value = values[at] ?? 0;
  const high = Math.max(highest[from] ?? 0, value);
  const low = Math.min(lowest[from] ?? 0, value);
  if (high - low >= (distance[at] ?? 0)) return;
  distance[at] = high - low;
  highest[at] = high;
  lowest[at] = low;
}

/** How unlike each pixel is to the colours at three of the four edges: an object may touch the fourth. */
function edgeColourDistance(channels: Channel[], width: number, height: number): Float32Array {
  const depth = Math.max(1, Math.round(Math.max(width, height) * borderShare));
  const length = width * height;
  const edges = [
    { fromX: 0, toX: width, fromY: 0, toY: depth },
    { fromX: 0, toX: width, fromY: height - depth, toY: height },
    { fromX: 0, toX: depth, fromY: 0, toY: height },
    { fromX: width - depth, toX: width, fromY: 0, toY: height },
  ];
  const maps = edges.map((edge) => {
    const distance = new Float32Array(length);
    for (const channel of channels) addDistance(distance, channel, spreadOf(channel, edge, width));
    for (let at = 0; at < length; at++) distance[at] = Math.sqrt(distance[at] ?? 0);
    return scaledToOne(distance, 4);
  });
  const three = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    let sum = 0;
    let largest = 0;
    for (const map of maps) {
      const value = map[index] ?? 0;
      sum += value;
      if (value > largest) largest = value;
    }
    three[index] = sum - largest;
  }
  return scaledToOne(three, 0.5);
}

function addDistance(sum: Float32Array, { values, step }: Channel, { mean, variance }: Spread): void {
  const least = variance + 64 / (step * step);
  for (let at = 0; at < sum.length; at++) {
    const away = (values[at] ?? 0) - mean;
    sum[at] = (sum[at] ?? 0) + (away * away) / least;
  }
}

/** In steps of the channel. */
interface Spread {
  mean: number;
  variance: number;
}

interface Edge {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

function spreadOf({ values }: Channel, { fromX, toX, fromY, toY }: Edge, width: number): Spread {
  const count = (toX - fromX) * (toY - fromY);
  let sum = 0;
  for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) sum += values[y * width + x] ?? 0;
  const mean = sum / count;
  let squares = 0;
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const away = (values[y * width + x] ?? 0) - mean;
      squares += away * away;
    }
  }
  return { mean, variance: squares / count };
}

/** By the largest value, or by `least` where nothing is larger: noise is not blown up to an object. */
function scaledToOne(values: Int16Array | Float32Array, least: number): Float32Array {
  let largest = least;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, values[at] ?? 0);
  const scaled = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) scaled[at] = (values[at] ?? 0) / largest;
  return scaled;
}

function summed(maps: Float32Array[]): Float32Array {
  const sum = new Float32Array(maps[0]?.length ?? 0);
  for (const map of maps) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (map[at] ?? 0);
  return sum;
}

/** The mean of a pixel and its neighbours: first along the rows, then along the columns. */
function smoothed(values: Float32Array, width: number): Float32Array {
  return averaged(averaged(values, { width, step: 1 }), { width, step: width });
}

/** Of each value and those a step before and behind, in its row or column. */
function averaged(values: Float32Array, { width, step }: { width: number; step: number }): Float32Array {
  const mean = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const hasBefore = step === 1 ? at % width > 0 : at >= step;
    const hasBehind = step === 1 ? at % width < width - 1 : at < values.length - step;
    let sum = values[at] ?? 0;
    let count = 1;
    if (hasBefore) {
      sum += values[at - step] ?? 0;
      count++;
    }
    if (hasBehind) {
      sum += values[at + step] ?? 0;
      count++;
    }
    mean[at] = sum / count;
  }
  return mean;
}

/** What is photographed is rarely in a corner. */
function centred(values: Float32Array, width: number, height: number): Float32Array {
  const weights = (length: number) =>
    Float32Array.from({ length }, (_, at) => Math.exp(-((at / length - 0.5) ** 2) / 0.32));
  const [across, down] = [weights(width), weights(height)];
  const weighted = new Float32Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    const weight = down[y] ?? 0;
    for (let x = 0; x < width; x++, at++) weighted[at] = (values[at] ?? 0) * weight * (across[x] ?? 0);
  }
  return weighted;
}

/** The value that parts the values best into two groups. */
function otsu(values: Float32Array): number {
  const bins = 128;
  const largest = values.reduce((max, value) => Math.max(max, value), 1e-6);
  const counts = new Uint32Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value / largest) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const total = counts.reduce((sum, count, bin) => sum + count * bin, 0);
  let [below, sumBelow, best, bestAt] = [0, 0, -1, 0];
  for (let bin = 0; bin < bins; bin++) {
    below += counts[bin] ?? 0;
    sumBelow += (counts[bin] ?? 0) * bin;
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (between > best) [best, bestAt] = [between, bin];
  }
  return ((bestAt + 1) / bins) * largest;
}

/** Around the heaviest connected part and those that are not slight beside it. */
function boxOf(values: Float32Array, threshold: number, width: number, height: number): Box | null {
  const seen = new Uint8Array(values.length);
  const parts: { weight: number; left: number; top: number; right: number; bottom: number }[] = [];
  for (let start = 0; start < values.length; start++) {
    if (seen[start] || (values[start] ?? 0) < threshold) continue;
    const part = { weight: 0, left: width, top: height, right: -1, bottom: -1 };
    const open = [start];
    seen[start] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      part.weight += values[at] ?? 0;
      part.left = Math.min(part.left, x);
      part.right = Math.max(part.right, x);
      part.top = Math.min(part.top, y);
      part.bottom = Math.max(part.bottom, y);
      const beside = [x > 0 && at - 1, x < width - 1 && at + 1, y > 0 && at - width, y < height - 1 && at + width];
      for (const next of beside) {
        if (next === false || seen[next] || (values[next] ?? 0) < threshold) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    parts.push(part);
  }
  const heaviest = parts.reduce((most, { weight }) => Math.max(most, weight), 0);
  const kept = parts.filter(({ weight }) => weight >= heaviest * leastPart);
  if (kept.length === 0) return null;
  const left = Math.min(...kept.map((part) => part.left));
  const top = Math.min(...kept.map((part) => part.top));
  const right = Math.max(...kept.map((part) => part.right)) + 1;
  const bottom = Math.max(...kept.map((part) => part.bottom)) + 1;
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}

function withAir(box: Box, width: number, height: number): Box {
  const around = Math.max(box.width * width, box.height * height) * air;
  const [x, y] = [Math.max(0, box.x - around / width), Math.max(0, box.y - around / height)];
  return {
    x,
    y,
    width: Math.min(1, box.x + box.width + around / width) - x,
    height: Math.min(1, box.y + box.height + around / height) - y,
  };
}
