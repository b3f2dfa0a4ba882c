import { listChosenProductIds } from "#app/domain/season/find-chosen-product.ts";
import { listSeasonYears } from "#app/domain/season/list-hundred.ts";
import { listStoreAddresses } from "#app/domain/store/list-store-addresses.ts";
import type { Database } from "#app/services/database/database.ts";
import { tag, textTag } from "#app/services/xml/xml-tree.ts";
import { allow } from "#app/web/allow.server.ts";
import { xmlResponse } from "./xml-response.ts";

export const loader = allow("public", async ({ database, config, params }) => {
  const part = params.part?.replace(/\.xml$/, "") ?? "";
  const paths = await pathsOf(database, part);
  if (paths.length === 0 && part !== "products" && !/^\d{5}$/.test(part)) throw new Response(null, { status: 404 });
  return xmlResponse(
    tag(
      'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
      ...paths.map((path) => tag("url", textTag("loc", config.webUrl + path))),
    ),
  );
});

async function pathsOf(database: Database, part: string): Promise<string[]> {
  if (part === "pages") {
    const years = await listSeasonYears(database);
    return ["/", "/stores", "/products", "/join", "/join/creator", ...years.map((year) => `/hundred/${year}`)];
  }
  if (part === "products") return (await listChosenProductIds(database)).map((id) => `/products/${id}`);
  return (await listStoreAddresses(database, part)).map((slug) => `/stores/${encodeURIComponent(slug)}`);
}
