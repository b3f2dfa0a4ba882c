import { highlight } from "#app/domain/search/highlight.ts";
import { readWord } from "#app/domain/search/read-page.ts";
import { suggest } from "#app/domain/search/suggest.ts";

import { allow } from "#app/web/allow.server.ts";

/** For the search field: `[{ kind, name, pieces, to }]`, best first. */
export const loader = allow("public", async ({ database, search, url }) => {
  const word = readWord(url.searchParams);
  const suggestions = await suggest(database, search, word);
  return Response.json(
    suggestions.map(({ kind, name, key }) => ({
      kind,
      name,
      pieces: highlight(name, word),
      to: `/${kind === "store" ? "stores" : "products"}/${encodeURIComponent(key)}`,
    })),
    { headers: { "Cache-Control": "public, max-age=60" } },
  );
});
