import type { DocumentKind } from "#app/services/database/generated/enums.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { type Entered, judgeField, kindOf } from "./fields.ts";
import { type Step, stepsFor } from "./steps.ts";

export interface Shown extends Entered {
  documents: readonly DocumentKind[];
}

/** What keeps one step from being complete. */
export function judgeStep({ fields, document }: Step, shown: Shown): Issue[] {
  const missing = document !== null && !shown.documents.includes(document);
  return [
    ...fields.flatMap((field) => judgeField(field, shown)),
    ...(missing ? [issue("document.missing", { field: document })] : []),
  ];
}

/** What keeps the whole from being sent. */
export function judgeApplication(shown: Shown): Issue[] {
  return stepsFor(kindOf(shown.answers)).flatMap((step) => judgeStep(step, shown));
}
