import type { Issue } from "#app/domain/issue/issue.ts";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import { originalKey, renditionKey } from "#app/services/blobs/blob-store.ts";
import type { WorkerContext } from "../context.ts";
import type { Rendition } from "./render.ts";

/**
 * Makes the renditions that do not exist yet, one decode a photo whatever the number of specs. A photo that cannot be
 * rendered gives an issue and holds up no other.
 */
export async function ensureRenditions(
  { database, blobs, renderPool }: Pick<WorkerContext, "database" | "blobs" | "renderPool">,
  wanted: readonly { sha256: string; spec: RenditionSpec }[],
): Promise<Issue[]> {
  const missing = new Map(wanted.map((one) => [renditionAddress(one.sha256, one.spec), one]));
  const existing = await database.rendition.findMany({
    where: { address: { in: [...missing.keys()] } },
    select: { address: true },
  });
  for (const { address } of existing) missing.delete(address);

  const specsOf = new Map<string, RenditionSpec[]>();
  for (const { sha256, spec } of missing.values()) specsOf.set(sha256, [...(specsOf.get(sha256) ?? []), spec]);
  const issues = await Promise.all(
    [...specsOf].map(async ([sha256, specs]) => {
      const bytes = await blobs.get(originalKey(sha256));
      const rendered = await renderPool.render(bytes, specs);
      if (!rendered.ok) return [rendered.issue];
      await keepRenditions({ database, blobs }, sha256, rendered.photo.renditions);
      return [];
    }),
  );
  return issues.flat();
}

/** Stored bytes come before the row, so a row always has its bytes. */
export async function keepRenditions(
  { database, blobs }: Pick<WorkerContext, "database" | "blobs">,
  originalSha256: string,
  renditions: readonly Rendition[],
): Promise<void> {
  const rows = await Promise.all(
    renditions.map(async ({ spec, bytes, width, height, mediaType }) => {
      const address = renditionAddress(originalSha256, spec);
      const stored = await blobs.putAt(renditionKey(address), bytes);
      const { key: specKey } = spec;
      return { address, originalSha256, specKey, mediaType, width, height, bytes: stored.bytes, sha256: stored.sha256 };
    }),
  );
  await database.rendition.createMany({ data: rows, skipDuplicates: true });
}
