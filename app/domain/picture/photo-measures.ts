import { noEdits, type PhotoEdits } from "./photo-edits.ts";

/** What was measured of a photo when it arrived, at 640 pixels of its longer side. Shares are from 0 to 1. */
export interface PhotoMeasures {
  /** How steep contours are: median over them of curvature² ÷ slope². Above 0.3 in a sharp photo, 0 without any contour. */
  sharpness: number;
  /** Mean, of 255. */
  brightness: number;
  /** What 95 of 100 pixels are no lighter than, of 255; left out by what was measured before it was looked for. */
  light?: number;
  /** Share of the thing, without the white around it, of which a colour is too light to tell; left out likewise. */
  burnt?: number;
  /** Share of the border that lies on an edge: how much goes on behind the product. */
  busyBorder: number;
  /** More than one in a moving picture; left out likewise. */
  frames?: number;
}

/** Where a hint begins. `npm run bench -- hints` counts what these find and miss. */
export const photoThresholds = {
  sharpness: 0.05,
  brightness: 50,
  light: 100,
  burnt: 0.09,
  busyBorder: 0.3,
} as const;

export const photoFlaws = ["blurred", "dark", "burnt", "busy_background", "moving"] as const;
export type PhotoFlaw = (typeof photoFlaws)[number];

/** What a buyer would mind in the photo, worst first. What lay around a crop is no longer in it. */
export function findPhotoFlaws(measures: PhotoMeasures, { crop }: Pick<PhotoEdits, "crop"> = noEdits): PhotoFlaw[] {
  const { light = 255, burnt = 0, frames = 1 } = measures;
  const found: Record<PhotoFlaw, boolean> = {
    blurred: measures.sharpness < photoThresholds.sharpness,
    dark: measures.brightness < photoThresholds.brightness || light < photoThresholds.light,
    burnt: burnt > photoThresholds.burnt,
    busy_background: measures.busyBorder > photoThresholds.busyBorder && crop === null,
    moving: frames > 1,
  };
  return photoFlaws.filter((flaw) => found[flaw]);
}
