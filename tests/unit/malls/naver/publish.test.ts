import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkForNaver } from "#app/channels/naver/check.ts";
import { signTokenRequest } from "#app/channels/naver/signature.ts";
import { hasErrors } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { categories } from "#app/domain/product/categories.ts";
import { taxKinds } from "#app/domain/product/product-facts.ts";
import { valueAt } from "#tests/malls/naver/body.ts";
import { sandboxNaverCategories } from "#tests/malls/naver/index.ts";
import { listingPictures, optionVariants, readyProduct, readyStore } from "#tests/malls/ready-product.ts";
import { naverOrder, openStore } from "./store.ts";

let store: ReturnType<typeof openStore>;
const pictures = await listingPictures();
beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

async function publishLive(order = naverOrder()) {
  const answer = await store.connection.publish(await order);
  if (answer.outcome !== "accepted") throw new Error(JSON.stringify(answer));
  return answer.heard;
}

const storedAt = (remoteId: string | null, path: string) => valueAt(store.mall.storedBody(remoteId ?? ""), path);

describe("The signature", () => {
  it("is the one of the official vector", async () => {
    expect(await signTokenRequest("aaaabbbbcccc", "$2a$10$abcdefghijklmnopqrstuv", 1643961623299)).toBe(
      "JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy",
    );
  });
});

describe("A ready product", () => {
  it("is live at once, under our reference, with a public page", async () => {
    const heard = await publishLive();
    expect(heard).toMatchObject({ state: "live", issues: [] });
    expect(heard.pageUrl).toMatch(/^https:\/\/smartstore\.naver\.com\/main\/products\/\d+$/);
    expect(store.mall.listings()).toMatchObject([
      { reference: "BX26-READY-0001", remoteId: heard.remoteId, price: 18_000, state: "live" },
    ]);
  });

  it("goes with its options and their own stock", async () => {
    const { remoteId } = await publishLive(naverOrder({ product: readyProduct({ variants: optionVariants }) }));
    expect(storedAt(remoteId, "originProduct.stockQuantity")).toBe(20);
    const options = "originProduct.detailAttribute.optionInfo";
    expect(storedAt(remoteId, `${options}.optionCombinationGroupNames`)).toEqual({
      optionGroupName1: "색상",
      optionGroupName2: "크기",
    });
    expect(storedAt(remoteId, `${options}.optionCombinations.1`)).toMatchObject({
      optionName1: "빨강",
      optionName2: "M",
      price: 1_000,
      stockQuantity: 5,
    });
  });

  it("names an imported origin by the mall's own code, or in words where the list has none", async () => {
    const imported = (country: string) =>
      readyProduct({
        origin: { text: `${country}산`, kind: "foreign", country },
        mallFields: { naver: { importer: "백선무역" } },
      });
    const origin = "originProduct.detailAttribute.originAreaInfo";
    const known = await publishLive(naverOrder({ product: imported("중국") }));
    expect(storedAt(known.remoteId, origin)).toEqual({ originAreaCode: "0200037", importer: "백선무역" });
    const unknown = await publishLive(naverOrder({ product: imported("부탄") }));
    expect(storedAt(unknown.remoteId, origin)).toEqual({
      originAreaCode: "04",
      content: "부탄산",
      importer: "백선무역",
    });
  });

  it("takes only the mall's own pictures into the text", async () => {
    const description = '<p>국내산</p><img src="https://elsewhere.example/a.jpg">';
    const { remoteId } = await publishLive(naverOrder({ product: readyProduct({ description }) }));
    const html = String(storedAt(remoteId, "originProduct.detailContent"));
    expect(html).not.toContain("elsewhere");
    expect(html.match(/<img /g)).toHaveLength(2);
  });

  it.each(categories.map(({ key }) => key))(
    "of category %s, filled in as our check asks, is taken",
    async (categoryKey) => {
      const product = readyProduct({ categoryKey, notice: filledNotice(categoryKey), kcNumber: "CB123A456-7001" });
      const order = await naverOrder({ product });
      expect(checkForNaver(product, order.binding)).toEqual([]);
      expect(await store.connection.publish(order)).toMatchObject({ outcome: "accepted" });
    },
  );

  it("is one our check has nothing against, whatever it is like", async () => {
    const plain = ["참", "기", "a", "Z", "7", " ", "&", "é"];
    const text = fc.string({ unit: fc.constantFrom(...plain), minLength: 1, maxLength: 50 });
    const odd = fc.string({ unit: fc.constantFrom(...plain, "*", "?"), minLength: 1, maxLength: 60 });
    const product = fc.record({
      name: fc.oneof({ weight: 5, arbitrary: text }, odd).filter((name) => name.trim() !== ""),
      price: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 10_000_000 }).map((tens) => tens * 10) },
        fc.constantFrom(15, 1_000_000_000),
      ),
      stock: fc.integer({ min: 0, max: 99_999 }),
      shippingFee: fc.constantFrom(0, 3_000, 100_000, 100_001),
      tax: fc.constantFrom(...taxKinds),
      tags: fc.array(text, { maxLength: 12 }),
      description: fc.oneof(fc.constant(""), text),
      variants: fc.constantFrom(readyProduct().variants, optionVariants),
      returnFee: fc.constantFrom(null, 0, 3_000, 1_000_001),
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(product, async ({ returnFee, ...overrides }) => {
        const order = await naverOrder({
          product: readyProduct({ ...overrides, store: { ...readyStore, returnFee } }),
          pictures,
        });
        const ready = !hasErrors(checkForNaver(order.product, order.binding));
        const answer = await store.connection.publish(order).catch(() => null);
        if (ready) expect(answer).toMatchObject({ outcome: "accepted" });
        else expect(answer?.outcome ?? "refused").toBe("refused");
        taken += ready ? 1 : 0;
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(5);
  }, 20_000);

  it("is replaced as a whole by the next version", async () => {
    const { remoteId } = await publishLive();
    const changed = await naverOrder({ product: readyProduct({ price: 20_000, tags: [] }), remoteId });
    expect(await store.connection.publish(changed)).toMatchObject({ outcome: "accepted", heard: { remoteId } });
    expect(store.mall.listings()).toMatchObject([{ price: 20_000 }]);
    expect(storedAt(remoteId, "originProduct.detailAttribute.seoInfo")).toBeUndefined();
  });

  it("that was deleted at the mall is told as gone, not made anew", async () => {
    const { remoteId } = await publishLive();
    store.mall.deleteByHand(remoteId ?? "");
    expect(await store.connection.publish(await naverOrder({ remoteId }))).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.listing_gone" }],
    });
    expect(store.mall.callsTo("create")).toBe(1);
  });
});

