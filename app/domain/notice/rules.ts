import { type Issue, issue } from "../issue/issue.ts";
import { foldLabel } from "../text/fold-label.ts";
import { commonNoticeFields, type Notice, type NoticeField, noticeOf, shownLabel } from "./notices.ts";
import { readDate } from "./read-date.ts";

export type NoticeValues = Record<string, string | boolean>;

/**
 * What the notice of this category still lacks: `notice.missing` (params `label`) for a required field or for the first field
 * of a choice nobody made, `notice.too_long` (params `label`, `maximum`, `actual`, in characters). Field `notice.<key>`.
 */
export function checkNotice(categoryKey: string, values: NoticeValues): Issue[] {
  const notice = noticeOf(categoryKey);
  const missing = notice.fields.filter((field) => field.required && isBlank(values[field.key]));
  for (const { alternatives } of notice.choices) {
    const made = alternatives.some((keys) => keys.every((key) => !isBlank(values[key])));
    if (!made) missing.push(...fieldsOf(notice, alternatives[0] ?? []).filter((field) => isBlank(values[field.key])));
  }
  return [
    ...missing.map((field) =>
      issue("notice.missing", { field: `notice.${field.key}` }, { params: { label: field.labelKo } }),
    ),
    ...[...notice.fields, ...commonNoticeFields].flatMap((field) => tooLong(field, values[field.key])),
  ];
}

export type NoticeReading = { ok: true; key: string; value: string | boolean } | { ok: false };

const yes = new Set(["예", "네", "y", "yes", "o", "○", "true", "해당"]);
const no = new Set(["아니오", "아니요", "n", "no", "x", "×", "false", "해당없음"]);

/**
 * What a merchant's words mean in this field. Words in place of a date belong to the field's `…Text` twin, whose key is
 * returned; a date that the calendar does not have (2026-02-30) is not words. Not ok: blank, unreadable, or no twin to go to.
 */
export function readNoticeValue(field: NoticeField, text: string): NoticeReading {
  const words = text.trim();
  if (words === "") return { ok: false };
  if (field.kind === "text") return { ok: true, key: field.key, value: words };
  if (field.kind === "boolean") {
    const word = foldLabel(words);
    return yes.has(word) || no.has(word) ? { ok: true, key: field.key, value: yes.has(word) } : { ok: false };
  }
  const { written, value } = readDate(field.kind, words);
  if (value) return { ok: true, key: field.key, value };
  if (written || !field.twinKey) return { ok: false };
  return { ok: true, key: field.twinKey, value: words };
}

/** The field a heading means: by its key, its label, or its label without brackets and references to laws. */
export function findNoticeField(categoryKey: string, label: string): NoticeField | null {
  const { byName, byPlainLabel } = fieldNamesOf(categoryKey);
  return byName.get(foldLabel(label)) ?? byPlainLabel.get(foldLabel(withoutReferences(label))) ?? null;
}

interface FieldNames {
  /** By key, then by label. */
  byName: ReadonlyMap<string, NoticeField>;
  byPlainLabel: ReadonlyMap<string, NoticeField>;
}

/** One a category. */
const fieldNames = new Map<string, FieldNames>();

function fieldNamesOf(categoryKey: string): FieldNames {
  const known = fieldNames.get(categoryKey);
  if (known) return known;
  // A map keeps what was set last, and of two fields with one name the first is meant.
  const fields = [...noticeOf(categoryKey).fields, ...commonNoticeFields].reverse();
  const names = {
    byName: new Map([
      ...fields.map((field) => [foldLabel(field.labelKo), field] as const),
      ...fields.map((field) => [foldLabel(field.key), field] as const),
    ]),
    byPlainLabel: new Map(
      fields
        .map((field) => [foldLabel(withoutReferences(field.labelKo)), field] as const)
        .filter(([label]) => label !== ""),
    ),
  };
  fieldNames.set(categoryKey, names);
  return names;
}

/** `원재료명(「…」에 따른 …) 및 함량` → `원재료명 및 함량`; `「화장품법」에 따라 기재ㆍ표시하여야 하는 모든 성분` → `모든 성분`. */
function withoutReferences(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/\([^)]*\)/g, "")
    .replace(/(「[^」]*」|[가-힣]*법)에\s*(따라\s*기재\S*\s*하는|따라|따른|의한)/gu, "");
}

function tooLong(field: NoticeField, value: string | boolean | undefined): Issue[] {
  const { key, maxLength } = field;
  const actual = typeof value === "string" ? [...value].length : 0;
  if (maxLength === null || actual <= maxLength) return [];
  const params = { label: shownLabel(field), maximum: maxLength, actual };
  return [issue("notice.too_long", { field: `notice.${key}` }, { params })];
}

function fieldsOf(notice: Notice, keys: string[]): NoticeField[] {
  return notice.fields.filter((field) => keys.includes(field.key));
}

function isBlank(value: string | boolean | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
