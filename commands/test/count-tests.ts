import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  success: boolean;
  testResults: { name: string; status: string; message: string; assertionResults: VitestTest[] }[];
}

interface VitestTest {
  fullName: string;
  status: string;
  failureMessages: string[];
}

/**
 * What vitest's JSON report says. A file that could not even be loaded counts as one failure, and so does a run that ended
 * badly although no test failed (an error outside of any test, or a crash).
 */
export function countTests(reportFile: string, endedWell: boolean): Count {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const { testResults } = JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport;
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    let failedHere = 0;
    for (const one of assertionResults) {
      if (one.status === "passed") count.passed += 1;
      else if (one.status === "failed") failedHere += 1;
      else count.skipped += 1;
    }
    count.failed += failedHere === 0 && status === "failed" ? 1 : failedHere;
  }
  if (!endedWell && count.failed === 0) count.failed = 1;
  return count;
}

/** One line a failed test: its file, its name and how its reason begins. */
export function nameFailures(reportFile: string): string[] {
  if (!existsSync(reportFile)) return [];
  const { testResults } = JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport;
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    const line = (test: string, reason = "") => `${relative(process.cwd(), name)} > ${test}: ${firstLine(reason)}`;
    if (failed.length === 0 && status === "failed") return [line("(the file)", message)];
    return failed.map(({ fullName, failureMessages }) => line(fullName, failureMessages[0]));
  });
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 500);
}
