import type { hintCodes } from "../issue/hint-codes.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { Likeness } from "./likeness.ts";
import type { EditedPhoto, PixelSize } from "./photo-edits.ts";
import { findPhotoFlaws, type PhotoFlaw, type PhotoMeasures } from "./photo-measures.ts";

/** What helps against a hint besides looking away. */
export type HintHelp = "retake" | "crop" | "widen" | "remove" | "answer";

export interface PhotoHint {
  issue: Issue;
  help: HintHelp;
  /** The photo it is like. */
  like?: string;
}

/** A decoded photo; pixels as edited. */
export interface HintedPhoto extends EditedPhoto, PixelSize {
  measures: PhotoMeasures | null;
}

export interface HintSurroundings {
  /** Names of the malls in the reader's language, and the shorter side in pixels below which each refuses a photo. */
  malls: readonly { name: string; minimumSide: number }[];
  likenesses: readonly Likeness[];
  /** Codes that the merchant wants to see no more, by the photo's original. */
  ignored: ReadonlyMap<string, ReadonlySet<string>>;
}

const helps: Record<PhotoFlaw, HintHelp> = {
  blurred: "retake",
  dark: "retake",
  burnt: "retake",
  busy_background: "crop",
  moving: "retake",
};

/** What a buyer or a mall would mind in one photo, the most serious first. `number` is its place, from 1. */
export function findPhotoHints(
  photo: HintedPhoto,
  number: number,
  { malls, likenesses, ignored }: HintSurroundings,
): PhotoHint[] {
  const { sha256, measures, edits } = photo;
  const hint = (code: (typeof hintCodes)[number], help: HintHelp, params: Issue["params"] = {}): PhotoHint => ({
    issue: issue(code, { field: "photos", photo: sha256 }, { severity: "warning", params: { number, ...params } }),
    help,
  });
  const side = Math.min(photo.width, photo.height);
  const refusing = malls.filter(({ minimumSide }) => side < minimumSide);
  const wanted = Math.max(...refusing.map(({ minimumSide }) => minimumSide));
  const { width: keptX, height: keptY } = edits.crop ?? { width: 1, height: 1 };
  const cropped = edits.crop !== null && Math.min(photo.width / keptX, photo.height / keptY) >= wanted;
  const found = [
    ...(refusing.length > 0
      ? [
          hint(cropped ? "hint.photo_cropped_small" : "hint.photo_small_for", cropped ? "widen" : "retake", {
            side,
            wanted,
            malls: refusing.map(({ name }) => name).join(", "),
          }),
        ]
      : []),
    ...(measures ? findPhotoFlaws(measures, edits) : []).map((flaw) => hint(`hint.photo_${flaw}`, helps[flaw])),
  ];
  const like = likenesses.find((one) => one.sha256 === sha256);
  if (like?.sure) found.push({ ...hint("hint.photo_same", "remove", { name: like.name }), like: like.like });
  if (like && !like.sure) found.push({ ...hint("hint.photo_alike", "answer", { name: like.name }), like: like.like });
  return found.filter(({ issue: { code } }) => !ignored.get(sha256)?.has(code));
}
