import { findPackage } from "#app/domain/hand-over/find-package.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import { allow } from "#app/web/allow.server.ts";

/** The package as a file. */
export const loader = allow(["office"], async ({ database, blobs, params }) => {
  const found = await findPackage(database, params.reference ?? "");
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
