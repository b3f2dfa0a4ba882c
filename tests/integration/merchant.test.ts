import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { findImport, listToldPhotos, listToldRows } from "#app/domain/intake/find-import.ts";
import { recordPhotos } from "#app/domain/intake/record-photos.ts";
import { recordRows } from "#app/domain/intake/record-rows.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { descriptionText } from "#app/domain/product/description-text.ts";
import { editProduct } from "#app/domain/product/edit-product.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { countStages, listProducts } from "#app/domain/product/list-products.ts";
import type { ProductStage } from "#app/domain/product/stages.ts";
import { rejectSubmission } from "#app/domain/season/reject-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { findDrafts, submitDrafts } from "#app/domain/season/submit-drafts.ts";
import { loader as importPage } from "#app/merchant/import.tsx";
import { loader as productPage } from "#app/merchant/product.tsx";
import { action as editAction, loader as editPage } from "#app/merchant/product-edit.tsx";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, type OpenSeason, openSeason, save, submit, twoMalls } from "./season-setup.ts";

async function stage() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  return { database, season: await openSeason(database) };
}

async function productId(database: Database, sku: string): Promise<string> {
  return (await database.product.findFirstOrThrow({ where: { sku } })).id;
}

async function otherStore(database: Database): Promise<string> {
  const own = await database.store.findFirstOrThrow();
  const { id } = await database.store.create({
    data: { ...own, id: undefined, issues: [], slug: "other", businessNumber: "2208162517", name: "다른 가게" },
  });
  return id;
}

const edited = (
  season: OpenSeason,
  id: string,
  { stocks = ["10"], ...over }: { stocks?: string[]; [field: string]: string | string[] | undefined } = {},
) => ({
  storeId: season.storeId,
  productId: id,
  fields: { name: "나무 도마 A", price: "12,000원", ...(over as Record<string, string>) },
  stocks,
});

test("a product goes from draft to on sale, and counts and lists follow", async () => {
  const { database, season } = await stage();
  const [, second, third] = await submit(database, season, [content("A"), content("B"), content("C")]);
  await save(database, season, [content("D")]);
  await selectSubmission(database, season.curator, { submissionId: second ?? "" }, twoMalls);
  await rejectSubmission(database, season.curator, { submissionId: third ?? "" });
  expect(await countStages(database, { storeId: season.storeId })).toEqual({
    preparing: 1,
    judging: 1,
    on_the_way: 1,
    live: 0,
    returned: 1,
  });

  await database.listing.updateMany({
    where: { channelKey: "naver" },
    data: { state: "live", pageUrl: "https://m.example/1" },
  });
  const { products } = await listProducts(database, { storeId: season.storeId, stage: "live" });
  expect(products).toMatchObject([
    {
      sku: "B",
      stage: "live",
      listings: [
        { mall: "gachi-sapsida", state: "waiting" },
        { mall: "naver", state: "live", pageUrl: "https://m.example/1" },
      ],
    },
  ]);
});

test("a new season begins with drafts; what is still on sale stays so", async () => {
  const { database, season } = await stage();
  const [first] = await submit(database, season, [content("A"), content("B")]);
  await selectSubmission(database, season.curator, { submissionId: first ?? "" }, twoMalls);
  await database.listing.updateMany({ data: { state: "live" } });
  await database.season.create({ data: { year: 2027, name: "2027", state: "intake" } });
  expect(await countStages(database, { storeId: season.storeId })).toMatchObject({
    preparing: 1,
    live: 1,
    judging: 0,
    on_the_way: 0,
  });
  const found = await findProduct(database, { storeId: season.storeId, productId: await productId(database, "B") });
  expect(found).toMatchObject({ stage: "preparing", submission: null });
  expect((await findDrafts(database, season.storeId, twoMalls))?.ready).toHaveLength(2);
});

