import { type PageRecipe, pageAddress } from "#app/domain/picture/page-address.ts";
import { renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Rebuilt } from "../rebuild-renditions.ts";
import { type Drawing, drawAndKeep, drawSlices, pageClaim } from "./ensure-detail-page.ts";
import { findWantedPages } from "./wanted-pages.ts";

/** Draws pages anew that have lost bytes. One that was never drawn is drawn when it is sent. */
export async function rebuildPages(context: Drawing, rebuilt: Rebuilt): Promise<void> {
  const wanted = await findWantedPages(context.database);
  const drawn = await context.database.detailPage.findMany({ where: { address: { in: [...wanted.keys()] } } });
  for (const { address, slices } of drawn) {
    rebuilt.wanted += slices.length;
    const recipe = wanted.get(address);
    if (recipe) await context.claims.holding(pageClaim(address), () => restoreSlices(context, recipe, slices, rebuilt));
  }
}

/** A page that was sent gets the bytes it had, or none: a mall may link it. Any other is drawn as it would be today. */
async function restoreSlices(
  context: Drawing,
  recipe: PageRecipe,
  slices: readonly string[],
  rebuilt: Rebuilt,
): Promise<void> {
  const { database, blobs } = context;
  const gone: string[] = [];
  for (const slice of slices) if (!(await blobs.has(renditionKey(slice)))) gone.push(slice);
  if (gone.length === 0) return;
  if (await forgetPage(database, pageAddress(recipe))) {
    for (const slice of slices) await blobs.remove(renditionKey(slice));
    const anew = await drawAndKeep(context, recipe);
    if ("issue" in anew) rebuilt.failed.push(anew.issue);
    else rebuilt.made += anew.slices.length;
    return;
  }
  const drawing = await drawSlices(context, recipe);
  if ("issue" in drawing) return void rebuilt.failed.push(drawing.issue);
  const rows = await database.rendition.findMany({ where: { address: { in: gone } } });
  const hashes = new Map(rows.map(({ address, sha256 }) => [address, sha256]));
  for (const slice of gone) {
    const bytes = drawing.slices[slices.indexOf(slice)]?.bytes;
    if (!bytes || sha256Of(bytes) !== hashes.get(slice)) {
      rebuilt.lost.push(slice);
      continue;
    }
    await blobs.putAt(renditionKey(slice), bytes);
    rebuilt.made += 1;
  }
}

/** Lets a page go that no mall was sent, but for its bytes. False: it was sent, or is gone. */
export function forgetPage(database: Database, address: string): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const page = await transaction.detailPage.findUnique({ where: { address } });
    if (!page) return false;
    const own = { address: { in: page.slices } };
    if ((await transaction.rendition.count({ where: { ...own, pinnedAt: { not: null } } })) > 0) return false;
    await transaction.rendition.deleteMany({ where: { ...own, pinnedAt: null } });
    await transaction.detailPage.delete({ where: { address } });
    return true;
  });
}
