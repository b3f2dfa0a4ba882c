import { allow } from "#app/web/allow.server.ts";
import { catalogTemplate } from "./template.server.ts";

const fileName = encodeURIComponent("백선-상품표.xlsx");

export const loader = allow(["merchant"], async () => {
  const bytes = await catalogTemplate();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="catalog-template.xlsx"; filename*=UTF-8''${fileName}`,
      "Cache-Control": "private, max-age=3600",
    },
  });
});
