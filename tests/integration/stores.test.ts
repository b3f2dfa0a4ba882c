import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { webAvif, webCard, webFallback, webPictures } from "#app/domain/picture/web-set.ts";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { findChosenProduct, listChosenProductIds } from "#app/domain/season/find-chosen-product.ts";
import { listHundred } from "#app/domain/season/list-hundred.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { findStore } from "#app/domain/store/find-store.ts";
import { listStores, readStoreFilter } from "#app/domain/store/list-stores.ts";
import type { Prisma } from "#app/services/database/database.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { addPhoto, content, openSeason, submit, twoMalls } from "./season-setup.ts";

let database: TestDatabase;
let opened = 0;

beforeEach(async () => {
  database = await testDatabase();
  opened = 0;
});
afterEach(() => database.drop());

async function openStore(over: Partial<Prisma.StoreUncheckedCreateInput> = {}) {
  opened += 1;
  return database.client.store.create({
    data: {
      slug: `store-${opened}`,
      kind: "craft",
      state: "approved",
      name: `가게 ${opened}`,
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

async function list(query: string, now?: Date) {
  const index = openPostgresIndex(database.client);
  while ((await indexChanges(database.client, index)) > 0);
  return listStores(database.client, index, readStoreFilter(new URLSearchParams(query)), now);
}

async function names(query: string): Promise<string[]> {
  return (await list(query)).stores.map(({ name }) => name);
}

describe("the list of stores", () => {
  it("shows approved stores only", async () => {
    await openStore({ name: "열린 가게" });
    await openStore({ name: "준비하는 가게", state: "draft" });
    await openStore({ name: "닫은 가게", state: "closed" });
    expect(await list("")).toMatchObject({ total: 1, next: null, stores: [{ name: "열린 가게", picture: null }] });
  });

  it("goes through every store once, a page at a time, also where names repeat", async () => {
    for (let count = 0; count < 55; count++) await openStore({ name: `가게 ${count % 9}` });
    const slugs: string[] = [];
    const sizes: number[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(next ? `after=${next}` : "");
      expect(page.total).toBe(55);
      sizes.push(page.stores.length);
      slugs.push(...page.stores.map(({ slug }) => slug));
      next = page.next;
    }
    expect(sizes).toEqual([24, 24, 7]);
    expect(new Set(slugs).size).toBe(55);
  });

  it("goes on although the store it stopped at has closed", async () => {
    for (let count = 0; count < 30; count++) await openStore({ name: `가게 ${String(count).padStart(2, "0")}` });
    const first = await list("");
    await database.client.store.updateMany({
      where: { slug: first.stores.at(-1)?.slug ?? "" },
      data: { state: "closed" },
    });
    const second = await list(`after=${first.next}`);
    expect(second.stores.map(({ name }) => name)).toEqual([24, 25, 26, 27, 28, 29].map((count) => `가게 ${count}`));
  });

  it("is narrowed by district, kind and name, together", async () => {
    await openStore({ name: "망원 공방", districtCode: "11440", kind: "craft" });
    await openStore({ name: "망원 조합", districtCode: "11440", kind: "cooperative" });
    await openStore({ name: "종로 조합", districtCode: "11110", kind: "cooperative" });
    expect(await names("district=11440")).toEqual(["망원 공방", "망원 조합"]);
    expect(await names("kind=cooperative")).toEqual(["망원 조합", "종로 조합"]);
    expect(await names("word=망원")).toEqual(["망원 공방", "망원 조합"]);
    expect(await names("word=망원&kind=cooperative&district=11440")).toEqual(["망원 조합"]);
    expect(await names("word=조합&district=11560")).toEqual([]);
  });

  it("is narrowed by market, what it sells, visits, designation and whether it is open now", async () => {
    const market = await database.client.market.create({ data: { name: "망원시장", address: "마포구 망원동 1" } });
    const monday = new Date("2026-11-30T03:00:00Z"); // noon in Seoul
    await openStore({ name: "시장 가게", marketId: market.id, hours: "월~금 10:00~19:00" });
    await openStore({ name: "밤 가게", hours: "매일 18:00~02:00" });
    const old = await openStore({ name: "오랜 가게", hours: "전화 주세요", foundedYear: 1920, kind: "hundred_year" });
    await database.client.designation.create({
      data: {
        storeId: old.id,
        number: "2026-1",
        validFrom: new Date("2026-01-01"),
        validTo: new Date("2026-11-30"),
      },
    });
    const found = async (query: string, now = monday) => (await list(query, now)).stores.map(({ name }) => name);
    expect(await found(`market=${market.id}`)).toEqual(["시장 가게"]);
    expect(await found("open=yes")).toEqual(["시장 가게"]);
    expect(await found("open=yes", new Date("2026-11-30T16:00:00Z"))).toEqual(["밤 가게"]);
    expect(await found("designated=yes")).toEqual(["오랜 가게"]);
    expect(await found("designated=yes", new Date("2026-11-30T15:00:00Z"))).toEqual([]);
    expect(await found("visitable=yes")).toEqual([]);
    expect(await found("category=KIMCHI")).toEqual([]);
    expect((await found("order=oldest"))[0]).toBe("오랜 가게");
    const { stores } = await list("", monday);
    expect(Object.fromEntries(stores.map(({ name, open }) => [name, open]))).toEqual({
      "시장 가게": true,
      "밤 가게": false,
      "오랜 가게": null,
    });
  });

  it("tells of each choice what it would leave, whatever else is chosen", async () => {
    const market = await database.client.market.create({ data: { name: "망원시장", address: "마포구 망원동 1" } });
    await openStore({ districtCode: "11440", kind: "craft", marketId: market.id });
    await openStore({ districtCode: "11440", kind: "cooperative" });
    await openStore({ districtCode: "11110", kind: "craft" });
    const { facets, total } = await list("district=11440");
    expect(total).toBe(2);
    expect(facets.districts).toEqual({ "11440": 2, "11110": 1 });
    expect(facets.kinds).toEqual({ craft: 1, cooperative: 1 });
    expect(facets.markets).toEqual([{ id: market.id, name: "망원시장", count: 1 }]);
    expect((await list("district=11440&kind=craft")).facets.kinds).toEqual({ craft: 1, cooperative: 1 });
  });

  it("goes through every store once by age, those of unknown age last", async () => {
    for (let count = 0; count < 30; count++)
      await openStore({ foundedYear: count % 3 === 0 ? null : 1900 + (count % 5) });
    const years: (number | null)[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`order=oldest${next ? `&after=${next}` : ""}`);
      years.push(...page.stores.map(({ foundedYear }) => foundedYear));
      next = page.next;
    }
    expect(years).toHaveLength(30);
    expect(years).toEqual([...years].sort((a, b) => (a ?? 9999) - (b ?? 9999)));
  });

  it("finds Latin names whatever their case, and Korean typed as separate letters", async () => {
    await openStore({ name: "Cafe 백선" });
    expect(await names("word=CAFE")).toEqual(["Cafe 백선"]);
    expect(await names(`word=${encodeURIComponent("백선".normalize("NFD"))}`)).toEqual(["Cafe 백선"]);
  });

  it("takes signs for themselves: what has no letter is found by nothing", async () => {
    await openStore({ name: "100% 과일" });
    await openStore({ name: "은_하" });
    expect(await names(new URLSearchParams({ word: "100%" }).toString())).toEqual(["100% 과일"]);
    for (const word of ["%", "_", "\\", "'; --", "("]) {
      expect(await names(new URLSearchParams({ word }).toString()), word).toEqual([]);
    }
  });

  it("leaves out marks that turn the direction of a text, and cuts no letter in two", async () => {
    await openStore({ name: "Cafe 백선" });
    const word = (typed: string) => readStoreFilter(new URLSearchParams({ word: typed })).word;
    expect(word("\u202e백\u2066선\u200f")).toBe("백선");
    expect(await names(new URLSearchParams({ word: "\u202e백선" }).toString())).toEqual(["Cafe 백선"]);
    expect(word(`${"가".repeat(49)}😀가`)).toBe(`${"가".repeat(49)}😀`);
    expect(word("가".repeat(10_000))).toBe("가".repeat(50));
    expect(await names(new URLSearchParams({ word: "ㅏ" }).toString())).toEqual([]);
    expect(await names(new URLSearchParams({ word: "ㅂ" }).toString())).toEqual(["Cafe 백선"]);
  });

  it("finds a store by its market, its district, its kind and what was chosen of it, and shows each answer once over all pages", async () => {
    for (let count = 0; count < 30; count++) await openStore({ name: `기름집 ${count}` });
    const shown: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`word=마포구${next ? `&after=${next}` : ""}`);
      expect(page.total).toBe(30);
      shown.push(...page.stores.map(({ slug }) => slug));
      next = page.next;
    }
    expect(new Set(shown).size).toBe(30);
    expect(shown).toHaveLength(30);
    expect(await names("word=소공인&district=11110")).toEqual([]);
  });

  it("says what was probably meant", async () => {
    await openStore({ name: "망원 떡볶이" });
    expect(await list("word=망온 떡뽁기")).toMatchObject({ meant: "망원 떡볶이", stores: [{ name: "망원 떡볶이" }] });
    expect(await list("word=망원")).toMatchObject({ meant: null });
    expect(await list("word=비행접시")).toMatchObject({ meant: null, total: 0 });
  });

  it.each(["district=99999", "kind=shop", "after=nonsense", "after=W10", "word=%00", "word=%20%20"])(
    "leaves out what makes no sense: %s",
    async (query) => {
      await openStore();
      expect((await list(query)).total).toBe(1);
      expect(await names(query)).toEqual(["가게 1"]);
    },
  );

  it("draws the badge from a designation that holds on this day in Seoul", async () => {
    const store = await openStore();
    const dates = { validFrom: new Date("2023-11-22"), validTo: new Date("2026-11-21") };
    await database.client.designation.create({ data: { storeId: store.id, number: "1", ...dates } });
    const designated = async (now: string) => (await list("", new Date(now))).stores[0]?.designated;
    expect(await designated("2023-11-21T14:59:00Z")).toBe(false);
    expect(await designated("2023-11-21T15:00:00Z")).toBe(true);
    expect(await designated("2026-11-21T14:59:00Z")).toBe(true);
    expect(await designated("2026-11-21T15:00:00Z")).toBe(false);
    expect((await findStore(database.client, store.slug, new Date("2026-11-21T14:59:00Z")))?.designation?.number).toBe(
      "1",
    );
    expect((await findStore(database.client, store.slug, new Date("2026-11-21T15:00:00Z")))?.designation).toBeNull();
  });

  it("shows of a picture what is made already", async () => {
    const { sha256 } = await addPhoto(database.client, "front.jpg");
    await openStore({ photoSha256: sha256 });
    expect((await list("")).stores[0]?.picture).toBeNull();
    const [small, middle] = webPictures;
    for (const spec of [middle, small, webFallback, webAvif]) {
      if (spec) await makeRendition(sha256, spec);
    }
    const [smallPath, middlePath] = [small, middle].map(
      (spec) => spec && `/renditions/${renditionAddress(sha256, spec)}.webp`,
    );
    expect((await list("")).stores[0]?.picture).toEqual({
      width: 640,
      height: 480,
      sources: [
        { path: smallPath, width: 320 },
        { path: middlePath, width: 640 },
      ],
      avif: { path: `/renditions/${renditionAddress(sha256, webAvif)}.avif`, width: 640 },
      jpeg: `/renditions/${renditionAddress(sha256, webFallback)}.jpg`,
      card: { path: `/renditions/${renditionAddress(sha256, webFallback)}.jpg`, width: 640, height: 480 },
      placeholder: null,
    });
    await makeRendition(sha256, webCard);
    expect((await list("")).stores[0]?.picture?.card.path).toBe(`/renditions/${renditionAddress(sha256, webCard)}.jpg`);
  });
});

async function makeRendition(originalSha256: string, spec: (typeof webPictures)[number]): Promise<void> {
  const address = renditionAddress(originalSha256, spec);
  await database.client.rendition.create({
    data: {
      ...{ address, originalSha256, specKey: spec.key, mediaType: `image/${spec.format}` },
      ...{ width: spec.size, height: spec.size * 0.75, bytes: 1 },
      sha256: createHash("sha256").update(address).digest("hex"),
    },
  });
}

describe("a store's page", () => {
  it("exists for approved stores only", async () => {
    await openStore({ slug: "open" });
    await openStore({ slug: "draft", state: "draft" });
    expect((await findStore(database.client, "open"))?.name).toBe("가게 1");
    for (const slug of ["draft", "nobody", "", "a\0b"]) expect(await findStore(database.client, slug)).toBeNull();
  });

  it("tells nothing of the people behind it", async () => {
    await openSeason(database.client);
    const told = JSON.stringify(await findStore(database.client, "store"));
    expect(told).toContain("공방");
    expect(told).not.toContain("김상인");
    expect(told).not.toContain("1012345678");
  });
});

describe("what was chosen", () => {
  it("is nobody's before the first is", async () => {
    const season = await openSeason(database.client);
    await submit(database.client, season, [content("A")]);
    expect(await listHundred(database.client)).toBeNull();
    expect((await findStore(database.client, "store"))?.products).toEqual([]);
  });

  it("stands on its store's page and among the hundred, by place, with its price and where it is live", async () => {
    const { client } = database;
    const season = await openSeason(client);
    const sizes = [
      { key: "큰", options: [{ name: "크기", value: "큰" }], priceDelta: 500, stock: 1 },
      { key: "작은", options: [{ name: "크기", value: "작은" }], priceDelta: -500, stock: 1 },
    ];
    const [first, second] = await submit(client, season, [
      content("A"),
      content("B", { variants: sizes }),
      content("C"),
    ]);
    for (const submissionId of [second, first]) {
      const outcome = await selectSubmission(client, season.curator, { submissionId: submissionId ?? "" }, twoMalls);
      expect(outcome.ok).toBe(true);
    }
    await client.productVersion.updateMany({ where: { product: { sku: "A" } }, data: { loweredPrice: 9_900 } });
    const live = (sku: string, channelKey: string, pageUrl: string | null) =>
      client.listing.updateMany({
        where: { channelKey, product: { sku } },
        data: { state: "live", heardState: "live", heardAt: new Date(), remoteId: sku, pageUrl },
      });
    await live("A", "naver", "https://mall.example/a");
    await live("A", "gachi-sapsida", null);
    await live("B", "naver", "javascript:alert(1)");

    const hundred = await listHundred(client);
    expect(hundred).toMatchObject({ year: 2026, places: 100 });
    expect(
      hundred?.products.map(({ place, name, price, from, links }) => ({ place, name, price, from, links })),
    ).toEqual([
      { place: 1, name: "나무 도마 B", price: 11_500, from: true, links: [] },
      {
        ...{ place: 2, name: "나무 도마 A", price: 9_900, from: false },
        links: [{ mall: "naver", url: "https://mall.example/a" }],
      },
    ]);
    expect(hundred?.products[0]?.store).toEqual({ slug: "store", name: "공방" });
    const page = await findStore(client, "store");
    expect(page?.products.map(({ year, place }) => [year, place])).toEqual([
      [2026, 1],
      [2026, 2],
    ]);

    const [shown] = hundred?.products ?? [];
    const product = await findChosenProduct(client, shown?.id ?? "");
    expect(product).toMatchObject({
      ...{ place: 1, year: 2026, name: "나무 도마 B", from: true, links: [], maker: "공방", category: "기타 재화" },
      ...{ store: { slug: "store", name: "공방" }, origin: { text: "국내산" } },
      variants: [
        { key: "큰", price: 12_500 },
        { key: "작은", price: 11_500 },
      ],
    });
    const chosen = await listChosenProductIds(client);
    expect(chosen).toHaveLength(2);
    const other = await client.product.findFirstOrThrow({ where: { sku: "C" } });
    expect(await findChosenProduct(client, other.id)).toBeNull();
    expect(await findChosenProduct(client, "'; drop")).toBeNull();
    await client.store.updateMany({ data: { state: "closed" } });
    expect(await findChosenProduct(client, shown?.id ?? "")).toBeNull();
    expect(await listChosenProductIds(client)).toEqual([]);
  });
});
