import { trimCell } from "#app/services/sheets/sheet-rows.ts";
import { hasErrors, type Issue, issue } from "../issue/issue.ts";
import type { NoticeField } from "../notice/notices.ts";
import { findNoticeField, readNoticeValue } from "../notice/rules.ts";
import { findCategory } from "../product/categories.ts";
import type { Origin, ProductFacts, TaxKind, VariantFacts } from "../product/product-facts.ts";
import type { CatalogRow, RowVerdict } from "./catalog-row.ts";
import {
  codePoints,
  hasControlCharacters,
  hasEmoji,
  hasLostLetters,
  isCellError,
  plain,
  readWhole,
  readWon,
  splitList,
} from "./cell.ts";
import { cleanDescription } from "./clean-description.ts";
import { type Column, type ColumnKey, type Columns, columnHeading, holdsHeadings } from "./columns.ts";
import { readOptions, withPriceDeltas, withStocks } from "./options.ts";
import { readOrigin } from "./origin.ts";

const price = { minimum: 100, maximum: 100_000_000, step: 10 } as const;
const stock = { minimum: 0, maximum: 99_999 } as const;
const mostShipping = 100_000_000;
/** What no text of the database can hold, and what shows as nothing. */
const unstorable = /[\p{Cc}\p{Cs}]/gu;

const longest = { sku: 30, name: 100, maker: 100 } as const;
const mostTags = 10;
/** Names in one photos cell; no mall shows as many. */
const mostPhotoNames = 100;

const skuShape = /^[A-Za-z\dㄱ-ㅎㅏ-ㅣ가-힣._-]+$/;

const taxWords: Readonly<Record<string, TaxKind>> = {
  과세: "taxable",
  면세: "exempt",
  영세: "zero_rated",
  영세율: "zero_rated",
};

/** What people write into a certificate's cell when there is none. */
const noCertificate = /^(?:-+|x|없음|무|해당\s*(?:사항\s*)?없음|n\/?a)$/i;

/** One row of the sheet → its verdict. @param seen the row each code was first met in; this row's is added */
export function parseRow(
  row: number,
  cells: readonly string[],
  columns: Columns,
  seen: Map<string, number>,
): RowVerdict {
  const reading = new Reading(row, cells, columns);
  if (holdsHeadings(cells)) return reading.headingsAgain();
  const sku = reading.sku(seen);
  const photoNames = reading.photoNames();
  const amount = reading.price();
  const categoryKey = reading.category();
  const fields = {
    sku,
    name: reading.name(),
    categoryKey,
    price: amount,
    stock: reading.stock(),
    origin: reading.origin(),
    maker: reading.maker(),
    tax: reading.tax(),
    variants: reading.variants(amount),
  };
  const rest = {
    shippingFee: reading.shippingFee(),
    description: reading.description(),
    kcNumber: reading.certificate(),
    tags: reading.tags(),
    notice: categoryKey === null ? {} : reading.notice(categoryKey),
    mallFields: reading.mallFields(),
    photoNames,
  };
  const { issues } = reading;
  const common = { row, issues, sku, name: fields.name ?? reading.writtenName(), photoNames };
  if (!isComplete(fields) || hasErrors(issues)) return { ...common, outcome: "refused", catalogRow: null };
  const variants = fields.variants.map((one) => (one.key === "" ? { ...one, stock: fields.stock } : one));
  return { ...common, outcome: "accepted", catalogRow: { ...fields, ...rest, variants } };
}

type Needed = Pick<
  CatalogRow,
  "sku" | "name" | "categoryKey" | "price" | "stock" | "origin" | "maker" | "tax" | "variants"
>;

function isComplete(fields: { [K in keyof Needed]: Needed[K] | null }): fields is Needed {
  return Object.values(fields).every((value) => value !== null);
}

type ColumnOf<Kind extends Column["kind"]> = { index: number; heading: string } & Extract<Column, { kind: Kind }>;

/** Where a sheet has what; the same for every row of it. */
interface Layout {
  fields: ReadonlyMap<ColumnKey, number>;
  notices: readonly ColumnOf<"notice">[];
  malls: readonly ColumnOf<"mall">[];
  /** By category, what each of `notices` means there. */
  noticeFields: Map<string, (NoticeField | null)[]>;
}

const layouts = new WeakMap<Columns, Layout>();

function layoutOf(columns: Columns): Layout {
  const known = layouts.get(columns);
  if (known) return known;
  const placed = columns.list.map(({ heading, column }, index) => ({ ...column, heading, index }));
  const layout: Layout = {
    fields: new Map(placed.flatMap((one) => (one.kind === "field" ? [[one.key, one.index] as const] : []))),
    notices: placed.filter((one) => one.kind === "notice"),
    malls: placed.filter((one) => one.kind === "mall"),
    noticeFields: new Map(),
  };
  layouts.set(columns, layout);
  return layout;
}

