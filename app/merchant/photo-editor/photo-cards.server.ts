import { malls } from "#app/channels/registry.ts";
import type { EditablePhoto } from "#app/domain/picture/edit-steps.ts";
import { findIgnoredHints } from "#app/domain/picture/ignored-hints.ts";
import { findLikenesses } from "#app/domain/picture/likeness.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { editedSize, type PhotoEdits, unedited } from "#app/domain/picture/photo-edits.ts";
import { findPhotoHints, type PhotoHint } from "#app/domain/picture/photo-hints.ts";
import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";
import type { Locale } from "#app/messages/sentence.ts";
import type { Database } from "#app/services/database/database.ts";
import { editablePhotos } from "./editable-photo.server.ts";
import type { DrawnPhoto } from "./edited-picture.tsx";

export interface ShownHint extends PhotoHint {
  /** The photo it is like, and whose it is: another of these, or of a product that may have no name yet. */
  likePhoto: { sha256: string; drawn: DrawnPhoto | null; here: boolean; name: string } | null;
}

/** What the cards of a draft's or a product's photos show besides the photo itself. */
export interface CardView {
  /** Null while nothing is made of it. */
  drawn: (DrawnPhoto & EditablePhoto) | null;
  /** The picture of the photo as it is edited now is made. */
  made: boolean;
  hints: ShownHint[];
}

/** In the order of the photos; one that is not decoded has neither picture nor hint. */
export async function photoCards(
  database: Database,
  place: { storeId: string; productId?: string; draftId?: string },
  photos: readonly { sha256: string | null; edits: PhotoEdits }[],
  locale: Locale,
): Promise<CardView[]> {
  const originals = photos.flatMap(({ sha256 }) => sha256 ?? []);
  const edited = photos.map(({ sha256, edits }) => (sha256 ? { sha256, edits } : null));
  const [likenesses, ignored, pictureOf, measured] = await Promise.all([
    findLikenesses(database, place, originals),
    findIgnoredHints(database, place.storeId, originals),
    loadWebPictures(database, edited),
    database.original.findMany({ where: { sha256: { in: originals } }, select: { sha256: true, measures: true } }),
  ]);
  const drawn = await editablePhotos(database, [...originals, ...likenesses.map(({ like }) => like)].map(unedited));
  const measuresOf = new Map(measured.map(({ sha256, measures }) => [sha256, measures as PhotoMeasures | null]));
  const wanted = Object.values(malls).map(({ name, spec }) => ({
    name: name[locale],
    minimumSide: spec.pictures.minimumSide,
  }));
  return photos.map(({ sha256, edits }, index) => {
    const picture = (sha256 && drawn.get(sha256)) || null;
    const made = pictureOf(edited[index] ?? null) !== null;
    if (!sha256 || !picture) return { drawn: picture, made, hints: [] };
    const photo = { sha256, edits, ...editedSize(picture, edits), measures: measuresOf.get(sha256) ?? null };
    const hints = findPhotoHints(photo, index + 1, { malls: wanted, likenesses, ignored });
    return {
      drawn: picture,
      made,
      hints: hints.map((hint) => {
        const { like } = hint;
        const name = String(hint.issue.params.name ?? "");
        const here = name === "" && originals.filter((one) => one === like).length > (like === sha256 ? 1 : 0);
        return { ...hint, likePhoto: like ? { sha256: like, drawn: drawn.get(like) ?? null, here, name } : null };
      }),
    };
  });
}
