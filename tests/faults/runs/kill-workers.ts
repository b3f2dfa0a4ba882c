import { parseArgs } from "node:util";
import type { Stage } from "#commands/rehearsal/stage.ts";
import { type Disturb, playPublications } from "../play-publications.ts";

const killEvery = 2_000;
/** Each lives four times as long: with two, none lives long enough to start and to draw one detail page. */
const workers = 4;
const options = {
  json: { type: "boolean", default: false },
  publications: { type: "string", default: "600" },
} as const;

/**
 * `npm run faults -- kill-workers [--json] [--publications 600]`: four workers publish, and every two seconds one of them is killed with -9 until all is
 * settled. The same season without kills tells what the kills cost.
 */
export async function faults(words: string[]): Promise<void> {
  const { json, publications: wanted } = parseArgs({ args: words, options }).values;
  const play = (disturb?: Disturb) => playPublications(Number(wanted), { workers, disturb });
  const peaceful = json ? null : await play();
  let kills = 0;
  const { seconds, publications, duplicates, lost } = await play((stage) => {
    const killing = setInterval(() => (kills += killOne(stage, kills)), killEvery);
    return () => clearInterval(killing);
  });
  const result = { publications, kills, duplicates, lost };
  if (json || peaceful === null) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    console.table({ peaceful, killed: { seconds, ...result } });
    process.stdout.write(`The kills cost ${(seconds - peaceful.seconds).toFixed(1)} s.\n`);
  }
  if (duplicates > 0 || lost > 0) process.exitCode = 1;
}

/** In turn; one that is not up yet is spared. Returns how many were killed. */
function killOne({ workers: kept }: Stage, turn: number): number {
  const pid = kept[turn % kept.length]?.pid();
  if (pid === undefined) return 0;
  process.kill(pid, "SIGKILL");
  return 1;
}
