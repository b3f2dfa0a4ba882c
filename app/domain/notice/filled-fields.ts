import type { ProductFacts } from "../product/product-facts.ts";
import { commonNoticeFields, noticeOf, shownLabel } from "./notices.ts";

export interface FilledField {
  key: string;
  labelKo: string;
  value: string | boolean;
}

/** What of a product's notice is filled in, in the notice's own order. */
export function filledFields({ categoryKey, notice }: Pick<ProductFacts, "categoryKey" | "notice">): FilledField[] {
  return [...noticeOf(categoryKey).fields, ...commonNoticeFields].flatMap((field) => {
    const value = notice[field.key];
    return value === undefined || value === "" ? [] : [{ key: field.key, labelKo: shownLabel(field), value }];
  });
}
