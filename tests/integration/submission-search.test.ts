import { getChoseong } from "es-hangul";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#app/services/database/database.ts";
import { postgresSearch } from "#app/services/search/postgres-search.ts";
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
  const found = await postgresSearch(database).findSubmissions(season.seasonId, words, 100);
  return found.map((id) => nameOf.get(id) ?? id);
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

test("first consonants are those that es-hangul finds", async () => {
  const keys = {
    ㄱ: "r",
    ㄴ: "s",
    ㄷ: "e",
    ㄹ: "f",
    ㅁ: "a",
    ㅂ: "q",
    ㅅ: "t",
    ㅇ: "d",
    ㅈ: "w",
    ㅊ: "c",
    ㅋ: "z",
  } as const;
  for (const text of ["광장시장", "참기름", "나무 도마", "가죽지갑", "닭강정 값", "쾌걸"]) {
    const [row] = await database.$queryRaw<{ made: string }[]>`SELECT initial_keystrokes(${text}) AS made`;
    const wanted = [...getChoseong(text)].map((one) => keys[one as keyof typeof keys] ?? one).join("");
    expect(row?.made).toBe(wanted);
  }
});
