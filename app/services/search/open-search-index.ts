import type { Database } from "../database/database.ts";
import { type MeilisearchIndex, settingsVersion } from "./meilisearch-index.ts";
import { openPostgresIndex } from "./postgres-index.ts";
import type { BrowsableIndex } from "./search-index.ts";

/** A connected Meilisearch, and who hears why it was not asked. */
export interface SearchServer {
  url: string;
  index: MeilisearchIndex;
  tell(trouble: "search_down" | "search_behind"): void;
}

/** One that failed is left alone for so long. */
const rest = 15_000;
/** How far behind it may be before PostgreSQL answers in its place. */
const secondsBehind = 30;
const lookAgainAfter = 5_000;

/** What pages ask: Meilisearch where one is connected, answers and is up to date, else PostgreSQL, which always is. */
export function openSearchIndex(database: Database, server: SearchServer | null): BrowsableIndex {
  const own = openPostgresIndex(database);
  if (!server) return own;
  let restUntil = 0;
  let current = { at: 0, is: false };

  const isCurrent = async (): Promise<boolean> => {
    if (Date.now() - current.at < lookAgainAfter) return current.is;
    const [row] = await database.$queryRaw<{ built: boolean; behind: boolean }[]>`
      SELECT
        EXISTS (SELECT FROM search_server WHERE url = ${server.url} AND settings_version = ${settingsVersion}) AS built,
        coalesce((SELECT min(at) FROM search_push) < now() - make_interval(secs => ${secondsBehind}), false) AS behind`;
    current = { at: Date.now(), is: row?.built === true && !row.behind };
    if (!current.is) server.tell("search_behind");
    return current.is;
  };
  const answerWith = async <Answer>(ask: (index: BrowsableIndex | MeilisearchIndex) => Promise<Answer>) => {
    if (Date.now() < restUntil || !(await isCurrent())) return ask(own);
    try {
      return await ask(server.index);
    } catch {
      restUntil = Date.now() + rest;
      server.tell("search_down");
      return ask(own);
    }
  };

  return {
    ...own,
    find: (question) => answerWith((index) => index.find(question)),
    // A list without a question is read from PostgreSQL, and so are its counts.
    count: (question) => (question.text === "" ? own.count(question) : answerWith((index) => index.count(question))),
  };
}
