import { filledFields } from "#app/domain/notice/filled-fields.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import type { Locale } from "#app/messages/sentence.ts";
import type { NoticeLine } from "./product-details.tsx";

/** Only what is filled in, in the notice's own order. */
export function noticeLines(product: ProductFacts, locale: Locale): NoticeLine[] {
  return filledFields(product).map(({ key, labelKo, value }) => ({
    key,
    label: locale === "ko" ? labelKo : fieldLabel(locale, `notice.${key}`),
    value,
  }));
}
