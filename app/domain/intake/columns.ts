import { trimCell } from "#app/services/sheets/sheet-rows.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { plain } from "./cell.ts";

/** The columns of a catalog sheet: heading in Korean, other names merchants use, and whether a blank refuses the row. */
const catalogColumns = {
  sku: { heading: "상품코드", aliases: ["판매자상품코드", "자체상품코드", "코드"], needed: true },
  name: { heading: "상품명", aliases: ["제품명", "품명"], needed: true },
  category: { heading: "카테고리", aliases: ["분류", "품목"], needed: true },
  price: { heading: "판매가", aliases: ["판매가격", "가격", "단가"], needed: true },
  stock: { heading: "재고수량", aliases: ["재고", "수량"], needed: true },
  origin: { heading: "원산지", aliases: ["제조국", "생산지"], needed: true },
  maker: { heading: "제조자", aliases: ["제조사", "생산자"], needed: true },
  description: { heading: "상세설명", aliases: ["설명", "상품설명"], needed: false },
  photos: { heading: "사진", aliases: ["이미지", "대표이미지", "사진파일"], needed: false },
  options: { heading: "옵션", aliases: ["선택옵션"], needed: false },
  option_stock: { heading: "옵션재고", aliases: [], needed: false },
  option_price: { heading: "옵션추가금", aliases: ["옵션가"], needed: false },
  tax: { heading: "과세구분", aliases: ["과세", "부가세"], needed: false },
  shipping_fee: { heading: "배송비", aliases: ["택배비"], needed: false },
  kc: { heading: "인증번호", aliases: ["KC인증", "KC인증번호"], needed: false },
  tags: { heading: "태그", aliases: ["검색어", "키워드"], needed: false },
} as const satisfies Record<string, { heading: string; aliases: readonly string[]; needed: boolean }>;

export type ColumnKey = keyof typeof catalogColumns;

export const columnKeys = Object.keys(catalogColumns) as ColumnKey[];
export const neededKeys = columnKeys.filter((key) => catalogColumns[key].needed);

export function columnHeading(key: ColumnKey): string {
  return catalogColumns[key].heading;
}

/** What one column of a sheet is. A notice label means a field only together with a row's category. */
export type Column =
  | { kind: "field"; key: ColumnKey }
  | { kind: "notice"; label: string }
  | { kind: "mall"; mall: string; field: string }
  | { kind: "unused" };

export interface Columns {
  /** In the sheet's order; `heading` is unique among them. */
  list: { heading: string; column: Column }[];
  /** Needed columns that no heading stands for. */
  missing: ColumnKey[];
  /** False when none of the needed columns is there: then the row is no heading row. */
  recognised: boolean;
  issues: Issue[];
}

export interface ColumnChoices {
  /**
   * What the merchant chose on the screen: normalised heading → a column's key, `notice.<label>`, `mall.<mall>.<field>`, or
   * empty: not used. A heading that stands for the same column by its own name goes before a chosen one.
   */
  mapping?: Readonly<Record<string, string>>;
  /** Malls that exist; a column for another one is reported and not used. Without it every mall's is taken. */
  malls?: readonly string[];
}

/** Characters; what is longer was never meant as a heading. */
const longestHeading = 300;

const keyByName = new Map<string, ColumnKey>(
  columnKeys.flatMap((key) => {
    const { heading, aliases } = catalogColumns[key];
    return [key, heading, ...aliases].map((name) => [normaliseHeading(name), key] as const);
  }),
);

/** Without spaces, case, full-width forms, and a trailing `*` or one trailing bracket. */
export function normaliseHeading(heading: string): string {
  return plain(heading.slice(0, longestHeading))
    .toLowerCase()
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/\*+$/, "")
    .replace(/(?<=.)(?:\([^()]*\)|\[[^[\]]*\])$/, "")
    .replace(/\*+$/, "");
}

export function resolveColumns(row: number, headings: readonly string[], choices: ColumnChoices = {}): Columns {
  const taken = new Set<string>();
  const names = new Set<string>();
  const issues: Issue[] = [];

  const own = new Set(headings.filter((text) => chosenFor(text, choices) === undefined).map(identityOf));
  own.delete(null);

  const list = headings.map((text, index) => {
    const chosen = chosenFor(text, choices);
    const column = named(chosen ?? text);
    const identity = identityOf(chosen ?? text);
    const repeated = identity !== null && (taken.has(identity) || (chosen !== undefined && own.has(identity)));
    if (identity !== null) taken.add(identity);
    const used: Column = repeated ? { kind: "unused" } : column;
    const heading = uniqueName(text === "" ? `#${index + 1}` : text, names);
    const unknownMall = column.kind === "mall" && choices.malls !== undefined && !choices.malls.includes(column.mall);
    if (unknownMall) {
      issues.push(warn("mall_field.unknown", row, heading, text));
      return { heading, column: { kind: "unused" } as const };
    }
    if (repeated) issues.push(warn("sheet.heading_repeated", row, heading, text));
    else if (used.kind === "unused" && text !== "" && chosen !== "") {
      issues.push(warn("sheet.column_unused", row, heading, text));
    }
    return { heading, column: used };
  });

  const found = new Set(list.flatMap(({ column }) => (column.kind === "field" ? [column.key] : [])));
  const missing = neededKeys.filter((key) => !found.has(key));
  for (const key of missing) {
    const params = { heading: columnHeading(key) };
    issues.push(issue("sheet.heading_missing", { row, field: key }, { params, raw: "" }));
  }
  return { list, missing, recognised: missing.length < neededKeys.length, issues };
}

function chosenFor(text: string, { mapping = {} }: ColumnChoices): string | undefined {
  const normal = normaliseHeading(text);
  return normal !== "" && Object.hasOwn(mapping, normal) ? mapping[normal] : undefined;
}

function identityOf(name: string): string | null {
  const column = named(name);
  return column.kind === "unused" ? null : JSON.stringify(column);
}

/** Whether a heading says by its own name what its column is. */
export function isKnownHeading(text: string): boolean {
  return named(text).kind !== "unused";
}

function named(text: string): Column {
  if (text.length > longestHeading) return { kind: "unused" };
  const key = keyByName.get(normaliseHeading(text));
  if (key) return { kind: "field", key };
  const tidy = plain(text).replace(/\s+/g, " ").trim();
  const notice = /^(?:(?:상품\s*)?고시\s*:|notice\s*\.)\s*(.+?)\s*\**$/is.exec(tidy);
  if (notice?.[1]) return { kind: "notice", label: notice[1] };
  const mall = /^mall\s*\.\s*([a-z0-9-]+)\s*\.\s*(.+?)\s*\**$/is.exec(tidy);
  if (mall?.[1] && mall[2]) return { kind: "mall", mall: mall[1].toLowerCase(), field: mall[2] };
  return { kind: "unused" };
}

function uniqueName(text: string, names: Set<string>): string {
  let name = text;
  for (let copy = 2; names.has(name); copy += 1) name = `${text} (${copy})`;
  names.add(name);
  return name;
}

/** Whether a row says nothing but what columns are called: headings over two rows, or those of a sheet pasted below another. */
export function holdsHeadings(cells: readonly string[]): boolean {
  const filled = cells.map(trimCell).filter((text) => text !== "");
  return filled.length > 1 && filled.every(isKnownHeading);
}

type Warning = "sheet.column_unused" | "sheet.heading_repeated" | "mall_field.unknown";

function warn(code: Warning, row: number, heading: string, raw: string): Issue {
  return issue(code, { row, field: heading }, { severity: "warning", params: { heading }, raw });
}
