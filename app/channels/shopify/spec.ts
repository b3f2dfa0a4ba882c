import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice } from "#app/channels/picture-rules.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square2048: RenditionSpec = { key: "square-2048", shape: "square", size: 2048, format: "jpeg", quality: 85 };

export const shopifySpec: MallSpec = {
  pictures: {
    main: square2048,
    extra: square2048,
    // The mall takes 250; each one read costs points.
    maximumExtra: 19,
    // Nothing is refused for being small; below this a picture is blurred on a phone.
    minimumSide: 300,
    paddedFrom: null,
    // The stricter of two statements; 5,000 and 25 megapixels is the newer one.
    maximumSide: 4_472,
    formats: ["jpeg", "png"],
    maximumBytes: 20_000_000,
    mainPhoto: anyMainPhoto,
  },
  title: { maximum: 255, count: ({ length }) => length },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  // A create may go on for a while after we stopped waiting for its answer; a search lags behind a write. What waits are pictures, for minutes.
  followUp: { first: 5, longest: 600, settle: 60, usualDays: 1 },
};

export const shopifyLimits = {
  options: 3,
  /** Combinations of options. */
  variants: 2_048,
  tags: 250,
  /** Combinations of options asked for at once: each costs points. A product with more is always sent whole. */
  variantsRead: 100,
  /** Products asked for at once, of all that the shop has: each costs points. */
  listPage: 100,
  /** Pictures asked for when a product is read. */
  media: 20,
} as const;
