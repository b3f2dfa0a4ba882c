import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mallKeys } from "#app/channels/contract.ts";
import { bringInput } from "#commands/rehearsal/bring-input.ts";
import { playSeason } from "#commands/rehearsal/play-season.ts";
import type { Report } from "#commands/rehearsal/report.ts";
import { openStage, type Stage } from "#commands/rehearsal/stage.ts";
import { goodCells } from "#tests/made-catalog.ts";
import { scene } from "#tests/unit/made-pictures.ts";

export interface Publications {
  /** Listings that the malls hold, as they count them. */
  publications: number;
  /** Listings beside the first of their product in one mall. */
  duplicates: number;
  /** Products that were to be at a mall and are not, or of which nobody knows. */
  lost: number;
  /** From the selection until all is settled. */
  seconds: number;
}

/** What is done to a stage from the selection on, which publishes one product after the other; gives how to end it. */
export type Disturb = (stage: Stage) => Ending | Promise<Ending>;
type Ending = (() => void) | undefined;

/** Plays a season of good products of which so many listings are to be published. */
export async function playPublications(
  publications: number,
  { workers, disturb, databaseServer }: { workers: number; disturb?: Disturb; databaseServer?: string },
): Promise<Publications> {
  const input = await mkdtemp(join(tmpdir(), "baekseon-publications-"));
  const stage = await openStage({ keep: false, workers, databaseServer });
  let disturbing: Promise<Ending> | undefined;
  try {
    const select = Math.ceil(publications / mallKeys.length);
    await stage.database.season.update({ where: { id: stage.seasonId }, data: { places: Math.max(100, select) } });
    const files = await writeInput(input, select);
    const report = await playSeason(stage, {
      ...(await bringInput(stage, { ...files, select, json: true, keep: false })),
      select,
      onSelecting: () => {
        disturbing = Promise.resolve(disturb?.(stage));
      },
      onSelected: async () => void (await disturbing),
    });
    return count(report);
  } finally {
    (await disturbing)?.();
    await stage.close();
    await rm(input, { recursive: true, force: true });
  }
}

function count({ selected, channels, malls, seconds }: Report): Publications {
  const held = Object.values(malls);
  const duplicates = held.reduce((sum, mall) => sum + mall.duplicates, 0);
  const publications = held.reduce((sum, mall) => sum + mall.listings, 0);
  const notSent = Object.values(channels).reduce((sum, { not_ready, refused }) => sum + not_ready + refused, 0);
  const lost = selected * held.length - notSent - (publications - duplicates);
  return { publications, duplicates, lost, seconds: seconds.publish };
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
