import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

/** The operator states no picture rule: the set that all malls take. */
export const gachiSapsidaSpec: MallSpec = {
  pictures: {
    main: square1000,
    extra: square1000,
    maximumExtra: 9,
    minimumSide: 600,
    paddedFrom: null,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    maximumBytes: 2_000_000,
    mainPhoto: anyMainPhoto,
  },
  title: null,
  detail: { as: "pictures", photo: detailPhoto(860), slice: detailSlice },
  /** People answer here: no use in asking every minute for long. The desk shows a delivery at once. A week is ours: nobody promises one. */
  followUp: { first: 60, longest: 6 * 3600, settle: 0, usualDays: 7 },
};
