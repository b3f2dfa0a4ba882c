import { neededFields } from "#app/domain/draft/steps.ts";
import { mayReferToDetails } from "#app/domain/notice/details.ts";
import type { NoticeKind } from "#app/domain/notice/notices.ts";
import { cellsByKey, noticeColumns } from "#app/domain/product/catalog-cells.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import { descriptionText } from "#app/domain/product/description-text.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";

/** One field of the form, with what is in it now. */
export interface EditField {
  /** Column key. */
  key: string;
  /** The law's own words for it; null where its key has a name of ours. */
  label: string | null;
  kind: "text" | "long" | "won" | "tax" | NoticeKind;
  value: string;
  optional: boolean;
  /** The law lets it refer to the description. */
  details: boolean;
}

export const editSections = ["main", "about", "terms", "notice", "further"] as const;
export type EditSection = (typeof editSections)[number];

/** What a merchant changes by hand, in the order of the form; the stocks stand apart, one a variant. */
export function editFields(content: ProductContent): Record<EditSection, EditField[]> {
  const cells = cellsByKey(content);
  const field = (key: string, kind: EditField["kind"] = "text", optional = false): EditField => {
    return { key, label: null, kind, value: cells[key] ?? "", optional, details: false };
  };
  const needed = new Set(neededFields(content.categoryKey).map(({ key }) => key));
  const notices = noticeColumns(content.categoryKey).map(({ field: { key, labelKo, kind, ...rest } }): EditField => {
    const details = mayReferToDetails({ key, labelKo, kind, ...rest });
    const name = `notice.${key}`;
    return { key: name, label: labelKo, kind, value: cells[name] ?? "", optional: !needed.has(key), details };
  });
  const text = descriptionText(content.description);
  const description = text === null ? [] : [{ ...field("description", "long", true), value: text }];
  const certificate = categoryOf(content.categoryKey).kcRule === "none" && content.kcNumber === null ? [] : ["kc"];
  return {
    main: [field("name"), field("price", "won")],
    about: [...description, field("origin"), field("maker")],
    terms: [
      field("shipping_fee", "won", true),
      field("tax", "tax"),
      ...certificate.map((key) => field(key, "text", true)),
      field("tags", "text", true),
    ],
    notice: notices.filter(({ optional }) => !optional),
    further: notices.filter(({ optional }) => optional),
  };
}

/** Where words in place of a date are typed, the date is. */
export function findEditField(content: ProductContent, key: string): EditField | undefined {
  const fields = Object.values(editFields(content)).flat();
  return fields.find((one) => one.key === key) ?? fields.find((one) => `${one.key}Text` === key);
}
