import { type Database, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { SearchEntry, SearchIndex } from "#app/services/search/search-index.ts";
import { madeEntries, madeNames } from "./search/made-names.ts";
import { type MadeQuestion, madeQuestions, type QuestionKind, questionCounts } from "./search/made-questions.ts";

/*
 * `npm run bench -- search [--json] [--names <count>]`: 320 made questions to 18,000 made names, and the time of the same questions
 * as the names become more.
 */

export interface SearchNumbers {
  /** Questions with a right hit in the first ten. */
  found: number;
  of: number;
  p95ms: number;
  curve: { names: number; p95ms: number }[];
}

const firstNames = 18_000;
const chunk = 5_000;

export async function bench(words: string[]): Promise<void> {
  const json = words.includes("--json");
  const at = words.indexOf("--names");
  const sizes = at === -1 ? [100_000, 1_000_000] : [Number(words[at + 1])];
  const startedAt = performance.now();
  const server = await startThrowAwayServer();
  const url = server.url("search");
  try {
    await ensureDatabase(url);
    await applyMigrations(url);
    const database = openDatabase(url, { connections: 1 });
    const index = openPostgresIndex(database);
    const questions = madeQuestions([...madeNames(firstNames)]);
    await fill(database, index, 0, firstNames);
    await askAll(index, questions); // what is asked first reads from the disk
    const first = await askAll(index, questions);
    const curve = [{ names: firstNames, p95ms: first.p95ms }];
    for (const [step, names] of sizes.filter((size) => size > firstNames).entries()) {
      await fill(database, index, curve[step]?.names ?? 0, names);
      if (!json) console.log(`${names} names after ${Math.round((performance.now() - startedAt) / 1_000)} s`);
      await askAll(index, questions);
      curve.push({ names, p95ms: (await askAll(index, questions)).p95ms });
    }
    await database.$disconnect();
    const found = Object.values(first.right).reduce((sum, count) => sum + count, 0);
    const numbers: SearchNumbers = { found, of: questions.length, p95ms: first.p95ms, curve };
    if (json) process.stdout.write(`${JSON.stringify(numbers)}\n`);
    else show(numbers, first);
  } finally {
    await server.stop();
  }
}

interface Asked {
  right: Record<QuestionKind, number>;
  missed: MadeQuestion[];
  p95ms: number;
}

async function askAll(index: SearchIndex, questions: readonly MadeQuestion[]): Promise<Asked> {
  const right = Object.fromEntries(Object.keys(questionCounts).map((kind) => [kind, 0])) as Asked["right"];
  const missed: MadeQuestion[] = [];
  const times: number[] = [];
  for (const question of questions) {
    const startedAt = performance.now();
    const { hits } = await index.find({ kind: "product", text: question.text, filter: { isPublic: true }, limit: 10 });
    times.push(performance.now() - startedAt);
    if (hits.some(({ name }) => question.isRight(name))) right[question.kind] += 1;
    else missed.push(question);
  }
  times.sort((a, b) => a - b);
  return { right, missed, p95ms: Math.round((times[Math.floor(times.length * 0.95)] as number) * 10) / 10 };
}

/** From so many on, indexes are made when all is there: kept up to date row by row, a million names would take an hour. */
const atOnce = 50_000;

async function fill(database: Database, index: SearchIndex, from: number, to: number): Promise<void> {
  if (to - from < atOnce) return put(database, index, from, to);
  const indexes = await database.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = 'search_entry' AND indexname <> 'search_entry_pkey'`;
  for (const { name } of indexes) await database.$executeRawUnsafe(`DROP INDEX "${name}"`);
  await put(database, index, from, to);
  await database.$executeRaw`SET maintenance_work_mem = '512MB'`;
  for (const { definition } of indexes) await database.$executeRawUnsafe(definition);
  await database.$executeRaw`VACUUM ANALYZE search_entry`;
}

async function put(database: Database, index: SearchIndex, from: number, to: number): Promise<void> {
  const entries: SearchEntry[] = [];
  let number = 0;
  for (const entry of madeEntries(to)) {
    number += 1;
    if (number <= from) continue;
    entries.push(entry);
    if (entries.length === chunk) await index.put(entries.splice(0));
  }
  await index.put(entries);
  await database.$executeRaw`VACUUM ANALYZE search_entry`;
}

function show({ found, of, curve }: SearchNumbers, { right, missed }: Asked): void {
  console.table(
    Object.fromEntries(
      (Object.keys(questionCounts) as QuestionKind[]).map((kind) => [
        kind,
        { right: right[kind], of: questionCounts[kind] },
      ]),
    ),
  );
  for (const { kind, text } of missed) console.log(`missed ${kind}: ${text}`);
  console.log(`${found} of ${of}`);
  console.table(curve);
}
