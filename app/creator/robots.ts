import { allow } from "#app/web/allow.server.ts";

/** What search engines may read: the public pages, and where their map is. */
export const loader = allow(
  "public",
  ({ config }) =>
    new Response(
      [
        "User-agent: *",
        ...["/merchant", "/curator", "/creator", "/office", "/account", "/login", "/link", "/suggest"].map(
          (path) => `Disallow: ${path}`,
        ),
        `Sitemap: ${config.webUrl}/sitemap.xml`,
        "",
      ].join("\n"),
      { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } },
    ),
);
