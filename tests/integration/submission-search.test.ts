import { afterAll, beforeAll, expect, test } from "vitest";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import type { Database } from "#app/services/database/database.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, submit } from "./season-setup.ts";

let opened: TestDatabase;
let database: Database;
let season: OpenSeason;
let nameOf: Map<string, string>;

const names = [
  "전통 참기름",
  "떡볶이 소스",
  "수제화 옥스퍼드",
  "도토리 묵",
  "가죽 지갑",
  "A4 크기 액자",
  "3대째 한과",
  "백년 가게 도마",
];

beforeAll(async () => {
  opened = await testDatabase();
  database = opened.client;
  season = await openSeason(database);
  await database.store.update({ where: { id: season.storeId }, data: { name: "망원시장 늘봄" } });
  const ids = await submit(
    database,
    season,
    names.map((name, index) => content(`SKU-${index}`, { name })),
  );
  nameOf = new Map(ids.map((id, index) => [id, names[index] ?? ""]));
});
afterAll(() => opened.drop());

async function find(words: string): Promise<string[]> {
  const index = openPostgresIndex(database);
  while ((await indexChanges(database, index)) > 0);
  const { hits } = await index.find({
    kind: "submission",
    text: words,
    filter: { seasonId: season.seasonId },
    limit: 100,
  });
  return hits.map(({ id }) => nameOf.get(id) ?? id);
}

test.each([
  ["참기름", "전통 참기름"],
  ["참기", "전통 참기름"],
  ["참길", "전통 참기름"],
  ["ㅊㄱㄹ", "전통 참기름"],
  ["ckarlfma", "전통 참기름"],
  ["CKARLFMA", "전통 참기름"],
  ["참기름을", "전통 참기름"],
  ["망원시장참기름", "전통 참기름"],
  ["망원 참기름", "전통 참기름"],
  ["떡뽁이", "떡볶이 소스"],
  ["덕복이", "떡볶이 소스"],
  ["떡복기", "떡볶이 소스"],
  ["수재화", "수제화 옥스퍼드"],
  ["백년가게", "백년 가게 도마"],
  ["백년 가게", "백년 가게 도마"],
  ["A4", "A4 크기 액자"],
  ["a4", "A4 크기 액자"],
  ["3대째", "3대째 한과"],
  ["묵", "도토리 묵"],
  ["sku-4", "가죽 지갑"],
])("%s finds %s and nothing else", async (words, name) => {
  expect(await find(words)).toEqual([name]);
});

test("the store finds all its products, and rubbish finds none", async () => {
  for (const words of ["망원시장", "ㅁㅇㅅㅈ", "ㄴㅂ", "늘봄에서"])
    expect(await find(words)).toHaveLength(names.length);
  for (const words of ["ㅋㅋㅋ", "…", "'; drop", "%", "_", "\0", "", "   "]) expect(await find(words)).toEqual([]);
});

test("a name that changes is found by the new one", async () => {
  await database.store.update({ where: { id: season.storeId }, data: { name: "통인시장 늘봄" } });
  expect(await find("통인")).toHaveLength(names.length);
  expect(await find("망원")).toEqual([]);
  await database.store.update({ where: { id: season.storeId }, data: { name: "망원시장 늘봄" } });
});
