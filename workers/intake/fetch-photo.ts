import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { photoLimits } from "#app/services/archives/open-photos.ts";
import { fetchPublic } from "#app/services/fetching/fetch-public.ts";
import type { WorkerContext } from "../context.ts";
import { takePhoto } from "./take-photo.ts";

export type FetchedPhoto = { ok: true; original: { sha256: string; bytes: number } } | { ok: false; issue: Issue };

/** Fetches a photo that a sheet names by its https address and takes it in like any other. */
export async function fetchPhoto(
  context: Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims" | "fetching">,
  url: string,
): Promise<FetchedPhoto> {
  const { network, limits } = context.fetching;
  const { timeoutMilliseconds } = limits;
  const answer = await fetchPublic(
    url,
    { maximumBytes: photoLimits.fileBytes, timeoutMilliseconds, accepts: mayBePhoto },
    network,
  );
  const refused = (code: Issue["code"], params: Issue["params"] = {}): FetchedPhoto => {
    return { ok: false, issue: issue(code, {}, { params }) };
  };
  switch (answer.outcome) {
    case "fetched":
      return takePhoto(context, url, async () => answer.bytes);
    case "blocked":
      return refused("photo.address_blocked");
    case "failed":
      return refused("photo.address_failed");
    case "silent":
      return refused("photo.address_silent", { seconds: Math.ceil(timeoutMilliseconds / 1000) });
    case "wrong_type":
      return refused("photo.address_not_a_photo", { type: answer.detail });
    case "too_large":
      return refused("photo.too_large", { limit: photoLimits.fileBytes / 1024 / 1024 });
  }
}

/** Careless servers send pictures without a type or as mere bytes; what they are is judged by the bytes in any case. */
function mayBePhoto(mediaType: string | null): boolean {
  const [type = ""] = (mediaType ?? "").toLowerCase().split(";");
  return type.trim() === "" || /^(?:image\/|(?:application|binary)\/octet-stream)/.test(type.trim());
}
