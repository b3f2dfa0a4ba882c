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
  const questions = new Map<string, ColumnQuestion>();
  for (const text of headings) {
    const heading = normaliseHeading(text);
    if (heading === "" || questions.has(heading) || isKnownHeading(text)) continue;
    const chosen = Object.hasOwn(mapping, heading) ? (mapping[heading] ?? null) : null;
    questions.set(heading, { heading, text, chosen, suggested: suggest(text) });
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

/** `소재` alone is what the template calls `고시:소재`; it is offered and not taken, for it may as well be a note. */
function suggest(text: string): string | null {
  const label = labelByFold.get(foldLabel(text));
  return label === undefined ? null : `notice.${label}`;
}

/** A date and the words that may stand in its place share one column. */
const noticeLabels: readonly string[] = [
  ...new Set(notices.flatMap(({ fields }) => fields.map(({ labelKo }) => labelKo))),
]
  .filter((label) => !label.endsWith("직접 입력"))
  .sort(new Intl.Collator("ko").compare);

const labelByFold = new Map(noticeLabels.map((label) => [foldLabel(label), label]));
