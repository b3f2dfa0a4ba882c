import { hostilePhotos } from "#tests/hostile-photos.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
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
  await pool.close();
  const grown = (process.memoryUsage().rss - ownBefore) / 1e6;
  return {
    files: hostilePhotos.length,
    deathsOfChildren: deaths,
    saidOtherwise: otherwise,
    worstChildMB: worst,
    ownGrowthMB: grown,
  };
}
