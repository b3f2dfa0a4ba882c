import type { PhotoMatches } from "#app/domain/intake/match-photos.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { fromStored, toStored } from "#app/domain/issue/stored-issues.ts";
import type { WorkerContext } from "../context.ts";
import { fetchPhoto } from "./fetch-photo.ts";

/** Addresses asked at once: one that does not answer costs twenty seconds. */
const batchSize = 8;

export interface PlacedPhoto {
  row: number;
  /** Its place in the row's cell; numbers may be missing in between. */
  position: number;
  sha256: string;
  fileName: string;
}

type Answer = { sha256: string } | { why: Issue };

/**
 * Photos named by an address: fetched from the public internet only, and each once an import, so that what is saved is what
 * was shown.
 */
export async function fetchedPhotos(
  context: WorkerContext,
  importId: string,
  { addresses }: PhotoMatches,
): Promise<{ photos: PlacedPhoto[]; failed: { row: number; url: string; why: Issue }[] }> {
  const answers = await knownAnswers(context, importId);
  const urls = [...new Set(addresses.map(({ url }) => url))].filter((url) => !answers.has(url));
  for (let start = 0; start < urls.length; start += batchSize) {
    const batch = urls.slice(start, start + batchSize);
    await Promise.all(batch.map(async (url) => answers.set(url, await fetchOnce(context, importId, url))));
  }
  const photos: PlacedPhoto[] = [];
  const failed: { row: number; url: string; why: Issue }[] = [];
  for (const { row, url, position } of addresses) {
    const answer = answers.get(url);
    if (!answer) continue;
    if ("sha256" in answer) photos.push({ row, position, sha256: answer.sha256, fileName: url });
    else failed.push({ row, url, why: answer.why });
  }
  return { photos, failed };
}

async function knownAnswers({ database }: WorkerContext, importId: string): Promise<Map<string, Answer>> {
  const known = await database.fetchedPhoto.findMany({ where: { importId } });
  return new Map(
    known.flatMap(({ url, sha256, issues }): [string, Answer][] => {
      const [why] = fromStored(issues);
      if (sha256) return [[url, { sha256 }]];
      return why ? [[url, { why }]] : [];
    }),
  );
}

async function fetchOnce(context: WorkerContext, importId: string, url: string): Promise<Answer> {
  const fetched = await fetchPhoto(context, url);
  const sha256 = fetched.ok ? fetched.sha256 : null;
  const issues = fetched.ok ? [] : [fetched.issue];
  await context.database.fetchedPhoto.create({ data: { importId, url, sha256, issues: toStored(issues) } });
  return fetched.ok ? { sha256: fetched.sha256 } : { why: fetched.issue };
}
