import { draftPath, draftsPath } from "../draft-path.ts";

/** What a photo is for, one of the two: a product that is being entered, or one that stands already. */
export interface PhotoTarget {
  draftId?: string;
  productId?: string;
}

/** Where its photos are sent to. */
export function photosAddress({ draftId, productId }: PhotoTarget): string {
  return `/merchant/photos?${new URLSearchParams(productId ? { product: productId } : { draft: draftId ?? "" })}`;
}

export function productPhotosPath(productId: string): string {
  return `/merchant/products/${productId}/photos`;
}

/** Whether the page at this path shows by itself how such a photo stands. */
export function isShownAt(pathname: string, { draftId = "", productId }: PhotoTarget): boolean {
  if (productId) return pathname === productPhotosPath(productId);
  return pathname === `${draftsPath}/new` || pathname.startsWith(draftPath(draftId, ""));
}
