import { type NoticeField, noticeOf } from "../notice/notices.ts";
import { findCategory, type KcRule } from "../product/categories.ts";
import { type DraftPart, draftParts } from "./parts.ts";

/** One screen with one question. */
export interface DraftStep {
  /** Part of its address: the column's key, or `photos`. */
  key: string;
  part: DraftPart;
  /** Of the law's fields: which. */
  field: NoticeField | null;
}

/** Column key (`name`, `notice.producer`, …) → text as typed. */
export type DraftCells = Readonly<Record<string, string>>;

/** Farm goods and books are sold without value-added tax; of anything else nobody need be asked. */
const oftenExempt = new Set(["FOOD", "BOOKS"]);
const certificateAsked: readonly KcRule[] = ["recommended", "required"];

/**
 * What a draft is asked. Its category decides; until it is chosen only what every product needs. Origin and maker come before the
 * law's fields, several of which ask for the same once more.
 */
export function draftSteps(cells: DraftCells): DraftStep[] {
  const category = findCategory(cells.category ?? "");
  return draftParts.flatMap((part): DraftStep[] => {
    if (part === "tax" && !(category && oftenExempt.has(category.key))) return [];
    if (part === "kc" && !(category && certificateAsked.includes(category.kcRule))) return [];
    if (part !== "notice") return [{ key: part, part, field: null }];
    return category ? neededFields(category.key).map((field) => ({ key: `notice.${field.key}`, part, field })) : [];
  });
}

/** What a category must say: its required fields, and of every choice the alternative to ask for first. */
export function neededFields(categoryKey: string): NoticeField[] {
  const { fields, choices } = noticeOf(categoryKey);
  const asked = new Set(choices.flatMap(({ alternatives }) => alternatives[0] ?? []));
  return fields.filter(({ key, required }) => required || asked.has(key));
}

/** The step that a field of an issue belongs to: words in place of a date are asked for where the date is. */
export function stepOfField(steps: readonly DraftStep[], field: string): DraftStep | undefined {
  return steps.find(
    ({ key, field: notice }) => key === field || (notice?.twinKey && `notice.${notice.twinKey}` === field),
  );
}
