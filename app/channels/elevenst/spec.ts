import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

export const elevenstSpec: MallSpec = {
  pictures: {
    // Copied and shrunk to 600; from 1,000 on the mall shows a magnifier.
    main: square1000,
    extra: square1000,
    maximumExtra: 3,
    minimumSide: 600,
    paddedFrom: null,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    maximumBytes: 3_000_000,
    mainPhoto: anyMainPhoto,
  },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  // A create may go on for a while after we stopped waiting for its answer.
  followUp: { first: 60, longest: 3600, settle: 60 },
};

export const elevenstLimits = {
  /** In EUC-KR, about fifty Hangul; the reference says characters, the server counts bytes. */
  nameBytes: 100,
  /** Won. */
  price: { minimum: 10, maximum: 999_999_990, step: 10 },
  /** An option's price, as parts of the base price. */
  optionPrice: { above: 1, below: 0.5 },
  optionTitleBytes: 40,
  /** Characters. One client of the API allows 50, another 1,000: what is longer stands in the detail page. */
  noticeValue: 50,
  originName: 30,
} as const;

/** Codes of certificates. */
export const certificateTypes = [
  ..."101 102 103 104 105 123 124 127 128 129 130 132 133 134 135 136".split(" "),
] as readonly string[];
