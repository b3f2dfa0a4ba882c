import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Photo } from "./photos.ts";
import { prepareStudy, renderBare, renderCeiling, renderNaively, renderWhole, type Way } from "./ways.ts";

export const wayNames = ["ceiling", "bare", "whole", "naive", "defaults"] as const;
export type WayName = (typeof wayNames)[number];

/** CPU seconds of all photos, each at its best of some rounds. */
export type WayTimes = Record<WayName | "study", number>;

/** All ways turn about with every photo, so that a slow moment of the machine falls on all of them. */
export async function compareWays(
  photos: readonly Photo[],
  { folder, rounds, tell }: { folder: string; rounds: number; tell: (line: string) => void },
): Promise<WayTimes> {
  const ways: Record<WayName, Way> = {
    ceiling: renderCeiling,
    bare: renderBare,
    whole: renderWhole(await openLocalBlobs(folder)),
    naive: renderNaively({}),
    defaults: renderNaively({ defaults: true }),
  };
  // Children live long: what V8 takes until it has compiled the study is no photo's.
  for (const { bytes } of photos.slice(0, 2)) for (let round = 0; round < rounds; round++) await ways.whole(bytes);
  const sums = Object.fromEntries([...wayNames, "study"].map((name) => [name, 0])) as WayTimes;
  for (const { name, bytes } of photos) {
    const least = Object.fromEntries(wayNames.map((way) => [way, Number.POSITIVE_INFINITY])) as WayTimes;
    for (let round = 0; round < rounds; round++) {
      for (const way of wayNames) least[way] = Math.min(least[way], await cpuSeconds(() => ways[way](bytes)));
    }
    // The difference of two long times would be lost in their spread.
    least.study = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 * rounds; round++) {
      const study = await prepareStudy(bytes);
      least.study = Math.min(least.study, await cpuSeconds(study));
    }
    const all = [...wayNames, "study"] as const;
    for (const way of all) sums[way] += least[way];
    tell(`${name.padEnd(28)} ${all.map((way) => `${way} ${least[way].toFixed(2)} s`).join("  ")}`);
  }
  return sums;
}

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
