import type { MallSpec } from "#app/channels/contract.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square: RenditionSpec = { key: "square-1000", shape: "square", size: 1000, format: "jpeg", quality: 85 };

/** A shop of its own takes pictures of any size. */
export const cafe24Spec: MallSpec = {
  pictures: { main: square, extra: square, maximumExtra: 9, minimumSide: 1 },
  // A create may go on for a while after we stopped waiting for its answer.
  followUp: { first: 60, longest: 3600, settle: 60 },
};

export const cafe24Limits = {
  /** Characters. */
  name: 250,
  originName: 30,
  optionNames: 5,
  /** Won. */
  price: 2_147_483_647,
} as const;
