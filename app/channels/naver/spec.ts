import type { MallSpec } from "#app/channels/contract.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square: RenditionSpec = { key: "square-1000", shape: "square", size: 1000, format: "jpeg", quality: 85 };

/** Sellers' practice for detail pages. */
const detailPhoto: RenditionSpec = { key: "detail-860", shape: "width", size: 860, format: "jpeg", quality: 85 };

export const naverSpec: MallSpec = {
  pictures: { main: square, extra: square, maximumExtra: 9, minimumSide: 600 },
  detail: { as: "html", photo: detailPhoto, slice: { maximumHeight: 5_000, maximumBytes: 3_000_000 } },
  /** A create may go on for a while after we stopped waiting for its answer (20 s). */
  followUp: { first: 60, longest: 3600, settle: 30 },
};

export const naverLimits = {
  /** Code points; the reference names no number, sellers keep to 50. */
  nameLength: 50,
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