function noticeFieldsOf({ notices, noticeFields }: Layout, categoryKey: string): (NoticeField | null)[] {
  const known = noticeFields.get(categoryKey);
  if (known) return known;
  const fields = notices.map(({ label }) => findNoticeField(categoryKey, label));
  noticeFields.set(categoryKey, fields);
  return fields;
}

/** A maker's name and address may stand on two lines. */
function lines(text: string): string {
  return text.replace(/[\t\r\n]/g, " ");
}

/** A row being read: each method reads one column, returns null where it refuses, and notes why. */
class Reading {
  readonly issues: Issue[] = [];
  private readonly layout: Layout;

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    columns: Columns,
  ) {
    this.layout = layoutOf(columns);
  }

  /** As it stands in the sheet; blank where the column is missing. */
  private cell(key: ColumnKey): string {
    const index = this.layout.fields.get(key);
    return index === undefined ? "" : (this.cells[index] ?? "");
  }

  text(key: ColumnKey): string {
    return trimCell(this.cell(key));
  }

  headingsAgain(): RowVerdict {
    this.refuse("sku", "sheet.headings_again");
    const { row, issues } = this;
    return { row, issues, sku: null, name: null, photoNames: [], outcome: "refused", catalogRow: null };
  }

  /** Null where the cell is blank or damaged. */
  private needed(key: ColumnKey, missing: Issue["code"]): string | null {
    const text = this.text(key).normalize("NFC");
    if (text === "") return this.refuse(key, missing);
    return hasLostLetters(text) ? this.refuse(key, "cell.letters_lost") : text;
  }

  /** What never refuses: a formula that failed counts as blank, damaged letters stay; both are told. */
  private free(field: string, cell: string, heading: string): string {
    const text = trimCell(cell);
    if (hasLostLetters(text)) this.warn(field, "cell.letters_lost", text, { heading });
    if (!isCellError(text)) return text;
    this.warn(field, "cell.formula_error", text, { heading });
    return "";
  }

  private freeText(key: ColumnKey): string {
    return this.free(key, this.cell(key), columnHeading(key));
  }

  sku(seen: Map<string, number>): string | null {
    const text = this.needed("sku", "sku.missing");
    if (text === null) return null;
    if (!skuShape.test(text) || codePoints(text) > longest.sku) {
      return this.refuse("sku", "sku.unreadable", { maximum: longest.sku });
    }
    const earlier = seen.get(text);
    if (earlier !== undefined) this.refuse("sku", "sku.repeated", { earlier });
    else seen.set(text, this.row);
    return text;
  }

  name(): string | null {
    const text = this.needed("name", "name.missing");
    if (text === null) return null;
    const readable = codePoints(text) <= longest.name && !hasControlCharacters(text) && !hasEmoji(text);
    return readable && !isCellError(text) ? text : this.refuse("name", "name.unreadable", { maximum: longest.name });
  }

  /** As people know the row by it, also when it is no good name. */
  writtenName(): string | null {
    const written = this.text("name").normalize("NFC").replace(unstorable, " ");
    return [...written].slice(0, longest.name).join("") || null;
  }

  maker(): string | null {
    const text = this.needed("maker", "maker.missing");
    if (text === null) return null;
    const readable = codePoints(text) <= longest.maker && !hasControlCharacters(lines(text)) && !isCellError(text);
    return readable ? text : this.refuse("maker", "maker.unreadable", { maximum: longest.maker });
  }

  category(): string | null {
    const text = this.needed("category", "category.missing");
    if (text === null) return null;
    return findCategory(text)?.key ?? this.refuse("category", "category.unknown");
  }

  price(): number | null {
    const text = this.needed("price", "price.missing");
    if (text === null) return null;
    const value = readWon(text);
    if (value === null) return this.refuse("price", "price.unreadable");
    const inRange = value >= price.minimum && value <= price.maximum && value % price.step === 0;
    return inRange ? value : this.refuse("price", "price.out_of_range", { ...price });
  }

  stock(): number | null {
    const text = this.needed("stock", "stock.missing");
    if (text === null) return null;
    const value = readWhole(text);
    if (value === null) return this.refuse("stock", "stock.unreadable");
    if (value < stock.minimum || value > stock.maximum) return this.refuse("stock", "stock.out_of_range", { ...stock });
    return value;
  }

  origin(): Origin | null {
    const text = this.needed("origin", "origin.missing");
    if (text === null) return null;
    return readOrigin(text) ?? this.refuse("origin", "origin.unknown");
  }

  tax(): TaxKind | null {
    const text = plain(this.text("tax")).replace(/\s/g, "");
    if (text === "") return "taxable";
    return (Object.hasOwn(taxWords, text) && taxWords[text]) || this.refuse("tax", "tax.unreadable");
  }

  shippingFee(): number | null {
    const text = this.text("shipping_fee");
    if (text === "") return null;
    const value = readWon(text);
    const readable = value !== null && value >= 0 && value <= mostShipping;
    return readable ? value : this.refuse("shipping_fee", "shipping_fee.unreadable");
  }

  variants(amount: number | null): VariantFacts[] | null {
    const [options, stocks, deltas] = [this.text("options"), this.text("option_stock"), this.text("option_price")];
    let variants: VariantFacts[] | null = [{ key: "", options: [], priceDelta: 0, stock: null }];
    if (options !== "") variants = readOptions(options);
    if (variants === null) return this.refuse("options", "options.unreadable");
    // Without options no variant has a name, so stocks or prices of variants name nothing.
    const stocked: VariantFacts[] | null = stocks === "" ? variants : withStocks(variants, stocks);
    if (stocked === null) this.refuse("option_stock", "option_stock.unreadable");
    const priced: VariantFacts[] | null =
      deltas === "" ? stocked : withPriceDeltas(stocked ?? variants, deltas, amount);
    if (deltas !== "" && priced === null) this.refuse("option_price", "option_price.unreadable");
    return priced;
  }

  photoNames(): string[] {
    const text = this.freeText("photos");
    const names = [...new Set(splitList(text.normalize("NFC"), /[,;\n]/))];
    if (names.length > mostPhotoNames) {
      this.warn("photos", "photos.too_many", text, { maximum: mostPhotoNames, actual: names.length });
    }
    return names.slice(0, mostPhotoNames);
  }

  description(): string {
    const text = this.freeText("description");
    const { html, removed } = cleanDescription(text);
    if (removed) this.warn("description", "description.sanitised", text);
    return html;
  }

  certificate(): string | null {
    const text = this.freeText("kc").normalize("NFC");
    return text === "" || noCertificate.test(text) ? null : text;
  }

  tags(): string[] {
    const text = this.freeText("tags");
    const tags = [...new Set(splitList(text.normalize("NFC"), /[,;\n#]/))];
    if (tags.length > mostTags) this.warn("tags", "tags.too_many", text, { maximum: mostTags, actual: tags.length });
    return tags.slice(0, mostTags);
  }

  /** A field said in two columns takes the first of them. */
  notice(categoryKey: string): ProductFacts["notice"] {
    const values = new Map<string, string | boolean>();
    const fields = noticeFieldsOf(this.layout, categoryKey);
    for (const [at, { index, heading, label }] of this.layout.notices.entries()) {
      const text = trimCell(this.cells[index] ?? "");
      if (text === "") continue;
      const field = fields[at];
      if (!field) {
        this.warn(`notice.${label}`, "notice.unknown_field", text, { label, heading });
        continue;
      }
      const said = this.free(`notice.${field.key}`, text, heading);
      if (said === "") continue;
      const reading = readNoticeValue(field, said.normalize("NFC"));
      if (!reading.ok) this.warn(`notice.${field.key}`, "notice.unreadable", text, { label: field.labelKo });
      else if (!values.has(reading.key)) values.set(reading.key, reading.value);
    }
    return Object.fromEntries(values);
  }

  mallFields(): ProductFacts["mallFields"] {
    const byMall = new Map<string, [string, string][]>();
    for (const { index, heading, mall, field } of this.layout.malls) {
      const said = this.free(`mall.${mall}.${field}`, this.cells[index] ?? "", heading);
      if (said !== "") byMall.set(mall, [...(byMall.get(mall) ?? []), [field, said]]);
    }
    return Object.fromEntries([...byMall].map(([mall, fields]) => [mall, Object.fromEntries(fields)]));
  }

  private refuse(field: ColumnKey, code: Issue["code"], params: Issue["params"] = {}): null {
    const raw = this.cell(field);
    this.issues.push(
      issue(code, { row: this.row, field }, { params: { heading: columnHeading(field), ...params }, raw }),
    );
    return null;
  }

  private warn(field: string, code: Issue["code"], raw: string, params: Issue["params"] = {}): void {
    this.issues.push(issue(code, { row: this.row, field }, { severity: "warning", params, raw }));
  }
}
