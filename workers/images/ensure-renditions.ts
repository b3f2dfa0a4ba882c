import type { Issue } from "#app/domain/issue/issue.ts";
import { type EditedPhoto, editsRecipe } from "#app/domain/picture/photo-edits.ts";
import { type RenditionSpec, renditionAddress } from "#app/domain/picture/rendition.ts";
import { originalKey, renditionKey } from "#app/services/blobs/blob-store.ts";
import type { WorkerContext } from "../context.ts";
import type { Rendition } from "./render.ts";

export type Rendering = Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims">;

export interface WantedRendition extends EditedPhoto {
  spec: RenditionSpec;
}

/**
 * Makes the renditions that do not exist yet, one decode a photo whatever the number of specs. A photo that cannot be
 * rendered gives an issue and holds up no other. However many workers want the same, one of them makes it.
 */
export async function ensureRenditions(context: Rendering, wanted: readonly WantedRendition[]): Promise<Issue[]> {
  const byPhoto = new Map<string, WantedRendition[]>();
  for (const one of await findMissing(context, wanted)) {
    const photo = `${one.sha256} ${JSON.stringify(editsRecipe(one.edits))}`;
    byPhoto.set(photo, [...(byPhoto.get(photo) ?? []), one]);
  }
  const issues = await Promise.all(
    [...byPhoto.values()].map(async (ofPhoto) => {
      const [photo] = ofPhoto;
      if (!photo) return [];
      return context.claims.holding(photoClaim(photo.sha256), () => renderMissing(context, photo, ofPhoto));
    }),
  );
  return issues.flat();
}

/** Whoever renders a photo, edited or not, holds this. */
export function photoClaim(sha256: string): string {
  return `photo:${sha256}`;
}

/** Looks once more what is missing: another worker may have made it while this one waited for the claim. */
async function renderMissing(context: Rendering, photo: EditedPhoto, wanted: WantedRendition[]): Promise<Issue[]> {
  const specs = (await findMissing(context, wanted)).map(({ spec }) => spec);
  if (specs.length === 0) return [];
  const bytes = await context.blobs.get(originalKey(photo.sha256));
  // One by one: what is made stays, whoever is killed meanwhile.
  const kept: Promise<void>[] = [];
  const rendered = await context.renderPool.render(bytes, specs, photo.edits, (rendition) => {
    const keeping = keepRenditions(context, photo, [rendition]);
    keeping.catch(() => {}); // thrown below
    kept.push(keeping);
  });
  await Promise.all(kept);
  return rendered.ok ? [] : [rendered.issue];
}

/** Each once. */
async function findMissing(
  { database }: Pick<WorkerContext, "database">,
  wanted: readonly WantedRendition[],
): Promise<WantedRendition[]> {
  const missing = new Map(wanted.map((one) => [renditionAddress(one.sha256, one.spec, one.edits), one]));
  const existing = await database.rendition.findMany({
    where: { address: { in: [...missing.keys()] } },
    select: { address: true },
  });
  for (const { address } of existing) missing.delete(address);
  return [...missing.values()];
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
