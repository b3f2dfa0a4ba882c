import { notices } from "../notice/notices.ts";
import { foldLabel } from "../text/fold-label.ts";
import { type ColumnKey, columnKeys, isKnownHeading, neededKeys, normaliseHeading, resolveColumns } from "./columns.ts";
import type { Mapping } from "./mapping.ts";

/** A heading that stands for nothing by its own name, so that a person has to say what it is. */
export interface ColumnQuestion {
  /** Normalised: the choice's key. */
  heading: string;
  /** As the sheet has it. */
  text: string;
  /** What was chosen before, empty for "not used"; null: nobody was asked yet. */
  chosen: string | null;
  /** What it very likely is. */
  suggested: string | null;
}

export interface ColumnQuestions {
  questions: ColumnQuestion[];
  /** Columns no heading stands for by its own name. */
  fields: ColumnKey[];
  /** Labels of statutory notice fields, for `notice.<label>`. */
  labels: readonly string[];
  /** Needed columns that are still not there. */
  missing: ColumnKey[];
}

export function askForColumns(headings: readonly string[], mapping: Mapping): ColumnQuestions {
  const own = resolveColumns(1, headings);
  const taken = new Set(own.list.flatMap(({ column }) => (column.kind === "field" ? [column.key] : [])));
  const fields = columnKeys.filter((key) => !taken.has(key));
  const open = new Set<string>([...fields, ...noticeLabels.map((label) => `notice.${label}`)]);
  for (const text of headings) open.delete(mapping[normaliseHeading(text)] ?? "");
  const questions = new Map<string, ColumnQuestion>();
  for (const text of headings) {
    const heading = normaliseHeading(text);
    if (heading === "" || questions.has(heading) || isKnownHeading(text)) continue;
    const chosen = Object.hasOwn(mapping, heading) ? (mapping[heading] ?? null) : null;
    questions.set(heading, { heading, text, chosen, suggested: suggest(heading, text, open) });
  }
  const { missing } = resolveColumns(1, headings, { mapping });
  const needed = (key: ColumnKey) => Number(!neededKeys.includes(key));
  return {
    questions: [...questions.values()],
    fields: fields.toSorted((one, other) => needed(one) - needed(other)),
    labels: noticeLabels,
    missing,
  };
}

/** Other names of columns: too loose to be taken unasked, as 금액 may be what it costs us. */
const likely: Partial<Record<ColumnKey, readonly string[]>> = {
  sku: ["품번", "상품번호", "제품번호", "제품코드", "품목코드", "관리번호", "관리코드"],
  name: ["이름", "상품이름", "제품이름", "품목명"],
  category: ["종류", "구분", "상품군", "상품분류", "카테고리명", "품목군"],
  price: ["금액", "값", "소비자가", "소비자가격", "판매금액", "판매단가", "정가"],
  stock: ["재고량", "현재고", "보유수량", "남은수량"],
  origin: ["산지", "원산지명", "생산국", "제조국가"],
  maker: ["만든이", "만든곳", "만든사람", "제조원", "제조업체", "생산업체", "작가"],
  description: ["상세", "상품소개", "소개", "상세내용", "내용"],
  photos: ["사진명", "사진이름", "사진파일명", "이미지파일", "이미지명", "이미지주소", "대표사진"],
  shipping_fee: ["배송료", "택배료", "운임"],
  tags: ["해시태그", "검색태그"],
};

const likelyField = new Map(
  columnKeys.flatMap((key) => (likely[key] ?? []).map((name) => [normaliseHeading(name), key] as const)),
);

/**
 * What a heading very likely is; each column is suggested once. `소재` alone is what the template calls `고시:소재`; it is offered and not
 * taken, for it may as well be a note.
 */
function suggest(heading: string, text: string, open: Set<string>): string | null {
  const field = likelyField.get(heading);
  if (field !== undefined && open.delete(field)) return field;
  const label = labelByFold.get(foldLabel(text));
  return label !== undefined && open.delete(`notice.${label}`) ? `notice.${label}` : null;
}

/** A date and the words that may stand in its place share one column. */
const noticeLabels: readonly string[] = [
  ...new Set(notices.flatMap(({ fields }) => fields.map(({ labelKo }) => labelKo))),
]
  .filter((label) => !label.endsWith("직접 입력"))
  .sort(new Intl.Collator("ko").compare);

const labelByFold = new Map(noticeLabels.map((label) => [foldLabel(label), label]));
