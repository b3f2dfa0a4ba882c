import type { Issue } from "#app/domain/issue/issue.ts";
import { type EditedPhoto, editsRecipe } from "#app/domain/picture/photo-edits.ts";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import { originalKey, renditionKey } from "#app/services/blobs/blob-store.ts";
import type { WorkerContext } from "../context.ts";
import type { Rendition } from "./render.ts";

export interface WantedRendition extends EditedPhoto {
  spec: RenditionSpec;
}

/**
 * Makes the renditions that do not exist yet, one decode a photo whatever the number of specs. A photo that cannot be
 * rendered gives an issue and holds up no other.
 */
export async function ensureRenditions(
  { database, blobs, renderPool }: Pick<WorkerContext, "database" | "blobs" | "renderPool">,
  wanted: readonly WantedRendition[],
): Promise<Issue[]> {
  const missing = new Map(wanted.map((one) => [renditionAddress(one.sha256, one.spec, one.edits), one]));
  const existing = await database.rendition.findMany({
    where: { address: { in: [...missing.keys()] } },
    select: { address: true },
  });
  for (const { address } of existing) missing.delete(address);

  const byPhoto = new Map<string, WantedRendition[]>();
  for (const one of missing.values()) {
    const photo = `${one.sha256} ${JSON.stringify(editsRecipe(one.edits))}`;
    byPhoto.set(photo, [...(byPhoto.get(photo) ?? []), one]);
  }
  const issues = await Promise.all(
    [...byPhoto.values()].map(async (ofOne) => {
      const [photo] = ofOne;
      if (!photo) return [];
      const bytes = await blobs.get(originalKey(photo.sha256));
      const specs = ofOne.map(({ spec }) => spec);
      const rendered = await renderPool.render(bytes, specs, photo.edits);
      if (!rendered.ok) return [rendered.issue];
      await keepRenditions({ database, blobs }, photo, rendered.photo.renditions);
      return [];
    }),
  );
  return issues.flat();
}

/** Stored bytes come before the row, so a row always has its bytes. */
export async function keepRenditions(
  { database, blobs }: Pick<WorkerContext, "database" | "blobs">,
  { sha256: originalSha256, edits }: EditedPhoto,
  renditions: readonly Rendition[],
): Promise<void> {
  const rows = await Promise.all(
    renditions.map(async ({ spec, bytes, width, height, mediaType }) => {
      const address = renditionAddress(originalSha256, spec, edits);
      const stored = await blobs.putAt(renditionKey(address), bytes);
      const { key: specKey } = spec;
      return { address, originalSha256, specKey, mediaType, width, height, bytes: stored.bytes, sha256: stored.sha256 };
    }),
  );
  await database.rendition.createMany({ data: rows, skipDuplicates: true });
}
