import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { seasonCardAddress } from "#app/domain/picture/season-card.ts";
import { listSeasonCards } from "#app/domain/season/season-card.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { pageClaim } from "./detail-page/ensure-detail-page.ts";
import { forgetPage } from "./detail-page/rebuild-pages.ts";
import { findWantedPages } from "./detail-page/wanted-pages.ts";
import { photoClaim, type Rendering } from "./ensure-renditions.ts";
import { cardClaim, cardSpecKey } from "./season-card/ensure-season-card.ts";
import { findWantedRenditions } from "./wanted-renditions.ts";

export interface Pruned {
  /** Renditions that something shows or will send, and those ever sent to a mall. */
  kept: number;
  pruned: number;
  /** That they took. */
  bytes: number;
}

/** What was made within a day may belong to something that is only being entered. */
const restHours = 24;

/** Removes what nothing shows any more and no mall was ever sent: leftovers of old recipes, old edits and specs. */
export async function pruneRenditions({ database, blobs, claims }: Omit<Rendering, "renderPool">): Promise<Pruned> {
  const wanted = new Set(
    (await findWantedRenditions(database)).map(({ sha256, edits, spec }) => renditionAddress(sha256, spec, edits)),
  );
  const rested = new Date(Date.now() - restHours * 3_600_000);
  const old = await database.rendition.findMany({
    where: { pinnedAt: null, originalSha256: { not: null }, createdAt: { lt: rested } },
  });
  const sums = { pruned: 0, bytes: 0 };
  for (const rendition of old.filter((one) => !wanted.has(one.address))) {
    const { address, originalSha256, bytes } = rendition;
    if (originalSha256 === null) continue;
    // Under the claim, so that nobody makes it anew between its row's end and that of its bytes.
    await claims.holding(photoClaim(originalSha256), async () => {
      const { count } = await database.rendition.deleteMany({ where: { address, pinnedAt: null } });
      if (count === 0) return;
      // Whoever came to want it meanwhile may have found its row; whoever looks from now on makes it anew.
      if (await isWanted(database, originalSha256, address)) {
        await database.rendition.create({ data: rendition });
        return;
      }
      await blobs.remove(renditionKey(address));
      sums.pruned += 1;
      sums.bytes += bytes;
    });
  }
  await prunePages({ database, blobs, claims }, rested, sums);
  await pruneSeasonCards({ database, blobs, claims }, rested, sums);
  return { kept: await database.rendition.count(), ...sums };
}

async function isWanted(database: Database, sha256: string, address: string): Promise<boolean> {
  const wanted = await findWantedRenditions(database, sha256);
  return wanted.some(({ edits, spec }) => renditionAddress(sha256, spec, edits) === address);
}

/** Drawn pages that were never sent, as when a word changed before they were. */
async function prunePages(
  { database, blobs, claims }: Omit<Rendering, "renderPool">,
  rested: Date,
  sums: { pruned: number; bytes: number },
): Promise<void> {
  const wanted = await findWantedPages(database);
  const old = await database.detailPage.findMany({ where: { createdAt: { lt: rested } } });
  for (const { address, slices } of old.filter((page) => !wanted.has(page.address))) {
    const { _sum } = await database.rendition.aggregate({ where: { address: { in: slices } }, _sum: { bytes: true } });
    await claims.holding(pageClaim(address), async () => {
      if (!(await forgetPage(database, address))) return;
      for (const slice of slices) await blobs.remove(renditionKey(slice));
      sums.pruned += slices.length;
      sums.bytes += _sum.bytes ?? 0;
    });
  }
}

/** Cards of lists that have changed since. */
async function pruneSeasonCards(
  { database, blobs, claims }: Omit<Rendering, "renderPool">,
  rested: Date,
  sums: { pruned: number; bytes: number },
): Promise<void> {
  const wanted = (await listSeasonCards(database)).map(seasonCardAddress);
  const old = await database.rendition.findMany({
    where: { specKey: cardSpecKey, createdAt: { lt: rested }, address: { notIn: wanted } },
    select: { address: true, bytes: true },
  });
  for (const { address, bytes } of old) {
    await claims.holding(cardClaim(address), async () => {
      const { count } = await database.rendition.deleteMany({ where: { address } });
      if (count === 0) return;
      await blobs.remove(renditionKey(address));
      sums.pruned += 1;
      sums.bytes += bytes;
    });
  }
}
