import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { SearchEntry, SearchIndex } from "#app/services/search/search-index.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

let database: TestDatabase;
let index: SearchIndex;

beforeEach(async () => {
  database = await testDatabase();
  index = openPostgresIndex(database.client);
});
afterEach(() => database.drop());

let number = 0;
function entry(name: string, over: Partial<SearchEntry> = {}): SearchEntry {
  number += 1;
  return {
    kind: "product",
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    name,
    also: [],
    isPublic: true,
    districtCode: null,
    storeKind: null,
    categoryKeys: [],
    marketId: null,
    visitable: false,
    openSlots: [],
    foundedYear: null,
    price: null,
    badgeTo: null,
    seasonId: null,
    ...over,
  };
}

async function find(text: string, filter = {}, limit = 10) {
  return (await index.find({ kind: "product", text, filter, limit })).hits.map(({ name }) => name);
}

describe("the golden list", () => {
  const names =
    "광장시장 육회|광장시장 빈대떡|광주 김치|망원시장 수제 참기름|망원시장 떡볶이|신당 떡볶이|수제화 로퍼|백년 가게 곰탕|A4 노트|3대째 국밥|한과 韓菓|묵|묵직한 가방|도토리묵|구두약";

  beforeEach(() => index.put(names.split("|").map((name) => entry(name))));

  it.each([
    ["광장시장", "광장시장 육회"],
    ["광장시", "광장시장 육회"],
    ["광장ㅅ", "광장시장 육회"],
    ["광자", "광장시장 육회"],
    ["ㄱㅈㅅㅈ", "광장시장 육회"],
    ["rhkdwkdtlwkd", "광장시장 육회"],
    ["RHKDWKDTLWKD", "광장시장 육회"],
    ["떡뽁이", "망원시장 떡볶이"],
    ["덕복이", "망원시장 떡볶이"],
    ["떡복기", "망원시장 떡볶이"],
    ["참기름을", "망원시장 수제 참기름"],
    ["망원시장참기름", "망원시장 수제 참기름"],
    ["망원시장에서", "망원시장 떡볶이"],
    ["수재화", "수제화 로퍼"],
    ["백년 가게", "백년 가게 곰탕"],
    ["백년가게", "백년 가게 곰탕"],
    ["A4", "A4 노트"],
    ["3대째", "3대째 국밥"],
    ["韓菓", "한과 韓菓"],
    ["떡볶이 망원", "망원시장 떡볶이"],
    ["광장\u202e시\u200f장", "광장시장 육회"],
  ])("%s finds %s", async (text, name) => {
    expect(await find(text)).toContain(name);
  });

  it("has the very word first, then what begins with it, then the rest", async () => {
    expect(await find("묵")).toEqual(["묵", "묵직한 가방", "도토리묵"]);
  });

  it.each([
    "ㅋㅋㅋ",
    "…",
    "'; drop",
    "' OR 1=1 --",
    "%",
    "",
    "ㅏ",
    "ᅡ",
    "\u202e",
    "비행접시를",
    `${"가".repeat(10_000)}`,
  ])("%s finds nothing, and breaks nothing", async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

it("each filter narrows", async () => {
  const season = "11111111-1111-4111-8111-111111111111";
  await index.put([
    entry("참기름 하나", { districtCode: "11440", storeKind: "craft", categoryKeys: ["OIL"], seasonId: season }),
    entry("참기름 둘", { districtCode: "11110", visitable: true, badgeTo: new Date("2026-11-30") }),
    entry("참기름 셋", { isPublic: false }),
  ]);
  expect(await find("참기름")).toHaveLength(3);
  expect(await find("참기름", { isPublic: true })).toHaveLength(2);
  expect(await find("참기름", { districtCode: "11440" })).toEqual(["참기름 하나"]);
  expect(await find("참기름", { storeKind: "craft" })).toEqual(["참기름 하나"]);
  expect(await find("참기름", { categoryKey: "OIL" })).toEqual(["참기름 하나"]);
  expect(await find("참기름", { seasonId: season })).toEqual(["참기름 하나"]);
  expect(await find("참기름", { visitable: true })).toEqual(["참기름 둘"]);
  expect(await find("참기름", { badgeOn: new Date("2026-11-30") })).toEqual(["참기름 둘"]);
  expect(await find("참기름", { badgeOn: new Date("2026-12-01") })).toEqual([]);
});

describe("how many there are", () => {
  const ask = (text = "", filter = {}) =>
    index.count({
      kind: "product",
      text,
      filter: { isPublic: true, ...filter },
      openSlot: 3,
      badgeOn: new Date("2026-11-30"),
    });
  const many = (count: number, over: Partial<SearchEntry> = {}) =>
    index.put(Array.from({ length: count }, (_, at) => entry(`참기름 ${at}`, over)));

  it("is counted anew whenever something changed, and never twice in between", async () => {
    await many(3, { districtCode: "11440" });
    expect(await ask()).toMatchObject({ total: 3, districtCode: { "11440": 3 } });
    const hidden = entry("참기름 비공개", { districtCode: "11440", isPublic: false });
    await index.put([entry("들기름", { districtCode: "11110" }), hidden]);
    expect(await ask()).toMatchObject({ total: 4, districtCode: { "11440": 3, "11110": 1 } });
    await index.put([{ ...hidden, isPublic: true }]);
    expect((await ask()).total).toBe(5);
    await index.remove("product", [hidden.id]);
    expect((await ask()).total).toBe(4);
    expect(await ask("참기름", { districtCode: "11440" })).toMatchObject({ total: 3, counted: true, more: false });
  });

  it("is told as more than two thousand where a word finds so many, and choices then go without a number", async () => {
    await many(2_050, { districtCode: "11440" });
    await many(10, { districtCode: "11110" });
    expect(await ask("참기름")).toMatchObject({ total: 2_000, more: true, counted: false });
    expect(await ask("참기름", { districtCode: "11110" })).toMatchObject({ total: 10, more: false, counted: false });
    // Without a word everything is counted.
    expect(await ask()).toMatchObject({ total: 2_060, more: false, counted: true });
  });

  it("in a big house is what it was a moment ago while it is counted anew", async () => {
    for (let at = 0; at < 21; at++) await many(1_000);
    expect((await ask()).total).toBe(21_000);
    await many(1);
    expect((await ask()).total).toBe(21_000);
    await expect.poll(async () => (await ask()).total, { timeout: 30_000 }).toBe(21_001);
  });
});

describe("what changes", () => {
  const settle = async () => {
    while ((await indexChanges(database.client, index)) > 0);
  };
  const findPublic = async (kind: "store" | "product" | "submission", text: string) =>
    (await index.find({ kind, text, filter: kind === "submission" ? {} : { isPublic: true }, limit: 10 })).hits.map(
      ({ name }) => name,
    );

  it("is found anew: a store, what it sends in, what is chosen; and no more when it is closed", async () => {
    const season = await openSeason(database.client);
    const [submissionId = ""] = await submit(database.client, season, [content("a", { name: "나전칠기 함" })]);
    await settle();
    expect(await findPublic("store", "공방")).toEqual(["공방"]);
    expect(await findPublic("submission", "나전칠기")).toEqual(["나전칠기 함"]);
    expect(await findPublic("product", "나전칠기")).toEqual([]);

    await selectSubmission(database.client, season.curator, { submissionId }, twoMalls);
    await settle();
    expect(await findPublic("product", "나전칠기")).toEqual(["나전칠기 함"]);
    expect(await findPublic("store", "나전칠기")).toEqual(["공방"]);

    await database.client.store.update({ where: { id: season.storeId }, data: { name: "통영 칠방" } });
    await settle();
    expect(await findPublic("store", "통영")).toEqual(["통영 칠방"]);
    expect(await findPublic("product", "통영칠방")).toEqual(["나전칠기 함"]);

    await database.client.store.update({ where: { id: season.storeId }, data: { state: "closed" } });
    await settle();
    expect(await findPublic("store", "통영")).toEqual([]);
    expect(await findPublic("product", "나전칠기")).toEqual([]);
  });

  it("is forgotten to its last word when a store is erased", async () => {
    const season = await openSeason(database.client);
    await submit(database.client, season, [content("a", { name: "나전칠기 함" })]);
    await database.client.store.update({ where: { id: season.storeId }, data: { name: "홍길순 공방" } });
    await settle();
    expect(await database.client.searchWord.count({ where: { word: "홍길순" } })).toBeGreaterThan(0);
    await database.client.store.update({
      where: { id: season.storeId },
      data: { name: "떠난 가게", erasedAt: new Date(), state: "closed" },
    });
    await settle();
    expect(await database.client.searchWord.count({ where: { word: "홍길순" } })).toBe(0);
    expect(await database.client.searchEntry.count({ where: { name: { contains: "홍길순" } } })).toBe(0);
  });

  it("that is rolled back leaves nothing", async () => {
    const season = await openSeason(database.client);
    await settle();
    await database.client
      .$transaction(async (transaction) => {
        await transaction.store.update({ where: { id: season.storeId }, data: { name: "통영 칠방" } });
        throw new Error("no");
      })
      .catch(() => {});
    expect(await indexChanges(database.client, index)).toBe(0);
  });

  it("is still on the list when whoever indexes it dies in the middle", async () => {
    await openSeason(database.client);
    const dying = { ...index, put: () => Promise.reject(new Error("died")) };
    await expect(indexChanges(database.client, dying)).rejects.toThrow("died");
    await settle();
    expect(await findPublic("store", "공방")).toEqual(["공방"]);
  });

  it("is rebuilt from nothing, and what is no more is gone", async () => {
    const season = await openSeason(database.client);
    await submit(database.client, season, [content("a", { name: "나전칠기 함" }), content("b", { name: "놋그릇" })]);
    await settle();
    await database.client.searchEntry.deleteMany({ where: { kind: "submission" } });
    await index.put([entry("남은 것")]);
    await rebuildIndex(database.client, index, () => {});
    expect(await findPublic("submission", "놋그릇")).toEqual(["놋그릇"]);
    expect(await findPublic("product", "남은 것")).toEqual([]);
  });
});
