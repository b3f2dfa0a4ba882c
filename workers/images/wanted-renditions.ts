import { mallOfChannel } from "#app/channels/registry.ts";
import { storedEdits, unedited } from "#app/domain/picture/photo-edits.ts";
import { arrivalSet, mainWebSet, webSet } from "#app/domain/picture/web-set.ts";
import type { Database } from "#app/services/database/database.ts";
import type { WantedRendition } from "./ensure-renditions.ts";
import { picturePlan } from "./picture-plan.ts";

/** Every rendition, or every one of a photo, that something shows or will send as things stand, some of them more than once. */
export async function findWantedRenditions(database: Database, sha256?: string): Promise<WantedRendition[]> {
  const ofPhoto = sha256 === undefined ? {} : { photos: { some: { sha256 } } };
  const [originals, rows, drafts, stores, listings] = await Promise.all([
    database.original.findMany({ where: { sha256 }, select: { sha256: true } }),
    // With the photos beside it: its place among them says what it is wanted as.
    database.productPhoto.findMany({
      where: { version: ofPhoto },
      select: { versionId: true, position: true, sha256: true, edits: true },
      orderBy: { position: "asc" },
    }),
    database.draftPhoto.findMany({
      where: { sha256: sha256 ?? { not: null }, draft: { productId: null } },
      select: { sha256: true, edits: true },
    }),
    database.store.findMany({ where: { photoSha256: sha256 ?? { not: null } }, select: { photoSha256: true } }),
    database.listing.findMany({
      where: { wanted: "live", wantedVersion: ofPhoto },
      select: { wantedVersionId: true, channelKey: true },
    }),
  ]);
  const photos = rows.map(({ edits, ...row }) => ({ ...row, edits: storedEdits(edits) }));
  const ofVersion = new Map<string, typeof photos>();
  for (const photo of photos) ofVersion.set(photo.versionId, [...(ofVersion.get(photo.versionId) ?? []), photo]);
  const ofDrafts = drafts.flatMap(({ sha256, edits }) => (sha256 ? [{ sha256, edits: storedEdits(edits) }] : []));
  const ofStores = stores.flatMap(({ photoSha256 }) => (photoSha256 === null ? [] : [unedited(photoSha256)]));
  const forMalls = listings.flatMap(({ wantedVersionId, channelKey }) =>
    picturePlan(ofVersion.get(wantedVersionId) ?? [], mallOfChannel(channelKey).spec),
  );
  return [
    ...originals.flatMap(({ sha256 }) => arrivalSet.map((spec) => ({ ...unedited(sha256), spec }))),
    ...photos.flatMap((photo) => (photo.position === 0 ? mainWebSet : webSet).map((spec) => ({ ...photo, spec }))),
    ...ofDrafts.flatMap((photo) => arrivalSet.map((spec) => ({ ...photo, spec }))),
    ...ofStores.flatMap((photo) => mainWebSet.map((spec) => ({ ...photo, spec }))),
    ...forMalls,
  ]
    .filter((one) => sha256 === undefined || one.sha256 === sha256)
    .map(({ sha256, edits, spec }) => ({ sha256, edits, spec }));
}
