import type { CatalogRow } from "../intake/catalog-row.ts";
import { resolveColumns } from "../intake/columns.ts";
import { parseRow } from "../intake/parse-row.ts";
import { hasErrors, type Issue, issue } from "../issue/issue.ts";
import { inDetails } from "../notice/details.ts";
import { checkNotice, type NoticeValues, readNoticeValue } from "../notice/rules.ts";
import type { PhotoEdits } from "../picture/photo-edits.ts";
import { findCategory } from "../product/categories.ts";
import { type DraftCells, type DraftStep, draftSteps, stepOfField } from "./steps.ts";

export interface JudgedPhoto {
  id: string;
  state: "waiting" | "ready" | "refused";
  /** Its turn to be looked at has come. */
  begun: boolean;
  fileName: string;
  sha256: string | null;
  edits: PhotoEdits;
  issues: Issue[];
}

/** `empty` may stay so for now; `wrong` holds back the product, `lacking` only its way to the malls. */
export type StepState = "empty" | "wrong" | "lacking" | "complete";

export interface JudgedStep extends DraftStep {
  state: StepState;
  issues: Issue[];
}

export interface JudgedDraft {
  steps: JudgedStep[];
  /** What the row says, once nothing of it is wrong. */
  row: CatalogRow | null;
}

/**
 * A draft is a row of the sheet that it could have been, and is judged as one. What only the malls ask for is said as well, as
 * warnings: the product can be made without it.
 */
export function judgeDraft(cells: DraftCells, photos: readonly JudgedPhoto[], sku = "DRAFT"): JudgedDraft {
  const steps = draftSteps(cells);
  const asked = steps.filter(({ part }) => part !== "photos").map(({ key }) => key);
  const verdict = parseRow(
    1,
    [sku, ...asked.map((key) => cells[key] ?? "")],
    resolveColumns(1, ["sku", ...asked]),
    new Map(),
  );
  const issues = [...verdict.issues, ...photoIssues(photos), ...forMalls(steps, cells)].map(pinned);
  const judged = steps.map((step) => {
    const own = issues.filter(({ path }) => path.field && stepOfField(steps, path.field)?.key === step.key);
    const filled = step.part === "photos" ? photos.length > 0 : (cells[step.key] ?? "").trim() !== "";
    return { ...step, issues: own, state: stateOf(own, filled) };
  });
  return { steps: judged, row: hasErrors(issues) ? null : verdict.catalogRow };
}

function stateOf(issues: readonly Issue[], filled: boolean): StepState {
  if (hasErrors(issues)) return "wrong";
  if (issues.length > 0) return "lacking";
  return filled ? "complete" : "empty";
}

/** A draft has no row numbers. */
function pinned({ path: { row: _row, ...path }, ...rest }: Issue): Issue {
  return { ...rest, path };
}

function photoIssues(photos: readonly JudgedPhoto[]): Issue[] {
  const path = { field: "photos" };
  if (photos.length === 0) return [issue("photo.none", path, { severity: "warning" })];
  const waiting = photos.filter(({ state }) => state === "waiting").length;
  return [
    ...photos.flatMap(({ issues }) => issues.map((one) => ({ ...one, path: { ...one.path, ...path } }))),
    ...(waiting > 0 ? [issue("draft.photo_waiting", path, { params: { count: waiting } })] : []),
  ];
}

function forMalls(steps: readonly DraftStep[], cells: DraftCells): Issue[] {
  const category = findCategory(cells.category ?? "");
  if (!category) return [];
  const values: NoticeValues = {};
  const unread = new Set<string>();
  for (const { key, field } of steps) {
    const text = cells[key] ?? "";
    if (!field || text.trim() === "") continue;
    const reading = readNoticeValue(field, text);
    if (reading.ok) values[reading.key] = reading.value;
    else unread.add(key);
  }
  const missing = checkNotice(category.key, values)
    // What cannot be read has been said so already.
    .filter(({ path }) => !unread.has(path.field ?? ""))
    .map((one): Issue => ({ ...one, severity: "warning" }));
  const refers = Object.values(values).includes(inDetails) && (cells.description ?? "").trim() === "";
  const uncertified = category.kcRule === "required" && (cells.kc ?? "").trim() === "";
  return [
    ...missing,
    ...(refers ? [issue("draft.details_missing", { field: "description" }, { severity: "warning" })] : []),
    ...(uncertified ? [issue("kc.missing", { field: "kc" }, { severity: "warning" })] : []),
  ];
}
