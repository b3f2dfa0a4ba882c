import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { freePort } from "#tests/free-port.ts";
import { startWebProcess } from "#tests/web-process.ts";
import { buildPages } from "../../commands/start/build-pages.ts";
import { launchBrowser } from "../e2e/browser.ts";
import { type Judged, judgeInBrowser } from "./curation/judge-in-browser.ts";
import { makeJudging } from "./curation/made-judging.ts";

/*
 * `npm run bench -- curation [--json]`: how long a curator waits between giving a judgement and seeing the next product, photo and
 * all, in a real browser against the built server with a season of 5,000 submissions. The table also tells what the server takes
 * for one of these pages, which is the wait of whoever is faster than the page looks ahead.
 */

export interface CurationNumbers {
  submissions: number;
  /** From the key that gives a judgement to the frame that shows the next product and its photo. */
  nextProductMs: { p50: number; p95: number };
}

const submissions = 5_000;
const judged = 60;

export async function bench(words: string[]): Promise<void> {
  await buildPages();
  const server = await startThrowAwayServer();
  const folder = await mkdtemp(join(tmpdir(), "baekseon-bench-"));
  const url = server.url("curation");
  try {
    await ensureDatabase(url);
    await applyMigrations(url);
    const database = openDatabase(url);
    const dataDir = join(folder, "data");
    await loadReferenceData(database);
    const session = await makeJudging(database, dataDir, { submissions, judged });
    const web = await startWebProcess({ databaseUrl: url, dataDir }, await freePort());
    const browser = await launchBrowser();
    try {
      const times = await judgeInBrowser(browser, web.origin, session, judged);
      const numbers: CurationNumbers = { submissions, nextProductMs: spread(times.map(({ waited }) => waited)) };
      if (words.includes("--json")) process.stdout.write(`${JSON.stringify(numbers)}\n`);
      else show(numbers, times);
    } finally {
      await browser.close();
      await web.kill();
      await database.$disconnect();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function spread(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

function show({ submissions, nextProductMs }: CurationNumbers, times: readonly Judged[]): void {
  console.log(`${submissions} submissions, ${times.length} judged`);
  console.table({
    "judged → next product painted, ms": nextProductMs,
    "the server's answer to a product's page, ms": spread(times.map(({ answered }) => answered)),
  });
}
