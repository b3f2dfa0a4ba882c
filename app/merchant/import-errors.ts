import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { listMarks } from "#app/domain/intake/list-marks.ts";
import { loadMendedCells, withMendedCells } from "#app/domain/intake/mended-cells.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { templateMessages as m } from "#app/messages/merchant-imports.ts";
import { withLocalCopy } from "#app/services/blobs/local-copy.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { writeMarkedSheet } from "#app/services/sheets/write-marked-sheet.ts";
import { makeTemporaryFolder } from "#app/services/temporary-folder.ts";
import { allow } from "#app/web/allow.server.ts";
import { orNotFound, ownStore } from "./own-store.ts";

/** The merchant's own sheet with what is wrong marked in its cells: to be mended and uploaded again. */
export const loader = allow(["merchant"], async ({ account, database, blobs, params, locale }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  const found = orNotFound(await database.import.findFirst({ where: { id: id.data, storeId: ownStore(account) } }));
  const [marks, mended] = await Promise.all([listMarks(database, found), loadMendedCells(database, found.id)]);
  const folder = await makeTemporaryFolder("marked");
  try {
    const path = join(folder, "marked.xlsx");
    await withLocalCopy(blobs, found.sheetBlob, async (copy) => {
      const rows = withMendedCells(await openSheet({ path: copy, name: found.sheetName }), mended);
      const notes = [...marks].map(([row, inRow]) => {
        const said = inRow.map(({ column, issue }) => {
          const tone = issue.severity === "error" ? ("wrong" as const) : ("doubtful" as const);
          return { column, note: sayIssue(locale, issue), tone };
        });
        return [row, said] as const;
      });
      await writeMarkedSheet(path, { name: m.sheet, rows, marks: new Map(notes) });
    });
    const file = createReadStream(path).once("close", () => void rm(folder, { recursive: true, force: true }));
    const name = `${found.sheetName.replace(/\.\w+$/, "")}-고칠-곳.xlsx`;
    return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="errors.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof SheetRefused) throw new Response(null, { status: 404 });
    throw error;
  }
});