test("thirty a page, newest upload first and by code within it, each product exactly once", async () => {
  const { database, season } = await stage();
  const codes = Array.from({ length: 65 }, (_, index) => `P-${String(index).padStart(2, "0")}`);
  await save(
    database,
    season,
    codes.slice(0, 40).map((sku) => content(sku)),
  );
  await database.product.updateMany({ data: { createdAt: new Date("2026-01-01") } });
  await save(
    database,
    season,
    codes.slice(40).map((sku) => content(sku)),
  );
  const seen: string[][] = [];
  let after: string | undefined;
  do {
    const page = await listProducts(database, { storeId: season.storeId, after });
    seen.push(page.products.map(({ sku }) => sku));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.map(({ length }) => length)).toEqual([30, 30, 5]);
  expect(seen.flat()).toEqual([...codes.slice(40), ...codes.slice(0, 40)]);
});

test("a product is found by a part of its latest name or its code, whatever case, spaces and wildcards", async () => {
  const { database, season } = await stage();
  const { storeId } = season;
  const named = (sku: string, name: string) => content(sku, { name });
  await save(database, season, [named("OIL-1", "옛날 들기름"), named("oil_2", "참 기름 100%"), named("N-3", "국수")]);
  await submit(database, season, [named("OIL-1", "옛날 들기름")]);
  await save(database, season, [named("OIL-1", "햇 들기름")]);
  const find = async (word: string, stage?: ProductStage) => {
    const { products } = await listProducts(database, { storeId, word, stage });
    return products.map(({ sku }) => sku).sort();
  };
  expect(await find("참기름")).toEqual(["oil_2"]);
  expect(await find("기 름".normalize("NFD"))).toEqual(["OIL-1", "oil_2"]);
  expect(await find("옛날")).toEqual([]);
  expect(await find("OIL")).toEqual(["OIL-1", "oil_2"]);
  expect(await find("oil", "judging")).toEqual(["OIL-1"]);
  expect([await find("%"), await find("_"), await find("\\"), await find("\0")]).toEqual([
    ["oil_2"],
    ["oil_2"],
    [],
    ["N-3", "OIL-1", "oil_2"],
  ]);
  expect(await countStages(database, { storeId, word: "기름" })).toMatchObject({ judging: 1, preparing: 1 });
});

test("drafts that a mall would take are sent, the others are held back with reasons once each", async () => {
  const { database, season } = await stage();
  const strict = twoMalls.map((mall) => ({
    ...mall,
    check: (product: Parameters<typeof mall.check>[0], binding: Parameters<typeof mall.check>[1]) => [
      ...mall.check(product, binding),
      ...(product.photos.length === 0 ? [issue("photo.none", { field: "photos" })] : []),
    ],
  }));
  const photos = [await addPhoto(database, "a.jpg")];
  const foreign = { text: "중국", kind: "foreign" as const, country: "중국" };
  await save(database, season, [content("A", { photos }), content("B", { photos, origin: foreign }), content("C")]);

  const drafts = await findDrafts(database, season.storeId, strict);
  expect(drafts?.readyByMall).toEqual({ naver: 2, "gachi-sapsida": 1 });
  expect(drafts?.heldBack).toMatchObject([{ sku: "C", issues: [{ code: "photo.none" }] }]);

  const { merchant, storeId } = season;
  expect(await submitDrafts(database, merchant, { storeId }, strict)).toEqual({
    ok: true,
    result: { submitted: 2, heldBack: 1 },
  });
  expect(await countStages(database, { storeId })).toMatchObject({ preparing: 1, judging: 2 });
  expect(await submitDrafts(database, merchant, { storeId }, strict)).toMatchObject({
    ok: false,
    issues: [{ code: "submission.not_ready" }],
  });
  await database.season.updateMany({ data: { state: "frozen" } });
  expect(await submitDrafts(database, merchant, { storeId }, strict)).toMatchObject({
    issues: [{ code: "season.not_open" }],
  });
});

