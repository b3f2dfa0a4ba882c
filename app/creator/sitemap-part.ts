import { listSeasonYears } from "#app/domain/season/list-hundred.ts";
import { listStoreAddresses } from "#app/domain/store/list-store-addresses.ts";
import { tag, textTag } from "#app/services/xml/xml-tree.ts";
import { allow } from "#app/web/allow.server.ts";
import { xmlResponse } from "./xml-response.ts";

export const loader = allow("public", async ({ database, config, params }) => {
  const part = params.part?.replace(/\.xml$/, "") ?? "";
  const paths =
    part === "pages"
      ? ["/", "/stores", "/products", ...(await listSeasonYears(database)).map((year) => `/hundred/${year}`)]
      : (await listStoreAddresses(database, part)).map((slug) => `/stores/${encodeURIComponent(slug)}`);
  if (paths.length === 0 && !/^\d{5}$/.test(part)) throw new Response(null, { status: 404 });
  return xmlResponse(
    tag(
      'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
      ...paths.map((path) => tag("url", textTag("loc", config.webUrl + path))),
    ),
  );
});
