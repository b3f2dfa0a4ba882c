import { createReadableStreamFromReadable } from "@remix-run/node";
import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";

interface StoredDocument {
  blob: string;
  fileName: string;
  mediaType: string;
  bytes: number;
}

/** Pictures that a browser draws are shown in place; whatever else somebody uploaded is only ever saved. */
const shownInPlace = ["image/jpeg", "image/png", "image/webp"];

/** A stranger's file under our own address: its name cannot break out of the header, nor its content run. */
export async function serveDocument(blobs: BlobStore, { blob, fileName, mediaType, bytes }: StoredDocument) {
  const place = shownInPlace.includes(mediaType) ? "inline" : "attachment";
  const plain = fileName.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return new Response(createReadableStreamFromReadable(await blobs.stream(blob as BlobKey)), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes),
      "Content-Disposition": `${place}; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "Cache-Control": "private, no-store",
    },
  });
}
