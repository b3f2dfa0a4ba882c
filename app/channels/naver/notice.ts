import { type NoticeField, noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { standardTerms } from "./standard-terms.ts";

type NoticeContent = Record<string, string | boolean | number>;

/** `{productInfoProvidedNoticeType, <child>: {…}}`. */
export type NaverNotice = Record<string, string | NoticeContent>;

/** The reference is unclear whether these types take `releaseDate` as text or as an object; the words are always taken. */
const releaseDateAsWords = new Set(["SEASON_APPLIANCES", "OFFICE_APPLIANCES", "SPORTS_EQUIPMENT"]);

/** Numbers on the wire; everything else is text, a yes/no or a date. */
const wholeNumbers = new Set(["periodDays", "useStoreAddressId"]);

/** @throws RangeError for a category without a disclosure at Naver. */
export function naverNotice({ categoryKey, notice: values }: ProductFacts): NaverNotice {
  const notice = noticeOf(categoryKey);
  if (!notice?.naver.child) throw new RangeError(`Naver has no disclosure for ${categoryKey}`);
  const content: NoticeContent = { ...standardTerms };
  const twins = new Set(notice.fields.map(({ twinKey }) => twinKey));
  for (const field of notice.fields) {
    if (twins.has(field.key)) continue;
    if (field.twinKey) Object.assign(content, dateOrWords(categoryKey, field, field.twinKey, values));
    else if (isStated(values[field.key])) content[field.key] = onTheWire(field.key, values[field.key]);
  }
  for (const key of Object.keys(standardTerms)) {
    if (isStated(values[key])) content[key] = onTheWire(key, values[key]);
  }
  return { productInfoProvidedNoticeType: notice.naver.type, [notice.naver.child]: content };
}

/** One of `packDate` and `packDateText`, never both, and the `packDateType` that says which. (`CALENDER` is Naver's spelling.) */
function dateOrWords(
  categoryKey: string,
  { key }: NoticeField,
  twinKey: string,
  values: ProductFacts["notice"],
): NoticeContent {
  const date = values[key];
  const words = isStated(date) && key === "releaseDate" && releaseDateAsWords.has(categoryKey) ? date : values[twinKey];
  if (isStated(date) && words !== date) return { [key]: String(date), [`${key}Type`]: "CALENDER" };
  return isStated(words) ? { [twinKey]: String(words), [`${key}Type`]: "DIRECT" } : {};
}

function onTheWire(key: string, value: string | boolean | undefined): string | boolean | number {
  if (wholeNumbers.has(key)) return Number(value);
  return value ?? "";
}

function isStated(value: string | boolean | undefined): value is string | boolean {
  return typeof value === "boolean" || (typeof value === "string" && value.trim() !== "");
}
