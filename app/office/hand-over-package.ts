import { findPackage } from "#app/domain/hand-over/find-package.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import { allow } from "#app/web/allow.server.ts";

/** The package as a file; `?edition=` an earlier one. */
export const loader = allow(["office"], async ({ database, blobs, params, url }) => {
  const edition = url.searchParams.get("edition");
  if (edition !== null && !/^\d{1,6}$/.test(edition)) throw new Response(null, { status: 404 });
  const found = await findPackage(database, params.reference ?? "", edition === null ? null : Number(edition));
  if (!found) throw new Response(null, { status: 404 });
  const bytes = await blobs.get(found.packageBlob as BlobKey);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${found.fileName.replace(/[^\w.-]/g, "_")}"`,
    },
  });
});
