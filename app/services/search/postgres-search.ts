import { type Database, Prisma } from "../database/database.ts";
import type { SearchIndex } from "./search-index.ts";

/** Endings that people write after a name. */
const particles = /(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;
const onlyConsonants = /^[ㄱ-ㅎ\s]+$/u;
const fewestSyllablesToCut = 5;
const leastLikeness = 0.4;
const longest = 60;

/**
 * Looks through keystrokes, from the strict to the generous, and stops at the first step that finds something: first consonants; every
 * word; every word without its particle; written together; cut in two; alike. Of 5,000 submissions a step takes about 10 ms, so no index
 * is kept: trigrams would have to be of product, store and code together.
 */
export function postgresSearch(database: Database): SearchIndex {
  return {
    async findSubmissions(seasonId, words, most) {
      const asked = words.normalize("NFC").replaceAll("\0", "").trim().slice(0, longest);
      if (!/[\p{L}\p{N}]/u.test(asked)) return [];
      for (const condition of stepsOf(asked)) {
        const found = await database.$queryRaw<{ id: string }[]>`
          SELECT "id" FROM (
            SELECT submission."id", submission."submitted_at",
                   concat_ws(' ', store."name_keys", version."name_keys", lower(product."sku")) AS keys,
                   concat_ws(' ', store."name_initials", version."name_initials") AS initials
            FROM "submission" AS submission
            JOIN "product_version" AS version ON version."id" = submission."version_id"
            JOIN "product" AS product ON product."id" = submission."product_id"
            JOIN "store" AS store ON store."id" = product."store_id"
            WHERE submission."season_id" = ${seasonId}::uuid
          ) AS document
          WHERE ${condition} ORDER BY "submitted_at", "id" LIMIT ${most}`;
        if (found.length > 0) return found.map(({ id }) => id);
      }
      return [];
    },
  };
}

/** Conditions on a document's `keys` and `initials`. */
function stepsOf(asked: string): Prisma.Sql[] {
  if (onlyConsonants.test(asked)) return [everyWord(wordsOf(asked), Prisma.sql`replace(initials, ' ', '')`)];
  const words = wordsOf(asked);
  const bare = words.map((word) => (word.length > 2 ? word.replace(particles, "") : word));
  const together = words.join("");
  return [
    everyWord(words, Prisma.sql`keys`),
    ...(bare.join() === words.join() ? [] : [everyWord(bare, Prisma.sql`keys`)]),
    everyWord([together], Prisma.sql`replace(keys, ' ', '')`),
    ...(words.length === 1 && together.length >= fewestSyllablesToCut ? [cutInTwo(together)] : []),
    Prisma.sql`word_similarity("keystrokes"(${together}), keys) >= ${leastLikeness}`,
  ];
}

function wordsOf(asked: string): string[] {
  return asked.split(/\s+/u);
}

function everyWord(words: readonly string[], within: Prisma.Sql): Prisma.Sql {
  return Prisma.join(
    words.map((word) => Prisma.sql`strpos(${within}, "keystrokes"(${word})) > 0`),
    " AND ",
  );
}

/** 망원시장참기름: the market's name and the product's, run together. */
function cutInTwo(word: string): Prisma.Sql {
  const letters = [...word];
  const cuts = letters.slice(2, -1).map((_, index) => index + 2);
  const halves = cuts.map((at) => [letters.slice(0, at).join(""), letters.slice(at).join("")]);
  return Prisma.join(
    halves.map((both) => Prisma.sql`(${everyWord(both, Prisma.sql`keys`)})`),
    " OR ",
    "(",
    ")",
  );
}
