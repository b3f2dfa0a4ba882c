import { z } from "zod";

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

/** A photo as it is shown and sold: the original, and what is done to it. */
export interface EditedPhoto {
  /** Lower-case hex SHA-256 of the original's bytes. */
  sha256: string;
  edits: PhotoEdits;
}

export function unedited(sha256: string): EditedPhoto {
  return { sha256, edits: noEdits };
}

/** Only what has an effect, in one order: the same edits are always the same text. */
export function editsRecipe({ turn, straighten, crop, margin }: PhotoEdits): EditsRecipe {
  return {
    ...(turn === 0 ? {} : { turn }),
    ...(straighten === 0 ? {} : { straighten }),
    ...(crop === null ? {} : { crop: [crop.x, crop.y, crop.width, crop.height] }),
    ...(margin === 0 ? {} : { margin }),
  };
}

export type EditsRecipe = z.infer<typeof recipe>;

const shareOf = z.number().min(0).max(1);
const keptShare = z.number().min(leastCrop).max(1);
const recipe = z.object({
  turn: z.literal([90, 180, 270]).optional(),
  straighten: z.number().min(-straightenLimit).max(straightenLimit).optional(),
  crop: z
    .tuple([shareOf, shareOf, keptShare, keptShare])
    // Shares are rounded.
    .refine(([x, y, width, height]) => x + width <= 1.001 && y + height <= 1.001)
    .optional(),
  margin: z.number().min(0).max(marginLimit).optional(),
});

/** From a recipe; null when it is none that we would have written. */
export function readEdits(stored: unknown): PhotoEdits | null {
  const { data } = recipe.safeParse(stored);
  if (!data) return null;
  const { turn = 0, straighten = 0, crop, margin = 0 } = data;
  const [x = 0, y = 0, width = 1, height = 1] = crop ?? [];
  const edits: PhotoEdits = { turn, straighten, crop: crop ? { x, y, width, height } : null, margin };
  return Object.keys(editsRecipe(edits)).length === 0 ? noEdits : edits;
}

/** A recipe as input. */
export const photoEdits = z.unknown().transform((given, context): PhotoEdits => {
  const edits = readEdits(given);
  if (!edits) context.issues.push({ code: "custom", input: given, message: "not a photo's edits" });
  return edits ?? noEdits;
});

/** From a row of ours. */
export function storedEdits(stored: unknown): PhotoEdits {
  const edits = readEdits(stored);
  if (!edits) throw new Error(`Not a photo's edits: ${JSON.stringify(stored)}`);
  return edits;
}

/** From a row of a photo; null where there is none. */
export function storedPhoto(row: { sha256: string; edits: unknown } | undefined): EditedPhoto | null {
  return row ? { sha256: row.sha256, edits: storedEdits(row.edits) } : null;
}

export function sameEdits(one: PhotoEdits, other: PhotoEdits): boolean {
  return JSON.stringify(editsRecipe(one)) === JSON.stringify(editsRecipe(other));
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
