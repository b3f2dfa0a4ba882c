import type { Issue } from "#app/domain/issue/issue.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { BlobMissing, originalKey, renditionKey } from "#app/services/blobs/blob-store.ts";
import { rebuildPages } from "./detail-page/rebuild-pages.ts";
import { ensureRenditions, photoClaim, type Rendering, type WantedRendition } from "./ensure-renditions.ts";
import { rebuildSeasonCards } from "./season-card/rebuild-season-cards.ts";
import { findWantedRenditions } from "./wanted-renditions.ts";

export interface Rebuilt {
  /** Renditions that something shows or will send. */
  wanted: number;
  /** Made now: they were not there, or their bytes were gone. */
  made: number;
  /** Addresses a mall was sent whose bytes are gone and do not come out the same today: nothing else may lie there. */
  lost: string[];
  /** Of photos that cannot be rendered; hashes of originals whose bytes are gone. */
  failed: (Issue | string)[];
}

/** Makes whatever is missing, also where a row is there and its bytes are not (a restored backup, a lost disk). */
export async function rebuildRenditions(context: Rendering): Promise<Rebuilt> {
  const wanted = new Map((await findWantedRenditions(context.database)).map((one) => [addressOf(one), one] as const));
  const rebuilt: Rebuilt = { wanted: wanted.size, made: 0, lost: [], failed: [] };
  const before = await context.database.rendition.count();
  const byPhoto = new Map<string, WantedRendition[]>();
  for (const one of wanted.values()) byPhoto.set(one.sha256, [...(byPhoto.get(one.sha256) ?? []), one]);
  for (const [sha256, ofPhoto] of byPhoto) {
    try {
      for (const one of ofPhoto) await restoreBytes(context, one, rebuilt);
      rebuilt.failed.push(...(await ensureRenditions(context, ofPhoto)));
    } catch (error) {
      if (!(error instanceof BlobMissing)) throw error;
      rebuilt.failed.push(sha256);
    }
  }
  rebuilt.made += (await context.database.rendition.count()) - before;
  await rebuildPages(context, rebuilt);
  await rebuildSeasonCards(context, rebuilt);
  await reportLost(context, rebuilt, wanted);
  return rebuilt;
}

/** What a mall was once sent and nothing wants any more cannot be made again: its recipe is not known. */
async function reportLost(
  { database, blobs }: Rendering,
  { lost }: Rebuilt,
  wanted: ReadonlyMap<string, WantedRendition>,
): Promise<void> {
  const pinned = await database.rendition.findMany({ where: { pinnedAt: { not: null } }, select: { address: true } });
  for (const { address } of pinned) {
    const known = wanted.has(address) || lost.includes(address);
    if (!known && !(await blobs.has(renditionKey(address)))) lost.push(address);
  }
}

/** A row without bytes is removed, to be made anew; a pinned one keeps its row and gets the same bytes or none. */
async function restoreBytes(
  { database, blobs, renderPool, claims }: Rendering,
  wanted: WantedRendition,
  rebuilt: Rebuilt,
): Promise<void> {
  const address = addressOf(wanted);
  await claims.holding(photoClaim(wanted.sha256), async () => {
    const row = await database.rendition.findUnique({ where: { address } });
    if (!row || (await blobs.has(renditionKey(address)))) return;
    const { count } = await database.rendition.deleteMany({ where: { address, pinnedAt: null } });
    rebuilt.made += count;
    if (count > 0) return;
    const rendered = await renderPool.render(await blobs.get(originalKey(wanted.sha256)), [wanted.spec], wanted.edits);
    const [rendition] = rendered.ok ? rendered.photo.renditions : [];
    if (rendition?.sha256 !== row.sha256) return void rebuilt.lost.push(address);
    await blobs.putAt(renditionKey(address), rendition.bytes);
    rebuilt.made += 1;
  });
}

function addressOf({ sha256, edits, spec }: WantedRendition): string {
  return renditionAddress(sha256, spec, edits);
}
