import { type Database, Prisma } from "../database/database.ts";
import type { SearchKind } from "../database/generated/enums.ts";
import { countGroups, groupEntries, keepGroups } from "./facet-groups.ts";
import { initialsOf, keysOf, type Question, readQuestion, wordsOf } from "./keys.ts";
import { slipsToBegin } from "./likeness.ts";
import type {
  BrowsableIndex,
  BrowsedEntry,
  FacetQuestion,
  SearchAnswer,
  SearchEntry,
  SearchFacets,
  SearchFilter,
  SearchHit,
  SearchOrder,
} from "./search-index.ts";

/** So many of those that begin with the question, and so many that hold it, are put in order. */
const ordered = 1_000;

/** Of what holds a question, so many are counted: who finds more will ask otherwise. */
const mostCounted = 2_000;

/** One way of reading a question: what an entry must hold, and what decides which comes first. */
interface Step {
  condition: Prisma.Sql;
  words: readonly string[];
  column: "keys" | "initials";
}

/**
 * Search in PostgreSQL alone: a ladder whose first step that finds something answers. Whatever holds the question's keys is found by
 * a trigram index; a misspelt word is first looked up among the words there are.
 */
export function openPostgresIndex(database: Database): BrowsableIndex {
  const groupsAt = keepGroups(database);
  return {
    async find({ kind, text, filter, limit }): Promise<SearchAnswer> {
      const question = readQuestion(text);
      if (question.words.length === 0) return { hits: [], meant: null };
      const within = Prisma.sql`kind = ${kind}::search_kind AND ${conditionsOf(filter)}`;
      for (const step of stepsOf(question)) {
        const hits = await best(within, step, limit);
        if (hits.length > 0) return { hits, meant: null };
      }
      const meant = await meantBy(kind, question.words);
      if (!meant) return { hits: [], meant: null };
      const words = meant.map(({ keys }) => keys);
      const hits = await best(within, { condition: holdsAll(words), words, column: "keys" }, limit);
      return { hits, meant: hits.length > 0 ? meant.map(({ word }) => word).join(" ") : null };
    },

    async count(question): Promise<SearchFacets> {
      const { kind, text, filter } = question;
      if (text === "") return { ...countGroups(await groupsAt(question), filter), more: false, counted: true };
      const asked = readQuestion(text);
      const steps = asked.words.length > 0 ? stepsOf(asked) : [];
      let elsewhere: SearchFacets | null = null;
      for (const { condition } of steps) {
        const counts = await countFound(question, condition);
        if (counts && counts.total > 0) return counts;
        elsewhere ??= counts;
      }
      const meant = asked.words.length > 0 ? await meantBy(kind, asked.words) : null;
      const counts = meant && (await countFound(question, holdsAll(meant.map(({ keys }) => keys))));
      if (counts && (counts.total > 0 || !elsewhere)) return counts;
      return elsewhere ?? { ...countGroups([], filter), more: false, counted: true };
    },

    async browse({ kind, filter, order, after, limit }) {
      const column = columnOf[order];
      const within = Prisma.sql`kind = ${kind}::search_kind AND ${conditionsOf(filter)}`;
      const page = (part: Prisma.Sql, of: Prisma.Sql, most: number) => database.$queryRaw<BrowsedEntry[]>`
        SELECT id, ${column} AS value FROM search_entry WHERE ${within} AND ${part} ORDER BY ${of} LIMIT ${most}`;
      // Those without a value stand last, and are asked for apart: with OR no index would begin in the middle.
      const valued =
        after?.value === null
          ? []
          : await page(
              after
                ? Prisma.sql`(${column}, id) > (${after.value}${order === "name" ? Prisma.empty : Prisma.raw("::int")}, ${after.id}::uuid)`
                : Prisma.sql`${column} IS NOT NULL`,
              Prisma.sql`${column}, id`,
              limit,
            );
      if (valued.length === limit) return valued;
      const rest = await page(
        Prisma.sql`${column} IS NULL AND ${after?.value === null ? Prisma.sql`id > ${after.id}::uuid` : Prisma.sql`true`}`,
        Prisma.sql`id`,
        limit - valued.length,
      );
      return [...valued, ...rest];
    },

    async put(entries): Promise<void> {
      if (entries.length === 0) return;
      const rows = JSON.stringify(entries.map(rowOf));
      await database.$executeRaw`
        INSERT INTO search_entry SELECT * FROM json_populate_recordset(null::search_entry, ${rows}::json)
        ON CONFLICT (kind, id) DO UPDATE SET
          (name, name_keys, keys, initials, is_public, district_code, store_kind, category_keys, market_id, visitable, open_slots,
           founded_year, price, badge_to, season_id)
          = (excluded.name, excluded.name_keys, excluded.keys, excluded.initials, excluded.is_public, excluded.district_code,
             excluded.store_kind, excluded.category_keys, excluded.market_id, excluded.visitable, excluded.open_slots,
             excluded.founded_year, excluded.price, excluded.badge_to, excluded.season_id)`;
      // In their order: two workers that add the same words would wait for each other.
      await database.$executeRaw`
        INSERT INTO search_word SELECT * FROM json_populate_recordset(null::search_word, ${JSON.stringify(wordRowsOf(entries))}::json)
        ORDER BY kind, keys ON CONFLICT DO NOTHING`;
    },

    async remove(kind, ids): Promise<void> {
      const gone = await database.$queryRaw<{ keys: string }[]>`
        DELETE FROM search_entry WHERE kind = ${kind}::search_kind AND id = ANY (${[...ids]}::uuid[]) RETURNING keys`;
      if (gone.length === 0) return;
      // A name that nothing bears any more is not kept as a word either: it may be a person's who has left.
      await database.$executeRaw`
        DELETE FROM search_word WHERE kind = ${kind}::search_kind
        AND EXISTS (SELECT FROM unnest(${gone.map(({ keys }) => keys)}::text[]) AS gone WHERE strpos(gone, search_word.keys) > 0)
        AND NOT EXISTS (SELECT FROM search_entry
          WHERE search_entry.kind = search_word.kind AND search_entry.keys LIKE '%' || search_word.keys || '%')`;
    },
  };

  /**
   * The counts of what `condition` finds; null when it finds nothing, whatever is chosen. Where it finds very much it is counted no
   * further, and never by every choice.
   */
  async function countFound(question: FacetQuestion, condition: Prisma.Sql): Promise<SearchFacets | null> {
    const { kind, filter } = question;
    const found = Prisma.sql`kind = ${kind}::search_kind AND is_public AND ${condition}`;
    const all = await countUpTo(found);
    if (all === 0) return null;
    if (all <= mostCounted) {
      const groups = await groupEntries(database, Prisma.sql`SELECT * FROM search_entry WHERE ${found}`, question);
      return { ...countGroups(groups, filter), more: false, counted: true };
    }
    const isNarrowed = Object.keys(filter).length > 1;
    const total = isNarrowed ? await countUpTo(Prisma.sql`${found} AND ${conditionsOf(filter)}`) : all;
    const counts = countGroups(await groupsAt(question), filter);
    return { ...counts, total: Math.min(total, mostCounted), more: total > mostCounted, counted: false };
  }

  async function countUpTo(condition: Prisma.Sql): Promise<number> {
    const [{ count } = { count: 0 }] = await database.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (SELECT FROM search_entry WHERE ${condition} LIMIT ${mostCounted + 1}) AS found`;
    return count;
  }

  /** The best of what the step finds; where that is very much, of those that begin with it and of any others. */
  async function best(within: Prisma.Sql, { condition, words, column }: Step, limit: number): Promise<SearchHit[]> {
    const of = Prisma.raw(column);
    const [spaced, joined] = [words.join(" "), words.join("")];
    return database.$queryRaw<SearchHit[]>`
      SELECT id, name FROM (
        (SELECT id, name, name_keys, keys, initials FROM search_entry WHERE ${within} AND ${of} LIKE ${`${joined}%`} LIMIT ${ordered})
        UNION
        (SELECT id, name, name_keys, keys, initials FROM search_entry WHERE ${within} AND ${condition} LIMIT ${ordered})
      ) AS found
      ORDER BY
        ${of} = ${joined} OR ${of} LIKE ${`${joined} %`} DESC,
        ' ' || ${column === "keys" ? Prisma.raw("name_keys") : of} || ' ' LIKE ${`% ${spaced} %`} DESC,
        ${of} LIKE ${`${joined}%`} DESC,
        length(name), name, id
      LIMIT ${limit}`;
  }

  /** The nearest word there is for each of the question's; null when one of them is like none, and when they are the question's own. */
  async function meantBy(kind: SearchKind, words: readonly string[]): Promise<{ keys: string; word: string }[] | null> {
    const meant: { keys: string; word: string }[] = [];
    for (const asked of words) {
      const alike = await database.$queryRaw<{ keys: string; word: string }[]>`
        SELECT keys, word FROM similar_search_words(${kind}::search_kind, ${asked})`;
      const [nearest] = alike
        .map((one) => ({ ...one, slips: slipsToBegin(asked, one.keys) }))
        .filter(({ slips }) => slips <= slipsAllowed(asked))
        .sort((a, b) => a.slips - b.slips || a.keys.length - b.keys.length);
      if (!nearest) return null;
      meant.push({ keys: nearest.keys, word: nearest.word });
    }
    return meant.every(({ keys }, at) => keys === words[at]) ? null : meant;
  }
}

/** A syllable is two or three keys; of a word of one nobody can tell what it was to be. */
function slipsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 9 ? 2 : 3;
}

function* stepsOf({ initials, words, cuts, bare }: Question): Generator<Step> {
  if (initials) {
    yield {
      condition: all(initials.map((word) => Prisma.sql`initials LIKE ${`%${word}%`}`)),
      words: initials,
      column: "initials",
    };
  }
  yield { condition: holdsAll(words), words, column: "keys" };
  if (cuts.length > 0) yield { condition: any(cuts.map(holdsAll)), words, column: "keys" };
  for (const less of bare) {
    // Of one syllable, only a whole word: it stands inside of many.
    const condition = all(
      less.map((word, at) => (word.length < 4 && word !== words[at] ? isWord(word) : holdsAll([word]))),
    );
    yield { condition, words: less, column: "keys" };
  }
}

/** Keys are letters and digits: nothing in them means something to LIKE. */
function holdsAll(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`(${all(words.map((word) => Prisma.sql`keys LIKE ${`%${word}%`}`))})`;
}

function isWord(word: string): Prisma.Sql {
  return Prisma.sql`' ' || name_keys || ' ' LIKE ${`% ${word} %`}`;
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " AND ");
}

function any(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

function conditionsOf(filter: SearchFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (filter.isPublic) conditions.push(Prisma.sql`is_public`);
  if (filter.districtCode !== undefined) conditions.push(Prisma.sql`district_code = ${filter.districtCode}`);
  if (filter.storeKind !== undefined) conditions.push(Prisma.sql`store_kind = ${filter.storeKind}::store_kind`);
  if (filter.categoryKey !== undefined) conditions.push(Prisma.sql`category_keys @> ARRAY[${filter.categoryKey}]`);
  if (filter.marketId !== undefined) conditions.push(Prisma.sql`market_id = ${filter.marketId}::uuid`);
  if (filter.visitable) conditions.push(Prisma.sql`visitable`);
  if (filter.openSlot !== undefined) conditions.push(isOpenIn(filter.openSlot));
  if (filter.badgeOn !== undefined) conditions.push(isDesignatedOn(filter.badgeOn));
  if (filter.seasonId !== undefined) conditions.push(Prisma.sql`season_id = ${filter.seasonId}::uuid`);
  return all(conditions);
}

function isOpenIn(slot: number): Prisma.Sql {
  return Prisma.sql`open_slots @> ARRAY[${slot}]::smallint[]`;
}

function isDesignatedOn(day: Date): Prisma.Sql {
  return Prisma.sql`badge_to >= ${day}::date`;
}

const columnOf: Record<SearchOrder, Prisma.Sql> = {
  name: Prisma.raw("name"),
  oldest: Prisma.raw("founded_year"),
  cheapest: Prisma.raw("price"),
};

function rowOf(entry: SearchEntry) {
  const name = wordsOf(entry.name);
  const fields = [name, ...entry.also.map(wordsOf)];
  return {
    kind: entry.kind,
    id: entry.id,
    name: entry.name,
    name_keys: name.map(keysOf).join(" "),
    keys: fields.map((words) => keysOf(words.join(""))).join(" "),
    initials: [...(name.length > 1 ? name : []), ...fields.map((words) => words.join(""))].map(initialsOf).join(" "),
    is_public: entry.isPublic,
    district_code: entry.districtCode,
    store_kind: entry.storeKind,
    category_keys: entry.categoryKeys,
    market_id: entry.marketId,
    visitable: entry.visitable,
    open_slots: entry.openSlots,
    founded_year: entry.foundedYear,
    price: entry.price,
    badge_to: entry.badgeTo?.toISOString().slice(0, 10) ?? null,
    season_id: entry.seasonId,
  };
}

function wordRowsOf(entries: readonly SearchEntry[]) {
  const rows = entries.flatMap(({ kind, name, also }) =>
    [name, ...also].flatMap(wordsOf).map((word) => ({ kind, keys: keysOf(word), word })),
  );
  return [...new Map(rows.map((row) => [`${row.kind} ${row.keys}`, row])).values()];
}
