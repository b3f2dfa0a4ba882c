import { writeSeasonFile } from "#app/domain/season/file/write-season-file.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { allow } from "#app/web/allow.server.ts";

/** The season's file, to be kept: `npm run season -- recompute` computes the list from it. */
export const loader = allow(["office"], async ({ database }) => {
  const season = await findCurrentSeason(database);
  const file = season && (await writeSeasonFile(database, season.year));
  if (!file) throw new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="season-${file.season.year}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
});
