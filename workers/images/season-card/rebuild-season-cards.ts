import { type SeasonCard, seasonCardAddress } from "#app/domain/picture/season-card.ts";
import { listSeasonCards } from "#app/domain/season/season-card.ts";
import { BlobMissing, renditionKey } from "#app/services/blobs/blob-store.ts";
import type { Rendering } from "../ensure-renditions.ts";
import type { Rebuilt } from "../rebuild-renditions.ts";
import { cardClaim, ensureSeasonCard } from "./ensure-season-card.ts";

/** Draws the cards that are missing or have lost their bytes, also of seasons that were published before there were cards. */
export async function rebuildSeasonCards(context: Rendering, rebuilt: Rebuilt): Promise<void> {
  for (const card of await listSeasonCards(context.database)) {
    rebuilt.wanted += 1;
    if (await isWhole(context, card)) continue;
    try {
      const issues = await ensureSeasonCard(context, card);
      rebuilt.failed.push(...issues);
      if (issues.length === 0) rebuilt.made += 1;
    } catch (error) {
      // The photo that is gone has been told of.
      if (!(error instanceof BlobMissing)) throw error;
    }
  }
}

/** A row without bytes is removed, to be drawn anew. */
function isWhole({ database, blobs, claims }: Rendering, card: SeasonCard): Promise<boolean> {
  const address = seasonCardAddress(card);
  return claims.holding(cardClaim(address), async () => {
    if (await blobs.has(renditionKey(address))) return (await database.rendition.count({ where: { address } })) > 0;
    await database.rendition.deleteMany({ where: { address } });
    return false;
  });
}