describe("Pictures", () => {
  it("are uploaded ten at a time, each content once", async () => {
    const pictures = await listingPictures(12, 100);
    const first = await store.connection.uploadPictures(pictures);
    expect(new Set(first).size).toBe(12);
    expect(store.mall.callsTo("upload")).toBe(2);
    expect(await store.connection.uploadPictures([...pictures].reverse())).toEqual([...first].reverse());
    expect(store.mall.callsTo("upload")).toBe(2);
  });

  it("stay under ten megabytes a request", async () => {
    const padding = Buffer.alloc(4_000_000);
    const pictures = (await listingPictures(3, 100)).map((picture) => ({
      ...picture,
      read: async () => Buffer.concat([await picture.read(), padding]),
    }));
    await store.connection.uploadPictures(pictures);
    expect(store.mall.callsTo("upload")).toBe(2);
  });
});

/** Every required field of a category's disclosure, and the first alternative of every choice. */
function filledNotice(categoryKey: string): Record<string, string | boolean> {
  const notice = noticeOf(categoryKey);
  const chosen = new Set(notice?.choices.flatMap(({ alternatives }) => alternatives[0] ?? []));
  const wanted = (notice?.fields ?? []).filter(({ key, required }) => required || chosen.has(key));
  const sample = { text: "값", boolean: false, month: "2026-11", date: "2026-11-22" };
  return Object.fromEntries(wanted.map(({ key, kind }) => [key, sample[kind]]));
}

it("knows a sandbox code for every category of the programme", () => {
  expect(Object.keys(sandboxNaverCategories).sort()).toEqual(categories.map(({ key }) => key).sort());
});
