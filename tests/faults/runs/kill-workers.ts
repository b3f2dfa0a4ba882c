import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mallKeys } from "#app/channels/contract.ts";
import { bringInput } from "#commands/rehearsal/bring-input.ts";
import { playSeason } from "#commands/rehearsal/play-season.ts";
import type { Report } from "#commands/rehearsal/report.ts";
import { openStage, type Stage } from "#commands/rehearsal/stage.ts";
import { goodCells } from "#tests/made-catalog.ts";
import { scene } from "#tests/unit/made-pictures.ts";

const killEvery = 2_000;
/** Each lives four times as long: with two, none lives long enough to start and to draw one detail page. */
const workers = 4;
const options = {
  json: { type: "boolean", default: false },
  publications: { type: "string", default: "600" },
} as const;

interface Result {
  /** Listings that the malls hold, as they count them. */
  publications: number;
  kills: number;
  /** Listings beside the first of their product in one mall. */
  duplicates: number;
  /** Products that were to be at a mall and are not, or of which nobody knows. */
  lost: number;
}

/**
 * `npm run faults -- kill-workers [--json] [--publications 600]`: four workers publish, and every two seconds one of them is killed with -9 until all is
 * settled. The same season without kills tells what the kills cost.
 */
export async function faults(words: string[]): Promise<void> {
  const { json, publications } = parseArgs({ args: words, options }).values;
  const wanted = Number(publications);
  const peaceful = json ? null : await play(wanted, 0);
  const { seconds, ...result } = await play(wanted, killEvery);
  if (json || peaceful === null) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    console.table({ peaceful, killed: { seconds, ...result } });
    process.stdout.write(`The kills cost ${(seconds - peaceful.seconds).toFixed(1)} s.\n`);
  }
  if (result.duplicates > 0 || result.lost > 0) process.exitCode = 1;
}

async function play(publications: number, every: number): Promise<Result & { seconds: number }> {
  const input = await mkdtemp(join(tmpdir(), "baekseon-kill-workers-"));
  const stage = await openStage({ keep: false, workers });
  let kills = 0;
  let killing: NodeJS.Timeout | undefined;
  try {
    const select = Math.ceil(publications / mallKeys.length);
    await stage.database.season.update({ where: { id: stage.seasonId }, data: { places: Math.max(100, select) } });
    const files = await writeInput(input, select);
    const report = await playSeason(stage, {
      ...(await bringInput(stage, { ...files, select, json: true, keep: false })),
      select,
      onSelected: () => {
        if (every > 0) killing = setInterval(() => (kills += killOne(stage, kills)), every);
      },
    });
    return { ...count(report, kills), seconds: report.seconds.publish };
  } finally {
    clearInterval(killing);
    await stage.close();
    await rm(input, { recursive: true, force: true });
  }
}

/** In turn; one that is not up yet is spared. Returns how many were killed. */
function killOne({ workers: kept }: Stage, turn: number): number {
  const pid = kept[turn % kept.length]?.pid();
  if (pid === undefined) return 0;
  process.kill(pid, "SIGKILL");
  return 1;
}

function count({ selected, channels, malls }: Report, kills: number): Result {
  const held = Object.values(malls);
  const duplicates = held.reduce((sum, mall) => sum + mall.duplicates, 0);
  const publications = held.reduce((sum, mall) => sum + mall.listings, 0);
  const notSent = Object.values(channels).reduce((sum, { not_ready, refused }) => sum + not_ready + refused, 0);
  const lost = selected * held.length - notSent - (publications - duplicates);
  return { publications, kills, duplicates, lost };
}

/** Good rows with one photo each, the same for all: what is tried here is publishing. */
async function writeInput(folder: string, products: number): Promise<{ sheet: string; photos: string }> {
  const codes = Array.from({ length: products }, (_, at) => `KW-${at + 1}`);
  const rows = codes.map((code, at) => ({ ...goodCells(code, at + 1), 원산지: "국내산" }));
  const photos = join(folder, "photos");
  const sheet = join(folder, "catalog.csv");
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  await writeFile(sheet, lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n"));
  await mkdir(photos);
  const photo = await scene(1_200, 1_200, 7).jpeg().toBuffer();
  for (const code of codes) await writeFile(join(photos, `${code}.jpg`), photo);
  return { sheet, photos };
}
