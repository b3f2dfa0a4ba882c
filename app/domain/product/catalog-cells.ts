import { type ColumnKey, columnHeading, columnKeys } from "../intake/columns.ts";
import { commonNoticeFields, type NoticeField, noticeOf } from "../notice/notices.ts";
import { findNoticeField } from "../notice/rules.ts";
import { categoryOf } from "./categories.ts";
import type { ProductContent } from "./product-content.ts";

export interface CatalogSheet {
  headings: string[];
  /** As many cells as headings, all of them text. */
  rows: string[][];
}

const taxWords = { taxable: "과세", exempt: "면세", zero_rated: "영세" } as const;

/** Products as the sheet that, read again, gives the same products: every column of the contract that any of them fills. */
export function writeCatalog(contents: readonly ProductContent[]): CatalogSheet {
  const further = new Map<string, number>();
  const cells = contents.map((content) => {
    const said = new Map(furtherCells(content));
    for (const heading of said.keys()) if (!further.has(heading)) further.set(heading, further.size);
    return { own: ownCells(content), said };
  });
  const headings = [...further.keys()];
  return {
    headings: [...columnKeys.map(columnHeading), ...headings],
    rows: cells.map(({ own, said }) => [
      ...columnKeys.map((key) => own[key]),
      ...headings.map((heading) => said.get(heading) ?? ""),
    ]),
  };
}

/**
 * A product as the cells of a row, by column key: `name`, `notice.<key>` (a date's words under the date's key), `mall.<mall>.<field>`. A
 * sheet with these headings gives the same product.
 */
export function cellsByKey(content: ProductContent): Record<string, string> {
  const { categoryKey, notice, mallFields } = content;
  const fields = [...noticeColumns(categoryKey), ...columnsOf(categoryKey, commonNoticeFields)];
  const notices = fields.flatMap(({ field }): [string, string][] => {
    const value = notice[field.key] ?? (field.twinKey ? notice[field.twinKey] : undefined);
    return value === undefined ? [] : [[`notice.${field.key}`, noticeText(value)]];
  });
  return { ...ownCells(content), ...Object.fromEntries([...notices, ...mallCells(mallFields)]) };
}

function mallCells(mallFields: ProductContent["mallFields"]): [heading: string, text: string][] {
  return Object.entries(mallFields).flatMap(([mall, said]) =>
    Object.entries(said).map(([field, text]): [string, string] => [`mall.${mall}.${field}`, text]),
  );
}

function ownCells(content: ProductContent): Record<ColumnKey, string> {
  const { variants } = content;
  const withOptions = variants.filter(({ options }) => options.length > 0);
  const stocks = withOptions.filter(({ stock }) => stock !== null);
  const deltas = withOptions.filter(({ priceDelta }) => priceDelta !== 0);
  return {
    sku: content.sku,
    name: content.name,
    category: categoryOf(content.categoryKey).nameKo,
    price: String(content.price),
    stock: stockText(variants),
    origin: content.origin.text,
    maker: content.maker,
    description: content.description,
    photos: (content.photos ?? []).map(({ fileName }) => fileName).join("\n"),
    options: optionsText(withOptions),
    option_stock: stocks.map(({ key, stock }) => `${key}=${stock}`).join("; "),
    option_price: deltas.map(({ key, priceDelta }) => `${key}=${priceDelta > 0 ? "+" : ""}${priceDelta}`).join("; "),
    tax: taxWords[content.tax],
    shipping_fee: content.shippingFee === null ? "" : String(content.shippingFee),
    kc: content.kcNumber ?? "",
    tags: content.tags.join(", "),
  };
}

/** Blank while it was never said: the sheet asks for it then. */
function stockText(variants: ProductContent["variants"]): string {
  const [only] = variants;
  if (variants.length === 1 && only?.options.length === 0) return only.stock === null ? "" : String(only.stock);
  return String(
    Math.min(
      99_999,
      variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0),
    ),
  );
}

function optionsText(variants: ProductContent["variants"]): string {
  const values = new Map<string, Set<string>>();
  for (const { name, value } of variants.flatMap(({ options }) => options)) {
    values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return [...values].map(([name, some]) => `${name}=${[...some].join(",")}`).join("; ");
}

/** The notice's columns of a category: a date and the words in its place share one. */
export function noticeColumns(categoryKey: string): { heading: string; field: NoticeField }[] {
  return columnsOf(categoryKey, noticeOf(categoryKey).fields);
}

function columnsOf(categoryKey: string, fields: readonly NoticeField[]) {
  const twins = new Set(fields.flatMap(({ twinKey }) => twinKey ?? []));
  return fields
    .filter(({ key }) => !twins.has(key))
    .map((field) => ({ heading: noticeHeading(categoryKey, field), field }));
}

function furtherCells({ categoryKey, notice, mallFields }: ProductContent): [heading: string, text: string][] {
  const columns = [...noticeColumns(categoryKey), ...columnsOf(categoryKey, commonNoticeFields)];
  const notices = columns.flatMap(({ heading, field }): [string, string][] => {
    const value = notice[field.key] ?? (field.twinKey ? notice[field.twinKey] : undefined);
    return value === undefined ? [] : [[heading, noticeText(value)]];
  });
  return [...notices, ...mallCells(mallFields)];
}

/** Its label where that leads back to it, else its key. */
function noticeHeading(categoryKey: string, { key, labelKo }: NoticeField): string {
  const label = labelKo.replace(/\s+/g, " ");
  return `고시:${findNoticeField(categoryKey, label)?.key === key ? label : key}`;
}

function noticeText(value: string | boolean): string {
  return typeof value === "string" ? value : value ? "예" : "아니오";
}
