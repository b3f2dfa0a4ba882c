import "#workers/modest-memory.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { openSheetUnread } from "#app/services/sheets/open-sheet.ts";
import { residentMegabytes } from "#workers/images/resident-memory.ts";

/** Reads a sheet as the worker does, and prints what this process grew by at its highest, in megabytes. */
const [, , path = ""] = process.argv;
const before = await residentMegabytes(process.pid);
let highest = before;
const watch = async () => {
  highest = Math.max(highest, await residentMegabytes(process.pid));
};
const catalog = await readCatalog(await openSheetUnread({ path, name: "sheet.xlsx" }));
let rows = 0;
for await (const _ of catalog.verdicts) if (++rows % 500 === 0) await watch();
await watch();
process.stdout.write(String(highest - before));
