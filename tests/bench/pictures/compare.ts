import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Photo } from "./photos.ts";
import { renderBare, renderCeiling, renderNaively, renderStudied, renderWhole, type Way } from "./ways.ts";

export const wayNames = ["ceiling", "bare", "studied", "whole", "naive", "defaults"] as const;
export type WayName = (typeof wayNames)[number];

/** CPU seconds of all photos, each at its best of some rounds. */
export type WayTimes = Record<WayName, number>;

/** All ways turn about with every photo, so that a slow moment of the machine falls on all of them. */
export async function compareWays(
  photos: readonly Photo[],
  { folder, rounds, tell }: { folder: string; rounds: number; tell: (line: string) => void },
): Promise<WayTimes> {
  const ways: Record<WayName, Way> = {
    ceiling: renderCeiling,
    bare: renderBare,
    studied: renderStudied,
    whole: renderWhole(await openLocalBlobs(folder)),
    naive: renderNaively({ defaults: false }),
    defaults: renderNaively({ defaults: true }),
  };
  const sums = Object.fromEntries(wayNames.map((name) => [name, 0])) as WayTimes;
  for (const { name, bytes } of photos) {
    const least = Object.fromEntries(wayNames.map((way) => [way, Number.POSITIVE_INFINITY])) as WayTimes;
    for (let round = 0; round < rounds; round++) {
      for (const way of wayNames) least[way] = Math.min(least[way], await cpuSeconds(() => ways[way](bytes)));
    }
    for (const way of wayNames) sums[way] += least[way];
    tell(`${name.padEnd(28)} ${wayNames.map((way) => `${way} ${least[way].toFixed(2)} s`).join("  ")}`);
  }
  return sums;
}

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
