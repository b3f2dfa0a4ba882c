import { districts } from "#app/domain/store/districts.ts";
import { tag, textTag } from "#app/services/xml/xml-tree.ts";
import { allow } from "#app/web/allow.server.ts";
import { xmlResponse } from "./xml-response.ts";

/** The site's map for search engines: one part a district, one for the products and one for the pages that are always there. */
export const loader = allow("public", ({ config }) =>
  xmlResponse(
    tag(
      'sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
      ...["pages", "products", ...districts.map(({ code }) => code)].map((part) =>
        tag("sitemap", textTag("loc", `${config.webUrl}/sitemap/${part}.xml`)),
      ),
    ),
  ),
);
