import type { ListingPicture } from "#app/channels/contract.ts";
import type { PictureSpec } from "#app/channels/picture-rules.ts";
import type { EditedPhoto } from "#app/domain/picture/photo-edits.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { mainWebSet, webSet } from "#app/domain/picture/web-set.ts";
import type { WantedRendition } from "./ensure-renditions.ts";

export type PlannedPicture = WantedRendition & { role: ListingPicture["role"] };

/**
 * Which renditions a mall is sent for these photos: the first photo as main picture, the next ones as extras, and every one once
 * more as it stands on the detail page.
 */
export function picturePlan(
  photos: readonly EditedPhoto[],
  { pictures: { main, extra, maximumExtra }, detail }: PictureSpec,
): PlannedPicture[] {
  const [first, ...others] = photos;
  return [
    ...(first ? [planned("main", first, main)] : []),
    ...others.slice(0, maximumExtra).map((photo) => planned("extra", photo, extra)),
    ...photos.map((photo) => planned("detail", photo, detail.photo)),
  ];
}

/** Every picture that these malls and our own pages want of the photos, each once. */
export function planPictures(photos: readonly EditedPhoto[], malls: readonly PictureSpec[]): WantedRendition[] {
  const wanted = [
    ...malls.flatMap((spec) => picturePlan(photos, spec)),
    ...photos.flatMap((photo, index) => (index === 0 ? mainWebSet : webSet).map((spec) => ({ ...photo, spec }))),
  ];
  const byAddress = new Map(wanted.map((one) => [renditionAddress(one.sha256, one.spec, one.edits), one]));
  return [...byAddress.values()].map(({ sha256, edits, spec }) => ({ sha256, edits, spec }));
}

function planned(role: PlannedPicture["role"], { sha256, edits }: EditedPhoto, spec: PlannedPicture["spec"]) {
  return { role, sha256, edits, spec };
}
