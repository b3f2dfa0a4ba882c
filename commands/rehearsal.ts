import { readArguments, UnreadableInput } from "./rehearsal/arguments.ts";
import { bringInput } from "./rehearsal/bring-input.ts";
import { playSeason } from "./rehearsal/play-season.ts";
import { printTables } from "./rehearsal/print-tables.ts";
import { requireReadable } from "./rehearsal/require-readable.ts";
import { showProgress } from "./rehearsal/show-progress.ts";
import { openStage } from "./rehearsal/stage.ts";

/**
 * `npm run -s rehearsal -- <sheet> [<photos.zip or folder>] [--select N] [--json] [--keep]`: a whole season with the
 * sandbox malls. Ends with 0 when it was played to its end, 2 when the input cannot be read at all, 1 when we failed.
 */
async function main(): Promise<number> {
  try {
    const wishes = await readArguments(process.argv.slice(2));
    await requireReadable(wishes);
    const stage = await openStage(wishes);
    try {
      const progress = showProgress(stage.database, process.stderr.isTTY && !wishes.json);
      const input = await bringInput(stage, wishes);
      const report = await playSeason(stage, { ...input, select: wishes.select }).finally(() => progress.close());
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
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main();
