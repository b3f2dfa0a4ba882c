/** What was measured of a photo when it arrived, at 640 pixels of its longer side. Shares are from 0 to 1. */
export interface PhotoMeasures {
  /** How steep contours are: median over them of curvature² ÷ slope². Above 0.3 in a sharp photo, 0 without any contour. */
  sharpness: number;
  /** Mean, of 255. */
  brightness: number;
  /** Share of the inner part without any drawing left. */
  burnt: number;
  /** The same of the border: a white background is not a burnt photo. */
  whiteBorder: number;
  /** Share of the border that lies on an edge: how much goes on behind the product. */
  busyBorder: number;
  /** More than one in a moving picture; left out by what was measured before they were counted. */
  frames?: number;
}

/** Where a hint begins. `npm run bench -- hints` counts what these find and miss. */
export const photoThresholds = {
  sharpness: 0.05,
  brightness: 50,
  burnt: 0.25,
  whiteBorder: 0.5,
  busyBorder: 0.3,
} as const;

export const photoFlaws = ["blurred", "dark", "burnt", "busy_background", "moving"] as const;
export type PhotoFlaw = (typeof photoFlaws)[number];

/** What a buyer would mind in the photo, worst first. */
export function findPhotoFlaws(measures: PhotoMeasures): PhotoFlaw[] {
  const onWhite = measures.whiteBorder >= photoThresholds.whiteBorder;
  const found: Record<PhotoFlaw, boolean> = {
    blurred: measures.sharpness < photoThresholds.sharpness,
    dark: measures.brightness < photoThresholds.brightness,
    burnt: measures.burnt > photoThresholds.burnt && !onWhite,
    busy_background: measures.busyBorder > photoThresholds.busyBorder,
    moving: (measures.frames ?? 1) > 1,
  };
  return photoFlaws.filter((flaw) => found[flaw]);
}
