import { findDocument } from "#app/domain/application/documents.ts";
import { allow } from "#app/web/allow.server.ts";
import { serveDocument } from "#app/web/serve-document.server.ts";

/** A document of any store's application. */
export const loader = allow(["office"], async ({ database, blobs, params }) => {
  const found = await findDocument(database, params.id ?? "");
  if (!found) throw new Response(null, { status: 404 });
  return serveDocument(blobs, found);
});
