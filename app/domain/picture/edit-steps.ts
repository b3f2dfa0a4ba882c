import {
  type Box,
  editedSize,
  leastCrop,
  marginLimit,
  noEdits,
  type PhotoEdits,
  type PixelSize,
  straightenLimit,
} from "./photo-edits.ts";

/** What one press in the editor does. */
export const editSteps = [
  "turn-right",
  "turn-left",
  "tilt-right",
  "tilt-left",
  "suggested",
  "square",
  "whole",
  "closer",
  "wider",
  "left",
  "right",
  "up",
  "down",
  "margin",
  "no-margin",
  "undo",
] as const;
export type EditStep = (typeof editSteps)[number];

/** What the editor knows of a photo. */
export interface EditablePhoto extends PixelSize {
  /** Where its main object lies, in shares of the upright photo; null where nothing stands out. */
  subject: Box | null;
  /** Pixels that the malls want of each side. */
  minimumSide: number;
}

/** Degrees of one press. */
export const tiltStep = 0.5;
/** Of the frame's own side, how far it goes with one press. */
const moveShare = 0.08;
const zoom = 0.88;
/** White on every side, when it is asked for. */
export const usualMargin = 0.08;

export function takeStep(edits: PhotoEdits, step: EditStep, photo: EditablePhoto): PhotoEdits {
  const crop = edits.crop ?? squareIn(photo, edits);
  switch (step) {
    case "turn-right":
      return { ...edits, ...turned(edits), crop: edits.crop && turnedBox(edits.crop) };
    case "turn-left":
      return [1, 2, 3].reduce((turning) => takeStep(turning, "turn-right", photo), edits);
    case "tilt-right":
      return { ...edits, straighten: tilted(edits.straighten + tiltStep) };
    case "tilt-left":
      return { ...edits, straighten: tilted(edits.straighten - tiltStep) };
    case "suggested":
      return { ...edits, crop: suggestedCrop(photo, edits) };
    case "square":
      return { ...edits, crop: squareIn(photo, edits) };
    case "whole":
      return { ...edits, crop: null };
    case "closer":
      return { ...edits, crop: sized(crop, zoom) };
    case "wider":
      return { ...edits, crop: sized(crop, 1 / zoom) };
    case "left":
      return { ...edits, crop: moved(crop, -moveShare, 0) };
    case "right":
      return { ...edits, crop: moved(crop, moveShare, 0) };
    case "up":
      return { ...edits, crop: moved(crop, 0, -moveShare) };
    case "down":
      return { ...edits, crop: moved(crop, 0, moveShare) };
    case "margin":
      return { ...edits, margin: Math.min(usualMargin, marginLimit) };
    case "no-margin":
      return { ...edits, margin: 0 };
    case "undo":
      return noEdits;
  }
}

/** The smallest square around the main object that no mall finds too small, or the largest in the middle of the photo. */
export function suggestedCrop(photo: EditablePhoto, edits: PhotoEdits): Box {
  const largest = squareIn(photo, edits);
  if (!photo.subject) return largest;
  const subject = Array.from({ length: edits.turn / 90 }).reduce<Box>(turnedBox, photo.subject);
  const { width, height } = editedSize(photo, { ...edits, crop: null });
  const least = Math.max(leastCrop * Math.max(width, height), photo.minimumSide);
  const side = Math.max(subject.width * width, subject.height * height, least);
  const [shareX, shareY] = [Math.min(largest.width, side / width), Math.min(largest.height, side / height)];
  return inside({
    x: subject.x + (subject.width - shareX) / 2,
    y: subject.y + (subject.height - shareY) / 2,
    width: shareX,
    height: shareY,
  });
}

function squareIn(photo: PixelSize, edits: PhotoEdits): Box {
  const { width, height } = editedSize(photo, { ...edits, crop: null });
  const side = Math.min(width, height);
  return inside({
    x: (1 - side / width) / 2,
    y: (1 - side / height) / 2,
    width: side / width,
    height: side / height,
  });
}

function turned({ turn }: PhotoEdits): Pick<PhotoEdits, "turn"> {
  return { turn: ((turn + 90) % 360) as PhotoEdits["turn"] };
}

/** A quarter to the right. */
function turnedBox({ x, y, width, height }: Box): Box {
  return { x: rounded(1 - y - height), y: x, width: height, height: width };
}

function tilted(degrees: number): number {
  return Math.max(-straightenLimit, Math.min(straightenLimit, Math.round(degrees / tiltStep) * tiltStep));
}

/** Around its middle; its form stays. */
function sized(box: Box, factor: number): Box {
  const least = Math.max(leastCrop / box.width, leastCrop / box.height);
  const most = Math.min(1 / box.width, 1 / box.height);
  const by = Math.min(most, Math.max(least, factor));
  const [width, height] = [box.width * by, box.height * by];
  return inside({ x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height });
}

function moved(box: Box, byX: number, byY: number): Box {
  return inside({ ...box, x: box.x + box.width * byX, y: box.y + box.height * byY });
}

/** Pushed back into the photo, in ten-thousandths. */
export function inside({ x, y, width, height }: Box): Box {
  const [w, h] = [Math.min(1, width), Math.min(1, height)];
  return {
    x: rounded(Math.max(0, Math.min(1 - w, x))),
    y: rounded(Math.max(0, Math.min(1 - h, y))),
    width: rounded(w),
    height: rounded(h),
  };
}

function rounded(share: number): number {
  return Math.max(0, Math.round(share * 10_000) / 10_000);
}
