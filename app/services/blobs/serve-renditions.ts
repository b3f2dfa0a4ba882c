import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { BlobMissing, type BlobStore, renditionKey } from "./blob-store.ts";

export interface RenditionFacts {
  mediaType: string;
  /** SHA-256 of the bytes: the ETag. */
  sha256: string;
}

export type FindRendition = (address: string) => Promise<RenditionFacts | null>;

/** Malls look at the ending of an address, so it may carry one; the media type comes from the rendition all the same. */
const addressPattern = /^([0-9a-f]{64})(?:\.(?:jpg|jpeg|png|webp|avif))?$/;

/** GET and HEAD `/renditions/<address>[.jpg]`, for anyone and for good: an address never gets other bytes. */
export function serveRenditions(blobs: BlobStore, findRendition: FindRendition): Router {
  const router = Router();
  router.get("/renditions/:name", (request, response, next) => {
    serve(request, response).catch(next);
  });
  return router;

  async function serve(request: Request, response: Response): Promise<void> {
    const address = addressPattern.exec(request.params.name ?? "")?.[1];
    const rendition = address ? await findRendition(address) : null;
    if (!address || !rendition) return refuse(response, 404);
    const key = renditionKey(address);
    const size = await blobs.size(key).catch(nullWhenMissing);
    if (size === null) return refuse(response, 404);

    const etag = `"${rendition.sha256}"`;
    response.set({
      "Content-Type": rendition.mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: etag,
      "Accept-Ranges": "bytes",
      "X-Content-Type-Options": "nosniff",
      // Malls' pages show these pictures from our address.
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }

    const range = rangeOf(request, size, etag);
    if (range === "unsatisfiable") {
      response.set("Content-Range", `bytes */${size}`);
      return refuse(response, 416);
    }
    response.set("Content-Length", String(range ? range.end - range.start + 1 : size));
    if (range) response.status(206).set("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    await pipeline(await blobs.stream(key, range), response).catch(ignoreHangUp);
  }
}

/** One range only: several at once, or one that is out of date or unreadable, get the whole picture. */
function rangeOf(
  request: Request,
  size: number,
  etag: string,
): { start: number; end: number } | "unsatisfiable" | undefined {
  const condition = request.get("If-Range");
  if (condition && condition !== etag) return undefined;
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return "unsatisfiable";
  if (ranges === undefined || ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** Never cached: a mall that asks too early must be able to ask again. */
function refuse(response: Response, status: 404 | 416): void {
  response.removeHeader("ETag");
  response.status(status).set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" }).type("text").end();
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof BlobMissing) return null;
  throw error;
}

function ignoreHangUp(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}
