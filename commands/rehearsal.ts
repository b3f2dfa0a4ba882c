import { readArguments, UnreadableInput, type Wishes } from "./rehearsal/arguments.ts";
import { bringInput } from "./rehearsal/bring-input.ts";
import { Interrupted, interruption } from "./rehearsal/interruption.ts";
import { playSeason } from "./rehearsal/play-season.ts";
import { printTables } from "./rehearsal/print-tables.ts";
import type { Report } from "./rehearsal/report.ts";
import { requireReadable } from "./rehearsal/require-readable.ts";
import { showProgress } from "./rehearsal/show-progress.ts";
import { openStage, type Stage } from "./rehearsal/stage.ts";

/**
 * `npm run -s rehearsal -- <sheet> [<photos.zip or folder>] [--select N] [--json] [--keep]`: a whole season with the
 * sandbox malls. Ends with 0 when it was played to its end, 2 when the input cannot be read at all, 1 when we failed,
 * 128 and the signal's number when it was interrupted.
 */
async function main(): Promise<number> {
  try {
    const wishes = await readArguments(process.argv.slice(2));
    await requireReadable(wishes);
    const interrupted = interruption();
    const stage = await openStage(wishes);
    try {
      const report = await Promise.race([play(stage, wishes), interrupted]);
      if (wishes.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      else printTables(report);
    } finally {
      await stage.close();
    }
    return 0;
  } catch (error) {
    if (error instanceof UnreadableInput) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (error instanceof Interrupted) return error.exitCode;
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

async function play(stage: Stage, wishes: Wishes): Promise<Report> {
  const progress = showProgress(stage.database, process.stderr.isTTY && !wishes.json);
  try {
    const input = await bringInput(stage, wishes);
    return await playSeason(stage, { ...input, select: wishes.select });
  } finally {
    progress.close();
  }
}

process.exitCode = await main();
