import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";

/** The input as a whole cannot be read; the message is one line for standard error. */
export class UnreadableInput extends Error {}

export interface Wishes {
  sheet: string;
  photos: string | null;
  /** How many products to select at most. */
  select: number;
  json: boolean;
  keep: boolean;
}

const usage = "Usage: npm run -s rehearsal -- <sheet> [<photos.zip or folder>] [--select N] [--json] [--keep]";

export async function readArguments(words: string[]): Promise<Wishes> {
  const { values, positionals } = parse(words);
  const [sheet, photos, ...rest] = positionals;
  if (!sheet || rest.length > 0) throw new UnreadableInput(usage);
  const { select = "100" } = values;
  if (!/^\d{1,9}$/.test(select)) throw new UnreadableInput(`--select takes a whole number. ${usage}`);
  if (!(await stat(sheet).catch(() => null))?.isFile()) throw new UnreadableInput(`The sheet cannot be read: ${sheet}`);
  if (photos && !(await stat(photos).catch(() => null)))
    throw new UnreadableInput(`The photos cannot be read: ${photos}`);
  return {
    sheet,
    photos: photos ?? null,
    select: Number(select),
    json: values.json ?? false,
    keep: values.keep ?? false,
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { select: { type: "string" }, json: { type: "boolean" }, keep: { type: "boolean" } },
    });
  } catch (error) {
    throw new UnreadableInput(`${(error as Error).message.split("\n")[0]} ${usage}`);
  }
}
