import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { photoClaim, type Rendering } from "./ensure-renditions.ts";
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
  const old = await database.rendition.findMany({
    // A slice of a detail page is drawn to be sent and is pinned then.
    where: {
      pinnedAt: null,
      originalSha256: { not: null },
      createdAt: { lt: new Date(Date.now() - restHours * 3_600_000) },
    },
    select: { address: true, originalSha256: true, bytes: true },
  });
  const sums = { pruned: 0, bytes: 0 };
  for (const { address, originalSha256, bytes } of old.filter((one) => !wanted.has(one.address))) {
    // Under the claim, so that nobody makes it anew between its row's end and that of its bytes.
    await claims.holding(photoClaim(originalSha256 ?? address), async () => {
      const { count } = await database.rendition.deleteMany({ where: { address, pinnedAt: null } });
      if (count === 0) return;
      await blobs.remove(renditionKey(address));
      sums.pruned += 1;
      sums.bytes += bytes;
    });
  }
  return { kept: await database.rendition.count(), ...sums };
}
