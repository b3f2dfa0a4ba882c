import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { photoLimits } from "#app/services/archives/open-photos.ts";
import { fetchPublic } from "#app/services/fetching/fetch-public.ts";
import type { WorkerContext } from "../context.ts";
import { takePhoto } from "./take-photo.ts";

const timeoutMilliseconds = 20_000;

/** Fetches a photo that a sheet names by its https address and takes it in like any other. */
export async function fetchPhoto(
  context: WorkerContext,
  url: string,
): Promise<{ ok: true; sha256: string } | { ok: false; issue: Issue }> {
  const answer = await fetchPublic(url, { maximumBytes: photoLimits.fileBytes, timeoutMilliseconds });
  switch (answer.outcome) {
    case "fetched": {
      const taken = await takePhoto(context, url, async () => answer.bytes);
      return taken.ok ? { ok: true, sha256: taken.original.sha256 } : taken;
    }
    case "blocked":
      return { ok: false, issue: issue("photo.address_blocked") };
    case "failed":
      return { ok: false, issue: issue("photo.address_failed") };
    case "too_large":
      return {
        ok: false,
        issue: issue("photo.too_large", {}, { params: { limit: photoLimits.fileBytes / 1024 / 1024 } }),
      };
  }
}
