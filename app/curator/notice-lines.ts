import { commonNoticeFields, noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import type { Locale } from "#app/messages/sentence.ts";
import type { NoticeLine } from "./product-details.tsx";

/** Only what is filled in, in the notice's own order. */
export function noticeLines({ categoryKey, notice }: ProductFacts, locale: Locale): NoticeLine[] {
  return [...noticeOf(categoryKey).fields, ...commonNoticeFields].flatMap(({ key, labelKo }) => {
    const value = notice[key];
    if (value === undefined || value === "") return [];
    return [{ key, label: locale === "ko" ? labelKo : fieldLabel(locale, `notice.${key}`), value }];
  });
}
