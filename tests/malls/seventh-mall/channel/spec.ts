import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

export const cornerSpec: MallSpec = {
  pictures: {
    main: square1000,
    extra: square1000,
    maximumExtra: 4,
    minimumSide: 600,
    paddedFrom: null,
    maximumSide: 4_000,
    formats: ["jpeg", "png"],
    maximumBytes: 2_000_000,
    mainPhoto: anyMainPhoto,
  },
  title: { maximum: 40, count: ({ length }) => length },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  followUp: { first: 60, longest: 3600, settle: 60, usualDays: 2 },
};
