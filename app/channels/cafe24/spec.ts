import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

/** 600 is what the markets want that a shop passes its goods on to. */
const square = { ...square1000, key: "square-1000-padded", atLeast: 600 };

export const cafe24Spec: MallSpec = {
  pictures: {
    main: square,
    extra: square,
    // The mall takes 20, in one call of at most 30 MB; as base64 more than these could be heavier.
    maximumExtra: 10,
    minimumSide: 600,
    // A product smaller than half of its frame would be lost in white.
    paddedFrom: 300,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    // Of a further picture; the main one may have 10 MB.
    maximumBytes: 5_000_000,
    mainPhoto: anyMainPhoto,
  },
  title: { maximum: 250, count: ({ length }) => length },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  // A create may go on for a while after we stopped waiting for its answer. Nobody reviews here as a rule: what waits for days is stuck.
  followUp: { first: 60, longest: 3600, settle: 60, usualDays: 2 },
};

export const cafe24Limits = {
  originName: 30,
  optionNames: 5,
  /** Of one call. */
  variants: 100,
  /** Won. */
  price: 2_147_483_647,
} as const;
