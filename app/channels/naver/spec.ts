import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

export const naverSpec: MallSpec = {
  pictures: {
    main: square1000,
    extra: square1000,
    maximumExtra: 9,
    minimumSide: 600,
    paddedFrom: null,
    maximumSide: 5_000,
    // GIF and BMP too, which we do not make.
    formats: ["jpeg", "png"],
    // All of one upload together; a file alone may have 20 MB.
    maximumBytes: 10_000_000,
    mainPhoto: anyMainPhoto,
  },
  // Code points; the reference names no number, sellers keep to 50.
  title: { maximum: 50, count: (text) => [...text].length },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  /** A create may go on for a while after we stopped waiting for its answer (20 s). What is reviewed at all is so within days; the number is ours. */
  followUp: { first: 60, longest: 3600, settle: 60, usualDays: 2 },
};

export const naverLimits = {
  nameForbidden: ["\\", "*", "?", '"', "<", ">"],
  price: 999_999_990,
  priceStep: 10,
  shippingFee: 100_000,
  claimFee: 1_000_000,
  tags: 10,
  tagBytes: 30,
  optionGroups: 3,
  upload: { files: 10, bytes: 10_000_000 },
} as const;

/** Sellers saw anything but Hangul, Latin letters and digits refused, and longer tags too. */
export function isUsableTag(tag: string): boolean {
  return /^[가-힣A-Za-z0-9]+$/.test(tag) && Buffer.byteLength(tag) <= naverLimits.tagBytes;
}