test("a draft is edited in place, by the sheet's own rules", async () => {
  const { database, season } = await stage();
  await save(database, season, [content("A")]);
  const id = await productId(database, "A");
  const refused = await editProduct(
    database,
    season.merchant,
    edited(season, id, { name: " ", price: "12.5", stocks: ["많음"] }),
  );
  expect(refused).toMatchObject({
    ok: false,
    issues: expect.arrayContaining([
      expect.objectContaining({ code: "name.missing", path: { field: "name" } }),
      expect.objectContaining({ code: "price.unreadable", path: { field: "price" }, raw: "12.5" }),
      expect.objectContaining({ code: "stock.unreadable", path: { field: "stock" } }),
    ]),
  });
  expect(await editProduct(database, season.merchant, edited(season, id))).toEqual({
    ok: true,
    result: { outcome: "unchanged" },
  });
  const more = { price: "11000", stocks: ["3"], description: "안녕\r\n<script>alert(1)</script>" };
  const changed = await editProduct(database, season.merchant, edited(season, id, more));
  expect(changed).toEqual({ ok: true, result: { outcome: "draft_changed" } });
  const versions = await database.productVersion.findMany({ include: { variants: true } });
  expect(versions).toMatchObject([{ number: 1, price: 11_000, variants: [{ stock: 3 }] }]);
  expect(versions[0]?.description).not.toContain("script");
});

test("after submission stock and a lower price change at once, the rest waits in a next version", async () => {
  const { database, season } = await stage();
  await submit(database, season, [content("A")]);
  const id = await productId(database, "A");
  const { merchant, storeId } = season;
  expect(await editProduct(database, merchant, edited(season, id, { price: "9000", stocks: ["1"] }))).toMatchObject({
    result: { outcome: "sold_on" },
  });
  expect(await findProduct(database, { storeId, productId: id })).toMatchObject({
    facts: { price: 9_000, stock: 1 },
    submission: { changedSince: false },
  });
  expect(
    await editProduct(database, merchant, edited(season, id, { name: "새 이름", price: "9000", stocks: ["1"] })),
  ).toMatchObject({ result: { outcome: "next_version" } });
  expect(await findProduct(database, { storeId, productId: id })).toMatchObject({
    facts: { name: "새 이름" },
    submission: { state: "submitted", changedSince: true },
  });
});

test("each option has its own stock, and no price makes one cheaper than nothing", async () => {
  const { database, season } = await stage();
  const variant = (key: string, priceDelta: number) => ({
    key,
    options: [{ name: "색상", value: key }],
    priceDelta,
    stock: 1,
  });
  await save(database, season, [content("A", { variants: [variant("빨강", 0), variant("파랑", -5_000)] })]);
  const id = await productId(database, "A");
  const wrong = await editProduct(database, season.merchant, edited(season, id, { stocks: ["1", "x"] }));
  expect(wrong).toMatchObject({ issues: [{ code: "stock.unreadable", path: { field: "stock.1" } }] });
  const cheap = await editProduct(database, season.merchant, edited(season, id, { price: "5000", stocks: ["1", "1"] }));
  expect(cheap).toMatchObject({ issues: [{ code: "price.option_below_zero" }] });
  await editProduct(database, season.merchant, edited(season, id, { stocks: ["4", "6"] }));
  const found = await findProduct(database, { storeId: season.storeId, productId: id });
  expect(found?.facts.variants.map(({ stock }) => stock)).toEqual([4, 6]);
});

test("a description is edited as text only when that loses nothing", () => {
  expect(descriptionText("새벽에 짜요.<br />5 &lt; 10 &amp; 좋아요")).toBe("새벽에 짜요.\n5 < 10 & 좋아요");
  expect(descriptionText("")).toBe("");
  expect(descriptionText('<p>글</p><img src="https://a.example/b.jpg" />')).toBeNull();
  expect(descriptionText("&lt;b&gt;")).toBeNull();
});

