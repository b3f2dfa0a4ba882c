import { writeSeasonFile } from "#app/domain/season/file/write-season-file.ts";
import { findSeasonOfYear } from "#app/domain/season/find-season-of-year.ts";
import { allow } from "#app/web/allow.server.ts";
import { readYear } from "./season-years.tsx";

/** The season's file, to be kept: `npm run season -- recompute` computes the list from it. */
export const loader = allow(["office"], async ({ database, url }) => {
  const found = await findSeasonOfYear(database, readYear(url));
  const file = found && (await writeSeasonFile(database, found.season.year));
  if (!file) throw new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="season-${file.season.year}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
});
