import { expect } from "vitest";
import type { Issue } from "#app/domain/issue/issue.ts";
import { sayIssue } from "#app/messages/issues.ts";
import type { Given, ImportStage } from "../imports/import-stage.ts";

/** An issue as it is expected, its sentences apart. */
export type Told = Partial<Issue> & Pick<Issue, "code">;

/** These issues in this order, each with a whole sentence in both languages that says what to do. */
export function expectTold(issues: readonly Issue[], expected: readonly Told[]): void {
  expect(issues).toMatchObject(expected);
  for (const one of issues) {
    const korean = sayIssue("ko", one);
    expect(korean).toMatch(/[가-힣]+ 주세요\.( 예: .+)?$/);
    for (const sentence of [korean, sayIssue("en", one)]) {
      expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|‘’|“”|: \.(?:\s|$)/);
      expect(sentence.length).toBeLessThan(500);
    }
  }
}

/** The whole sheet is refused for this, and nothing of it stays behind. */
export async function expectSheetRefused(stage: ImportStage, given: Given, expected: Told): Promise<void> {
  const importId = await stage.judged(given);
  const found = await stage.found(importId);
  expect(found).toMatchObject({ state: "failed", rows: { accepted: 0, refused: 0, skipped: 0 } });
  expectTold(found.issues, [expected]);
}

type Outcomes = Record<number, "accepted" | "refused" | "skipped">;

/** Every row ends as said, the counts add up to the rows, and the issues are these. */
export async function expectRows(
  stage: ImportStage,
  given: Given,
  { outcomes, ofSheet = [], ofRows = [] }: { outcomes: Outcomes; ofSheet?: Told[]; ofRows?: Told[] },
): Promise<string> {
  const importId = await stage.judged(given);
  const verdicts = await stage.verdicts(importId);
  const { rows, issues } = await stage.found(importId);
  expect(Object.fromEntries(verdicts.map(({ row, outcome }) => [row, outcome]))).toEqual(outcomes);
  expect(rows.accepted + rows.refused + rows.skipped).toBe(verdicts.length);
  expectTold(issues, ofSheet);
  expectTold(
    verdicts.flatMap((verdict) => verdict.issues),
    ofRows,
  );
  return importId;
}
