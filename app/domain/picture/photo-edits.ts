/**
 * What the merchant asked to be done to a photo, kept as instructions: the original stays as it came. In this order: turned, made
 * straight, cropped, given a margin.
 */
export interface PhotoEdits {
  /** Degrees clockwise. */
  turn: 0 | 90 | 180 | 270;
  /** Degrees clockwise, at most `straightenLimit` to either side; the slanted corners are cut off. */
  straighten: number;
  /** In shares of the photo turned and straightened; null: all of it. */
  crop: Box | null;
  /** White on every side, as a share of the longer side of what is left; at most `marginLimit`. */
  margin: number;
}

/** Shares of a picture, from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const straightenLimit = 15;
export const marginLimit = 0.25;
/** A crop keeps at least this share of each side. */
export const leastCrop = 0.1;

export const noEdits: PhotoEdits = { turn: 0, straighten: 0, crop: null, margin: 0 };

/** Only what has an effect, in one order: the same edits are always the same text. */
export function editsRecipe({ turn, straighten, crop, margin }: PhotoEdits): object {
  return {
    ...(turn === 0 ? {} : { turn }),
    ...(straighten === 0 ? {} : { straighten }),
    ...(crop === null ? {} : { crop: [crop.x, crop.y, crop.width, crop.height] }),
    ...(margin === 0 ? {} : { margin }),
  };
}

export interface PixelSize {
  width: number;
  height: number;
}

/** The share of both sides that is left when the slanted corners are cut off. */
export function straightenedShare({ width, height }: PixelSize, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Math.min(width / (width * cos + height * sin), height / (width * sin + height * cos));
}

/** What a photo of this many upright pixels measures once it is edited, without the margin. */
export function editedSize(photo: PixelSize, { turn, straighten, crop }: PhotoEdits): PixelSize {
  const onSide = turn === 90 || turn === 270;
  const turned = onSide ? { width: photo.height, height: photo.width } : photo;
  const share = straightenedShare(turned, straighten);
  return {
    width: Math.max(1, Math.round(turned.width * share * (crop?.width ?? 1))),
    height: Math.max(1, Math.round(turned.height * share * (crop?.height ?? 1))),
  };
}