test("an upload's verdicts are counted and told; another store sees none of it", async () => {
  const { database, season } = await stage();
  const { merchant, storeId } = season;
  const { importId } = await requestImport(database, merchant, {
    storeId,
    sheet: { name: "표.xlsx", blob: `uploads/${"a".repeat(64)}` },
    photos: null,
  });
  await database.progress.create({ data: { id: importId, kind: "photos", storeId } });
  const warning = issue("photo.missing", { row: 3, field: "photos" }, { severity: "warning", raw: "b.jpg" });
  await recordRows(database, merchant, {
    importId,
    storeId,
    rows: [
      { row: 2, sku: "A", name: null, outcome: "accepted", issues: [], content: content("A"), photoNames: [] },
      { row: 3, sku: "B", name: null, outcome: "accepted", issues: [warning], content: content("B"), photoNames: [] },
      { row: 4, sku: null, name: null, outcome: "refused", issues: [issue("sku.missing", { row: 4, field: "sku" })] },
      { row: 5, sku: null, name: null, outcome: "skipped", issues: [] },
    ],
  });
  const photo = { row: null, original: null };
  await recordPhotos(database, importId, [
    { ...photo, ordinal: 0, fileName: "x.jpg", outcome: "refused", issues: [issue("photo.not_an_image")] },
    { ...photo, ordinal: 1, fileName: "y.jpg", outcome: "unmatched", issues: [issue("photo.unmatched")] },
  ]);
  expect(await findImport(database, { storeId, importId })).toMatchObject({
    rows: { accepted: 2, refused: 1, skipped: 1 },
    photos: { matched: 0, unmatched: 1, refused: 1 },
  });
  const refused = await listToldRows(database, { importId, refused: true, after: -1 });
  expect(refused).toMatchObject({ rows: [{ row: 4, product: null, issues: [{ code: "sku.missing" }] }], next: null });
  const warned = await listToldRows(database, { importId, refused: false, after: -1 });
  expect(warned.rows).toMatchObject([{ row: 3, product: { name: "나무 도마 B" } }]);
  expect(
    (await listToldPhotos(database, { importId, outcomes: ["unmatched", "refused"], after: 0 })).photos,
  ).toMatchObject([{ fileName: "y.jpg" }]);
  expect(await findImport(database, { storeId: await otherStore(database), importId })).toBeNull();
});

test("pages of another store's products and uploads do not exist", async () => {
  const { database, season } = await stage();
  await save(database, season, [content("A")]);
  const id = await productId(database, "A");
  const { importId } = await requestImport(database, season.merchant, {
    storeId: season.storeId,
    sheet: { name: "표.xlsx", blob: `uploads/${"a".repeat(64)}` },
    photos: null,
  });
  const call = (storeId: string, of: string, init?: RequestInit) => ({
    params: { id: of },
    request: new Request("http://own.invalid/merchant", init),
    context: {
      database,
      account: { id: season.merchant.accountId, role: "merchant", name: "김상인", storeId },
    } as unknown as AppLoadContext,
  });
  const notFound = expect.objectContaining({ status: 404 });
  const stranger = await otherStore(database);
  const form = new URLSearchParams({ name: "훔친 이름", price: "100", stock: "1" });

  expect((await productPage(call(season.storeId, id))).product.id).toBe(id);
  expect((await importPage(call(season.storeId, importId))).found.id).toBe(importId);
  await expect(productPage(call(stranger, id))).rejects.toEqual(notFound);
  await expect(productPage(call(season.storeId, "not-an-id"))).rejects.toEqual(notFound);
  await expect(importPage(call(stranger, importId))).rejects.toEqual(notFound);
  await expect(editPage(call(stranger, id))).rejects.toEqual(notFound);
  await expect(editAction(call(stranger, id, { method: "POST", body: form }))).rejects.toEqual(notFound);
  expect(await database.productVersion.findMany()).toMatchObject([{ name: "나무 도마 A", price: 12_000 }]);
  expect((await listProducts(database, { storeId: stranger })).products).toEqual([]);
  expect((await countStages(database, { storeId: stranger })).preparing).toBe(0);
});
