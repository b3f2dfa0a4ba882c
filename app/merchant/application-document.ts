import { findDocument } from "#app/domain/application/documents.ts";
import { allow } from "#app/web/allow.server.ts";
import { serveDocument } from "#app/web/serve-document.server.ts";
import { orNotFound } from "./own-store.ts";

/** What the merchant uploaded, back to them and to nobody else. */
export const loader = allow(["merchant"], async ({ account, database, blobs, params }) =>
  serveDocument(blobs, orNotFound(await findDocument(database, params.id ?? "", { accountId: account.id }))),
);
