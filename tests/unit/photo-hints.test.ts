import { expect, test } from "vitest";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { findPhotoHints, type HintedPhoto, type HintSurroundings } from "#app/domain/picture/photo-hints.ts";
import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";

const clear: PhotoMeasures = { sharpness: 0.4, brightness: 130, burnt: 0, busyBorder: 0.05 };
const photo = (over: Partial<HintedPhoto> = {}): HintedPhoto => ({
  ...{ sha256: "a".repeat(64), edits: noEdits, width: 1600, height: 1200, measures: clear },
  ...over,
});
const around = (over: Partial<HintSurroundings> = {}): HintSurroundings => ({
  malls: [
    { name: "쿠팡", minimumSide: 500 },
    { name: "네이버", minimumSide: 600 },
  ],
  likenesses: [],
  ignored: new Map(),
  ...over,
});
const codes = (one: HintedPhoto, surroundings = around()) =>
  findPhotoHints(one, 2, surroundings).map(({ issue, help }) => `${issue.code} ${help}`);

test("a good photo needs no word", () => {
  expect(codes(photo())).toEqual([]);
  expect(codes(photo({ measures: null }))).toEqual([]);
});

test("each flaw has what helps against it", () => {
  const bad = { ...clear, sharpness: 0.01, brightness: 20, busyBorder: 0.6 };
  expect(codes(photo({ measures: bad }))).toEqual([
    "hint.photo_blurred retake",
    "hint.photo_dark retake",
    "hint.photo_busy_background crop",
  ]);
});

test("a small photo names the malls that refuse it and the side they want", () => {
  const [hint] = findPhotoHints(photo({ width: 550, height: 900 }), 2, around());
  expect(hint?.issue).toMatchObject({
    code: "hint.photo_small_for",
    severity: "warning",
    params: { number: 2, side: 550, wanted: 600, malls: "네이버" },
  });
  expect(findPhotoHints(photo({ width: 499 }), 2, around())[0]?.issue.params.malls).toBe("쿠팡, 네이버");
});

test("a crop ends the hint of its background, and one too narrow is mended by cropping again", () => {
  const cropped = { ...noEdits, crop: { x: 0, y: 0, width: 0.5, height: 0.5 } };
  expect(codes(photo({ edits: cropped, measures: { ...clear, busyBorder: 0.6 } }))).toEqual([]);
  expect(codes(photo({ edits: cropped, width: 480, height: 480 }))).toEqual(["hint.photo_cropped_small widen"]);
  // What is too small as a whole is not mended by that.
  expect(codes(photo({ edits: cropped, width: 250, height: 250 }))).toEqual(["hint.photo_small_for retake"]);
});

test("a photo like another is said or asked, with the other one", () => {
  const like = { sha256: photo().sha256, like: "b".repeat(64), name: "참기름", sure: true };
  const [said] = findPhotoHints(photo(), 2, around({ likenesses: [like] }));
  expect(said).toMatchObject({ issue: { code: "hint.photo_same" }, help: "remove", like: like.like });
  const [asked] = findPhotoHints(photo(), 2, around({ likenesses: [{ ...like, sure: false }] }));
  expect(asked).toMatchObject({ issue: { code: "hint.photo_alike" }, help: "answer" });
});

test("what the merchant lets be is not said again", () => {
  const ignored = new Map([[photo().sha256, new Set(["hint.photo_dark"])]]);
  expect(codes(photo({ measures: { ...clear, brightness: 20 } }), around({ ignored }))).toEqual([]);
});
