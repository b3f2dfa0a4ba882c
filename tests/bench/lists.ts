import { rebuildIndex } from "#app/domain/search/rebuild-index.ts";
import { listStores, readStoreFilter } from "#app/domain/store/list-stores.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { BrowsableIndex } from "#app/services/search/search-index.ts";
import { fillStores, storesOf } from "./lists/made-stores.ts";
import { randomNumbers } from "./search/made-names.ts";

/*
 * `npm run bench -- lists [--json] [--stores <count>]`: what the list of stores costs at 1,000 stores and at 100,000, by what is chosen,
 * all of it: the page's stores, their cards, and the counts of every choice.
 */

export interface ListNumbers {
  stores: number;
  /** Milliseconds of all that was asked. */
  p50ms: number;
  p99ms: number;
  /** By what was chosen. */
  by: Record<string, { p50ms: number; p99ms: number }>;
}

const few = 1_000;
const rounds = 60;

export async function bench(words: string[]): Promise<void> {
  const at = words.indexOf("--stores");
  const many = at === -1 ? 100_000 : Number(words[at + 1]);
  const server = await startThrowAwayServer();
  const url = server.url("lists");
  try {
    await ensureDatabase(url);
    await applyMigrations(url);
    const database = openDatabase(url);
    const numbers: ListNumbers[] = [];
    for (const stores of [few, many]) {
      const startedAt = performance.now();
      const last = numbers.at(-1)?.stores ?? 0;
      await fillStores(database, last, stores);
      const index = openPostgresIndex(database);
      await rebuildIndex(database, index, () => {});
      await database.$executeRaw`VACUUM ANALYZE`; // else it is done of itself while we ask
      if (!words.includes("--json")) {
        console.log(`${stores} stores were made findable in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
      }
      await askAll(database, index, 5); // what is asked first reads from the disk
      numbers.push({ stores, ...(await askAll(database, index, rounds)) });
    }
    await database.$disconnect();
    const [first, second] = numbers as [ListNumbers, ListNumbers];
    const ratio = Math.round((second.p99ms / first.p99ms) * 100) / 100;
    if (words.includes("--json")) process.stdout.write(`${JSON.stringify({ lists: numbers, ratio })}\n`);
    else show(first, second, ratio);
  } finally {
    await server.stop();
  }
}

async function askAll(database: Database, index: BrowsableIndex, times: number): Promise<Omit<ListNumbers, "stores">> {
  const random = randomNumbers(11);
  const taken: Record<string, number[]> = {};
  const ask = async (name: string, query: string) => {
    const startedAt = performance.now();
    const { next } = await listStores(database, index, readStoreFilter(new URLSearchParams(query)));
    taken[name] = [...(taken[name] ?? []), performance.now() - startedAt];
    return next;
  };
  const markets = await database.market.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (let round = 0; round < times; round++) {
    for (const [name, query] of Object.entries(questions(random, markets))) {
      const next = await ask(name, query);
      if (next !== null && !query.includes("word")) await ask(`${name}, next page`, `${query}&after=${next}`);
    }
  }
  const all = Object.values(taken).flat();
  const shares = (list: readonly number[]) => ({ p50ms: share(list, 0.5), p99ms: share(list, 0.99) });
  const by = Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, shares(list)]));
  return { ...shares(all), by };
}

/** What visitors choose, each with values drawn anew; a word is the name of one store's owner's trade. */
function questions(random: () => number, markets: readonly { id: string }[]): Record<string, string> {
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const district = any(storesOf.districts);
  const kind = any(storesOf.kinds);
  return {
    nothing: "",
    "the middle of it": `after=${Buffer.from(JSON.stringify([any(storesOf.signs), "80000000-0000-4000-8000-000000000000"])).toString("base64url")}`,
    "oldest first": "order=oldest",
    "a district": `district=${district}`,
    "a kind": `kind=${kind}`,
    "a market": `market=${any(markets).id}`,
    "open now": "open=yes",
    visitable: "visitable=yes",
    designated: "designated=yes",
    "a district and a kind": `district=${district}&kind=${kind}`,
    "a district, oldest first": `district=${district}&order=oldest`,
    "everything at once": `district=${district}&kind=${kind}&open=yes&visitable=yes`,
    "a word": `word=${any(storesOf.signs)}`,
    "a word in a district": `word=${any(storesOf.signs)}&district=${district}`,
  };
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] as number) * 10) / 10;
}

function show(first: ListNumbers, second: ListNumbers, ratio: number): void {
  type Shares = { p50ms: number; p99ms: number };
  const row = (before: Shares | undefined, after: Shares) => ({
    [`${first.stores} stores: p50`]: before?.p50ms,
    p99: before?.p99ms,
    [`${second.stores} stores: p50 `]: after.p50ms,
    "p99 ": after.p99ms,
  });
  console.table({
    all: row(first, second),
    ...Object.fromEntries(Object.entries(second.by).map(([name, after]) => [name, row(first.by[name], after)])),
  });
  console.log(`p99 at ${second.stores} stores is ${ratio} times that at ${first.stores}`);
}
