import { afterEach, beforeEach, expect, it } from "vitest";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { buildServer, forgetOtherServers, isBuilt, pushChanges } from "#app/domain/search/push-changes.ts";
import { type MeilisearchIndex, openMeilisearchIndex } from "#app/services/search/meilisearch-index.ts";
import { openSearchIndex } from "#app/services/search/open-search-index.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { FacetQuestion, SearchFilter } from "#app/services/search/search-index.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { type MeilisearchServer, openMeilisearchServer } from "#tests/search/meilisearch-server.ts";

let database: TestDatabase;
let server: MeilisearchServer;
let index: MeilisearchIndex;
let opened = 0;

beforeEach(async () => {
  [database, server] = await Promise.all([testDatabase(), openMeilisearchServer()]);
  index = openMeilisearchIndex(server);
  opened = 0;
});
afterEach(async () => {
  await server.close();
  await database.drop();
});

async function openStore(name: string, over: { districtCode?: string; hours?: string } = {}) {
  opened += 1;
  return database.client.store.create({
    data: {
      slug: `store-${opened}`,
      kind: "craft",
      state: "approved",
      name,
      ownerName: "김상인",
      businessNumber: String(2_000_000_000 + opened),
      phone: "02-123-4567",
      postcode: "04018",
      address: "서울특별시 마포구 망원로 1",
      districtCode: "11440",
      ...over,
    },
  });
}

/** What workers do again and again. */
async function settle() {
  const own = openPostgresIndex(database.client);
  while ((await indexChanges(database.client, own, { push: true })) > 0);
  if (!(await isBuilt(database.client, server.url))) await build();
  while ((await pushChanges(database.client, index)) > 0);
}

function build() {
  return buildServer(database.client, { url: server.url, index }, () => {});
}

async function names(text: string, filter: SearchFilter = { isPublic: true }) {
  return (await index.find({ kind: "store", text, filter, limit: 10 })).hits.map(({ name }) => name);
}

it("builds its indexes, hears of changes, and finds by keys, initials, joined words and particles", async () => {
  await openStore("망원 참기름");
  await openStore("광장시장 육회", { districtCode: "11110" });
  await settle();
  expect(await names("참기름")).toEqual(["망원 참기름"]);
  expect(await names("ㄱㅈㅅㅈ")).toEqual(["광장시장 육회"]);
  expect(await names("rhkdwkd")).toEqual(["광장시장 육회"]);
  expect(await names("망원참기름을")).toEqual(["망원 참기름"]);
  expect(await names("참기름", { isPublic: true, districtCode: "11110" })).toEqual([]);
  expect(await names("없는말")).toEqual([]);
  expect(await names("'; drop \" \\")).toEqual([]);

  const { id } = await openStore("신당 떡볶이");
  await settle();
  expect(await names("떡뽁이")).toEqual(["신당 떡볶이"]);
  await database.client.store.update({ where: { id }, data: { state: "closed" } });
  await settle();
  expect(await names("떡볶이")).toEqual([]);
});

it("counts as PostgreSQL does, whatever is chosen", async () => {
  await openStore("참기름 하나", { hours: "24시간" });
  await openStore("참기름 둘", { districtCode: "11110" });
  await openStore("들기름");
  await settle();
  const own = openPostgresIndex(database.client);
  for (const text of ["", "참기름", "없는말"]) {
    for (const filter of [{}, { districtCode: "11440" }, { openSlot: 3 }, { storeKind: "craft", visitable: true }]) {
      const question = {
        kind: "store",
        text,
        filter: { isPublic: true as const, ...filter } as FacetQuestion["filter"],
        openSlot: 3,
        badgeOn: new Date("2026-11-30"),
      } as const;
      expect(await index.count(question), JSON.stringify({ text, filter })).toEqual(await own.count(question));
    }
  }
});

it("a filter's value stays a value", async () => {
  await openStore("망원 참기름");
  await settle();
  expect(await names("참기름", { districtCode: '11440" OR isPublic = "false' })).toEqual([]);
});

it("its indexes are built anew beside those in use, and swapped when the settings changed", async () => {
  await openStore("망원 참기름");
  await settle();
  await database.client.searchServer.updateMany({ data: { settingsVersion: "{}" } });
  expect(await isBuilt(database.client, server.url)).toBe(false);
  // Half built, and killed.
  await index.begin("store");
  expect(await names("참기름")).toEqual(["망원 참기름"]);
  await settle();
  expect(await isBuilt(database.client, server.url)).toBe(true);
  expect(await names("참기름")).toEqual(["망원 참기름"]);
  expect(server.documents("baekseon_store_next")).toBeUndefined();
});

it("what it did not take is told again", async () => {
  await settle();
  await openStore("망원 참기름");
  server.failTasks(1);
  await expect(settle()).rejects.toThrow("failed");
  server.fail("cut");
  await expect(settle()).rejects.toThrow();
  expect(await database.client.searchPush.count()).toBe(1);
  await settle();
  expect(await names("참기름")).toEqual(["망원 참기름"]);
});

it("PostgreSQL answers while it is down, behind or not built, and the office hears why", async () => {
  await openStore("망원 참기름");
  await indexChanges(database.client, openPostgresIndex(database.client), { push: true });
  const told: string[] = [];
  const open = () =>
    openSearchIndex(database.client, { url: server.url, index, tell: (trouble) => void told.push(trouble) });
  const ask = (search = open()) =>
    search
      .find({ kind: "store", text: "참기름", filter: { isPublic: true }, limit: 10 })
      .then(({ hits }) => hits.map(({ name }) => name));

  expect(await ask()).toEqual(["망원 참기름"]);
  expect(told).toEqual(["search_behind"]);

  await settle();
  const before = server.requests.length;
  const search = open();
  expect(await ask(search)).toEqual(["망원 참기름"]);
  expect(server.requests.slice(before)).toEqual(["POST /multi-search"]);

  server.fail(503);
  expect(await ask(search)).toEqual(["망원 참기름"]);
  expect(told).toEqual(["search_behind", "search_down"]);
  // It is left alone for a while.
  expect(await ask(search)).toEqual(["망원 참기름"]);
  expect(server.requests.slice(before)).toHaveLength(2);

  const { id } = await openStore("새 참기름");
  await database.client.searchPush.create({ data: { kind: "store", id, at: new Date(Date.now() - 60_000) } });
  expect(await ask()).toEqual(["망원 참기름"]);
  expect(told.at(-1)).toBe("search_behind");
});

it("a key that may only search changes nothing", async () => {
  const weak = openMeilisearchIndex({ ...server, writeKey: server.searchKey });
  await expect(weak.begin("store")).rejects.toThrow("API key");
  const wrong = openMeilisearchIndex({ ...server, searchKey: "another" });
  await expect(wrong.find({ kind: "store", text: "참기름", filter: {}, limit: 1 })).rejects.toThrow("API key");
});

it("one that was taken out is built anew when it comes back", async () => {
  await settle();
  await forgetOtherServers(database.client, null);
  expect(await isBuilt(database.client, server.url)).toBe(false);
});

it("one that does not answer in time is given up", async () => {
  await settle();
  server.fail("silent");
  await expect(names("참기름")).rejects.toThrow("multi-search has failed");
});
