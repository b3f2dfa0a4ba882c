import type { MallSpec } from "#app/channels/contract.ts";
import { detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";

export const spec: MallSpec = {
  pictures: {
    main: square1000,
    extra: square1000,
    maximumExtra: 9,
    // Found at approval only, hours after the create was taken.
    minimumSide: 500,
    paddedFrom: null,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    // 10 MB are refused in today's words, older documents say 3.
    maximumBytes: 3_000_000,
    mainPhoto: { background: "white", overlay: "forbidden", productShare: 0.85 },
  },
  title: { maximum: 100, count: ({ length }) => length },
  detail: { as: "pictures", photo: detailPhoto(780), slice: detailSlice },
  // A create may go on for a while after we stopped waiting for its answer (30 s), and the search by our code finds a new product only after
  // about another minute. Reviews take hours; nowhere is it said how many at most, so that the days are ours.
  followUp: { first: 60, longest: 3600, settle: 180, usualDays: 3 },
};

/** Characters unless said otherwise. */
export const limits = {
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
