import { findCategory } from "#app/domain/product/categories.ts";
import { allow } from "#app/web/allow.server.ts";
import { catalogTemplate } from "./template.server.ts";

/** `?category=` adds what the law wants said of that kind of goods. */
export const loader = allow(["merchant"], async ({ url }) => {
  const category = findCategory(url.searchParams.get("category") ?? "");
  const bytes = await catalogTemplate(category);
  const fileName = encodeURIComponent(`백선-상품표${category ? `-${category.nameKo}` : ""}.xlsx`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="catalog-template.xlsx"; filename*=UTF-8''${fileName}`,
      "Cache-Control": "private, max-age=3600",
    },
  });
});
