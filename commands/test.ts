import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BuildFailed, buildPages } from "./start/build-pages.ts";
import { buildWorker } from "./start/build-worker.ts";
import { type Count, countTests, nameFailures } from "./test/count-tests.ts";
import { ensureBrowser } from "./test/ensure-browser.ts";
import { runTool, type StepResult } from "./test/run-step.ts";

/** `npm test`: everything that is checked, to its end; closes with one line of counts. */
const total: Count = { passed: 0, failed: 0, skipped: 0 };

await check("types", () => runTool("typescript/bin/tsc", ["--noEmit"]));
await check("lint", () => runTool("@biomejs/biome/bin/biome", ["check", "."]));
await check("arrows", () =>
  runTool("dependency-cruiser/bin/dependency-cruise.mjs", [
    "--config",
    ".dependency-cruiser.cjs",
    ...["app", "workers", "commands", "prisma", "tests"],
  ]),
);
await check("build", build);
const hasBrowser = await check("browser", async () => {
  const startedAt = Date.now();
  const { findBrowser } = await import("#tests/e2e/browser.ts");
  const ok = await ensureBrowser(findBrowser);
  if (!ok) process.stdout.write("No browser was found and none could be installed: the browser tests cannot run.\n");
  return { ok, seconds: (Date.now() - startedAt) / 1000 };
});
await runTests(hasBrowser ? ["unit", "integration", "faults", "e2e"] : ["unit", "integration", "faults"]);

process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A step that is one test. */
async function check(name: string, step: () => Promise<StepResult>): Promise<boolean> {
  const { ok, seconds } = await step();
  total[ok ? "passed" : "failed"] += 1;
  tell(name, ok, seconds);
  return ok;
}

async function build(): Promise<StepResult> {
  const startedAt = Date.now();
  try {
    await buildPages();
    await buildWorker();
    return { ok: true, seconds: (Date.now() - startedAt) / 1000 };
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    process.stdout.write(`${error.message}\n`);
    return { ok: false, seconds: (Date.now() - startedAt) / 1000 };
  }
}

async function runTests(projects: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "baekseon-report-"));
  const report = join(folder, "report.json");
  const { ok, seconds } = await runTool(
    "vitest/vitest.mjs",
    [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { live: true },
  );
  const count = countTests(report, ok);
  const failures = nameFailures(report);
  rmSync(folder, { recursive: true });
  for (const kind of ["passed", "failed", "skipped"] as const) total[kind] += count[kind];
  tell("tests", ok, seconds);
  for (const failure of failures) process.stdout.write(`        ${failure}\n`);
}

function tell(name: string, ok: boolean, seconds: number): void {
  process.stdout.write(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(8)} ${seconds.toFixed(1)} s\n`);
}
