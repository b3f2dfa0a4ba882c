import type { MallSpec } from "#app/channels/contract.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square: RenditionSpec = { key: "square-1000", shape: "square", size: 1000, format: "jpeg", quality: 85 };

/** Sellers' practice for detail pages, which are pictures there. */
const detailPhoto: RenditionSpec = { key: "detail-780", shape: "width", size: 780, format: "jpeg", quality: 85 };

export const spec: MallSpec = {
  pictures: { main: square, extra: square, maximumExtra: 9, minimumSide: 500 },
  detail: { as: "pictures", photo: detailPhoto, slice: { maximumHeight: 5_000, maximumBytes: 3_000_000 } },
  // The search by our code finds a new product only after about a minute; reviews take hours.
  followUp: { first: 60, longest: 3600, settle: 90 },
};

/** Characters unless said otherwise. */
export const limits = {
  name: 100,
  itemName: 150,
  items: 200,
  /** Won. */
  priceStep: 10,
  stock: 99_999,
  tags: 20,
  tag: 20,
  noticeContent: 200,
  attributeName: 25,
  attributeValue: 30,
} as const;

/** One stray character in one tag refuses the whole product. */
export function isAllowedTag(tag: string): boolean {
  return tag.length <= limits.tag && /^[가-힣ㄱ-ㆎA-Za-z0-9 !@#$%^&*\-+;:'.]+$/.test(tag);
}

/**
 * What is paid when a product comes back, in won. Free delivery is charged back at the return fee, so the return fee is
 * always 100 % of the initial one (Coupang takes 100–150 %).
 */
export function returnCharges(shippingFee: number, returnFee: number): { initial: number; back: number } {
  return { initial: shippingFee === 0 ? returnFee : shippingFee, back: returnFee };
}
