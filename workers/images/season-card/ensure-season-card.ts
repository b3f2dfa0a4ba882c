import type { Issue } from "#app/domain/issue/issue.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { type SeasonCard, seasonCardAddress, seasonCardPhoto } from "#app/domain/picture/season-card.ts";
import { say } from "#app/messages/sentence.ts";
import { hundredMessages as m } from "#app/messages/stores.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { ensureRenditions, type Rendering } from "../ensure-renditions.ts";

/** Whoever draws a card, or lets it go, holds this. */
export function cardClaim(address: string): string {
  return `season-card:${address}`;
}

export const cardSpecKey = "season-card";

/** Draws a season's card unless it is there; issues of photos that cannot be rendered, for which there is no card. */
export async function ensureSeasonCard(context: Rendering, card: SeasonCard): Promise<Issue[]> {
  const { database, claims } = context;
  const address = seasonCardAddress(card);
  const isThere = async () => (await database.rendition.count({ where: { address } })) > 0;
  if (await isThere()) return [];
  const issues = await ensureRenditions(
    context,
    card.photos.map((photo) => ({ ...photo, spec: seasonCardPhoto })),
  );
  if (issues.length > 0) return issues;
  return claims.holding(cardClaim(address), async () => ((await isThere()) ? [] : drawAndKeep(context, card)));
}

async function drawAndKeep({ database, blobs, renderPool }: Rendering, card: SeasonCard): Promise<Issue[]> {
  const { year, count, photos } = card;
  const drawn = await renderPool.drawCard({
    above: say("ko", m.cardAbove),
    title: say("ko", m.title, { year }),
    below: say("ko", m.cardBelow, { count }),
    tiles: await Promise.all(
      photos.map(({ sha256, edits }) => blobs.get(renditionKey(renditionAddress(sha256, seasonCardPhoto, edits)))),
    ),
  });
  if (!drawn.ok) return [drawn.issue];
  const { bytes: picture, width, height } = drawn.card;
  const address = seasonCardAddress(card);
  // Stored bytes come before the row, so that a row always has its bytes.
  const { bytes, sha256 } = await blobs.putAt(renditionKey(address), picture);
  const row = { address, specKey: cardSpecKey, mediaType: "image/jpeg", width, height, bytes, sha256 };
  await database.rendition.createMany({ data: [row], skipDuplicates: true });
  return [];
}
