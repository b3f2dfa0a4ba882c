import { hostilePhotos } from "#tests/hostile-photos.ts";
import { noise, plain, red } from "#tests/unit/made-pictures.ts";
import { createRenderPool, type RenderPool } from "#workers/images/render-pool.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";
import { specs } from "./ways.ts";

/** Every hostile file through a pool of one child, as a worker does with what arrives. */
export async function takeHostile(tell: (line: string) => void) {
  const pool = createRenderPool({ size: 1 });
  let [deaths, otherwise, worst] = [0, 0, 0];
  const ownBefore = process.memoryUsage().rss;
  for (const { name, bytes, refusedAs } of hostilePhotos) {
    const file = await bytes();
    let peak = 0;
    const watch = setInterval(async () => {
      for (const pid of pool.pids()) peak = Math.max(peak, await residentMegabytes(pid));
    }, 10);
    const started = performance.now();
    const result = await pool.study(file, name, specs);
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    const said = result.ok ? "taken" : result.issue.code;
    if (said !== (refusedAs ?? "taken")) otherwise++;
    // A child that held a HEIC is let go afterwards: it did not die of it.
    if (said === "photo.processing_failed") deaths++;
    worst = Math.max(worst, peak);
    tell(`${said.padEnd(26)} ${seconds.toFixed(2)} s ${peak.toFixed(0).padStart(5)} MB  ${name}`);
  }
  const secondsToNext = await timeNext(pool);
  await pool.close();
  const grown = (process.memoryUsage().rss - ownBefore) / 1e6;
  return {
    files: hostilePhotos.length,
    deathsOfChildren: deaths,
    saidOtherwise: otherwise,
    worstChildMB: worst,
    secondsToNext,
    ownGrowthMB: grown,
  };
}

/** From the death of the only child in the middle of a photo until the one behind it is judged and studied; the longest of five. */
async function timeNext(pool: RenderPool): Promise<number> {
  const [large, small] = await Promise.all([
    noise(3000, 3000).jpeg({ quality: 90 }).toBuffer(),
    plain(60, 40, red).jpeg().toBuffer(),
  ]);
  let longest = 0;
  for (let round = 0; round < 5; round++) {
    await pool.study(small, "before.jpg", []);
    const [child = 0] = pool.pids();
    const dying = pool.study(large, "dying.jpg", specs);
    const next = pool.study(small, "next.jpg", []);
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.kill(child, "SIGKILL");
    const killedAt = performance.now();
    if ((await dying).ok || !(await next).ok) throw new Error("the wrong photo failed");
    longest = Math.max(longest, (performance.now() - killedAt) / 1000);
  }
  return longest;
}
