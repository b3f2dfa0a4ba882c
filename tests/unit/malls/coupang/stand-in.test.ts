import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { complaintsToIssues } from "#app/channels/coupang/complaints.ts";
import type { ProductBody } from "#app/channels/coupang/map.ts";
import { authorization, signedDate } from "#app/channels/coupang/signature.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { sandboxCoupangCategories } from "#tests/malls/coupang/index.ts";
import {
  type BodyRule,
  coupangRefusals,
  coupangReviewRefusals,
  type RequestRule,
  type ReviewRule,
} from "#tests/malls/coupang/refusals.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { wordsOf } from "#tests/malls/refusals.ts";
import { body, firstAttribute, firstItem, productsPath, settings, startCoupang } from "./seller.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

type Seller = ReturnType<typeof startCoupang>;

function start(options?: Parameters<typeof startCoupang>[0]): Seller {
  stop();
  const seller = startCoupang(options);
  stop = () => seller.server.close();
  return seller;
}

type Change = (made: ProductBody) => unknown;
const top =
  (change: object): Change =>
  (made) =>
    Object.assign(made, change);
const item =
  (change: object): Change =>
  (made) =>
    Object.assign(firstItem(made), change);
const attribute =
  (attributeValueName: string, attributeTypeName?: string): Change =>
  (made) =>
    Object.assign(firstAttribute(made), { attributeValueName, ...(attributeTypeName ? { attributeTypeName } : {}) });
const notices =
  (change: object): Change =>
  (made) => {
    for (const notice of firstItem(made).notices) Object.assign(notice, change);
  };
const free = { deliveryChargeType: "FREE", deliveryCharge: 0, freeShipOverAmount: 0 };
const alternatives = ["최소 중량", "최소 용량", "개당 수량"];

/** What breaks each rule about a body. */
const wrongBodies: Record<BodyRule, Change> = {
  "a category that is no leaf": top({ displayCategoryCode: 72882 }),
  "another seller in the body": top({ vendorId: "A00000000" }),
  "an unknown user of Wing": top({ vendorUserId: "somebody" }),
  "a registered name of 101 characters": top({ sellerProductName: "가".repeat(101) }),
  "a shown name of 101 characters": top({ displayProductName: "가".repeat(101) }),
  "a sale that ends after 2099": top({ saleEndedAt: "2100-01-01T00:00:00" }),
  "a brand without its number": top({ brand: "백선" }),
  "free delivery with an amount": top({ ...free, freeShipOverAmount: 100 }),
  "no amount from which delivery is free": top({ freeShipOverAmount: null }),
  "such an amount between hundreds": top({ deliveryChargeType: "CONDITIONAL_FREE", freeShipOverAmount: 150 }),
  "parcels together and paid at the door": top({
    unionDeliveryType: "UNION_DELIVERY",
    deliveryChargeType: "CHARGE_RECEIVED",
  }),
  "distant areas without fees": top({ remoteAreaDeliverable: "Y" }),
  "an unknown shipping place": top({ outboundShippingPlaceCode: 1 }),
  "an unknown return centre": top({ returnCenterCode: "1" }),
  "no options, or 201": (made) => made.items.splice(0),
  "the same name of two options": (made) => made.items.push({ ...firstItem(made) }),
  "the same purchase options twice": (made) => made.items.push({ ...firstItem(made), itemName: "둘째" }),
  "an option's name of 151 characters": item({ itemName: "가".repeat(151) }),
  "a price between tens": item({ salePrice: 18_005 }),
  "a reference price below the price": item({ originalPrice: 10 }),
  "a stock of 100,000": item({ maximumBuyCount: 100_000 }),
  "neither barcode nor model": item({ modelNo: "" }),
  "no barcode and no reason": item({ emptyBarcodeReason: "" }),
  "701 characters on the condition": item({ offerDescription: "가".repeat(701) }),
  "used goods where only new ones go": item({ offerCondition: "USED_GOOD" }),
  "no detail page": item({ contents: [] }),
  "21 search words": item({ searchTags: Array(21).fill("참기름") }),
  "a search word with a stray character": item({ searchTags: ["café"] }),
  "no main picture": item({ images: [] }),
  "ten further pictures": (made) => {
    const further = { imageOrder: 1, imageType: "DETAIL", vendorPath: "https://pictures.example/a.jpg" };
    firstItem(made).images.push(...Array(10).fill(further));
  },
  "a picture without an address": (made) => Object.assign(firstItem(made).images[0] ?? {}, { vendorPath: "" }),
  "no notice": item({ notices: [] }),
  "two groups of notices": (made) =>
    Object.assign(firstItem(made).notices[0] ?? {}, { noticeCategoryName: "기타 재화" }),
  "a group of notices of another category": notices({ noticeCategoryName: "의료기기" }),
  "a notice that the group does not have": (made) =>
    // With one space more than the group's own.
    Object.assign(firstItem(made).notices.at(-1) ?? {}, { noticeCategoryDetailName: "소비자상담 관련 전화번호" }),
  "a notice of the group left out": (made) => firstItem(made).notices.pop(),
  "a notice of 201 characters": notices({ content: "가".repeat(201) }),
  "none of several alternatives": (made) => {
    const { attributes } = firstItem(made);
    firstItem(made).attributes = attributes.filter((one) => !alternatives.includes(one.attributeTypeName));
  },
  "a purchase option's name of 26 characters": (made) =>
    firstItem(made).attributes.push({ ...firstAttribute(made), attributeTypeName: "가".repeat(26) }),
  "a purchase option of 31 characters": attribute("가".repeat(31), "색상"),
  "a purchase option with another unit": attribute("300리터"),
  "a purchase option that is not on offer": (made) =>
    firstItem(made).attributes.push({
      ...firstAttribute(made),
      attributeTypeName: "보관방식",
      attributeValueName: "x",
    }),
  "a certificate that the category does not have": item({
    certifications: [{ certificationType: "MADE_UP", certificationCode: "1" }],
  }),
  "a certificate without its number": kids((certificationType) => [{ certificationType, certificationCode: "" }]),
  "no certificate where one is due": kids(() => []),
};

describe("a body", () => {
  test.each(Object.entries(wrongBodies))("%s", async (rule, change) => {
    const { send, standIn } = start();
    const answer = await send("POST", productsPath, { body: await body(change as (made: ProductBody) => void) });
    expect(answer).toMatchObject({ status: 200, code: "ERROR", data: null });
    expect(answer.message).toMatch(wordsOf(coupangRefusals[rule as BodyRule]));
    expect(standIn.listings()).toEqual([]);
  });

  test("that breaks several rules is answered once, joined with a pipe", async () => {
    const { send } = start();
    const wrong = await body((made) => {
      top({ ...free, freeShipOverAmount: null })(made);
      firstItem(made).notices.pop();
      attribute("300리터")(made);
    });
    const { message } = await send("POST", productsPath, { body: wrong });
    expect(complaintsToIssues(message).map((one) => one.code)).toEqual([
      "mall.field_refused",
      "mall.field_refused",
      "mall.notice_refused",
      "mall.field_refused",
    ]);
  });

  test("is taken twice: the mall has no idempotency", async () => {
    const { send, standIn } = start();
    const twice = await body();
    await send("POST", productsPath, { body: twice });
    await send("POST", productsPath, { body: twice });
    expect(standIn.listings()).toHaveLength(2);
  });
});

/** A body whose main picture is these bytes. */
const picture = (bytes: () => Promise<Buffer>) => async (seller: Seller, made: ProductBody) => {
  seller.serve("https://pictures.example/wrong.jpg", await bytes());
  Object.assign(firstItem(made).images[0] ?? {}, { vendorPath: "https://pictures.example/wrong.jpg" });
};
const drawn = (width: number, height = width, format: "jpeg" | "gif" = "jpeg") =>
  sharp({ create: { width, height, channels: 3, background: "white" } })
    .toFormat(format)
    .toBuffer();
const terms = (change: object) => async (_: Seller, made: ProductBody) => void Object.assign(made, change);

/** What breaks each rule that only the review looks at. */
const wrongAtReview: Record<ReviewRule, (seller: Seller, made: ProductBody) => Promise<void>> = {
  "a picture without an address that can be fetched": async (_, made) =>
    void Object.assign(firstItem(made).images[0] ?? {}, { vendorPath: "pictures/1.jpg" }),
  "a picture that can't be fetched": async (_, made) =>
    void Object.assign(firstItem(made).images[0] ?? {}, { vendorPath: "https://pictures.example/none.jpg" }),
  "a picture of another format": picture(() => drawn(600, 600, "gif")),
  "a picture above 10 megabytes": picture(async () => Buffer.concat([await drawn(600), Buffer.alloc(10_000_000)])),
  "a picture below 500 pixels": async (seller, made) => {
    const [main, further] = firstItem(made).images;
    for (const [image, width, height] of [
      [main, 499, 1_000],
      [further, 1_000, 499],
    ] as const) {
      const vendorPath = `https://pictures.example/${width}x${height}.jpg`;
      seller.serve(vendorPath, await drawn(width, height));
      Object.assign(image ?? {}, { vendorPath });
    }
  },
  "a picture that is not square": picture(() => drawn(600, 700)),
  "a picture that breaks off": picture(async () => Buffer.from("no picture")),
  "a courier who does not come to the shipping place": terms({ deliveryCompanyCode: "LOGEN" }),
  "a return fee beyond 100–150 % of the first": terms({ ...free, deliveryChargeOnReturn: 2_000, returnCharge: 3_100 }),
  "fees above the price": terms({ deliveryCharge: 10_000, returnCharge: 8_010 }),
  "a document without a path": terms({ requiredDocuments: [{ templateName: "기타", vendorDocumentPath: " " }] }),
};

describe("a create is taken, and turned down at the review", () => {
  test.each(Object.entries(wrongAtReview))("%s", async (rule, spoil) => {
    const seller = start({ reviewMilliseconds: 0 });
    const { pictures } = await seller.order();
    const made = await body();
    for (const [index, image] of firstItem(made).images.entries()) image.vendorPath = pictures[index]?.url ?? "";
    await spoil(seller, made);
    const { code, data } = await seller.send("POST", productsPath, { body: made });
    expect(code).toBe("SUCCESS");
    const history = await seller.send("GET", `${productsPath}/${data}/histories`);
    expect(history.data).toMatchObject([{ statusName: "승인반려" }, {}, {}]);
    const [{ comment }] = history.data as [{ comment: string }];
    expect(comment).toMatch(wordsOf(coupangReviewRefusals[rule as ReviewRule]));
    if (rule === "a picture below 500 pixels") expect(comment).toMatch(/499x1000.*\|.*1000x499/);
  });
});

const path = `${productsPath}/1`;
const now = Date.UTC(2026, 10, 29);
const signed = (changes: Partial<Parameters<typeof authorization>[0]> = {}, secretKey = settings.secretKey) =>
  authorization({ method: "GET", path, query: "", ...changes }, { ...settings, secretKey }, signedDate(new Date(now)));
const items = productsPath.replace("seller-products", "vendor-items");

type Answer = ReturnType<Seller["send"]>;

/** Asked of a product in one of its states. */
const draft = async (seller: Seller, change: object = {}) => {
  const { pictures } = await seller.order();
  const made = await body((one) => {
    Object.assign(one, { requested: false, ...change });
    for (const [index, image] of firstItem(one).images.entries()) image.vendorPath = pictures[index]?.url ?? "";
  });
  const { data } = await seller.send("POST", productsPath, { body: made });
  return { id: data, path: `${productsPath}/${data}`, body: { ...made, sellerProductId: data } };
};
const underReview = async (ask: (seller: Seller, made: Awaited<ReturnType<typeof draft>>) => Answer) => {
  const seller = start({ reviewMilliseconds: 60_000, registeringMilliseconds: 0 });
  return ask(seller, await draft(seller, { requested: true }));
};
const approved = async (
  ask: (seller: Seller, vendorItemId: number, made: Awaited<ReturnType<typeof draft>>) => Answer,
) => {
  const seller = start();
  const made = await draft(seller, { requested: true });
  const read = await seller.standIn.readProduct(Number(made.id));
  return ask(seller, read?.items[0]?.vendorItemId ?? 0, made);
};
const deleted = async (ask: (seller: Seller, made: Awaited<ReturnType<typeof draft>>) => Answer) => {
  const seller = start();
  const made = await draft(seller);
  await seller.send("DELETE", made.path);
  return ask(seller, made);
};

/** What breaks each rule about a request. */
const wrongRequests: Record<RequestRule, () => Answer> = {
  "an update under review": () => underReview(({ send }, made) => send("PUT", productsPath, { body: made.body })),
  "an update of what was deleted": () => deleted(({ send }, made) => send("PUT", productsPath, { body: made.body })),
  "an approved option left out": () => approved(({ send }, _, made) => send("PUT", productsPath, { body: made.body })),
  "another condition than before": async () => {
    const { send } = start();
    const notice = Object.fromEntries(noticeOf("ETC").fields.map(({ key }) => [key, "500g"]));
    const made = await body(undefined, readyProduct({ categoryKey: "ETC", notice }));
    const { data } = await send("POST", productsPath, { body: { ...made, requested: false } });
    const items = made.items.map((one) => ({ ...one, offerCondition: "USED_GOOD" }));
    return send("PUT", productsPath, { body: { ...made, items, sellerProductId: data } });
  },
  "approval of what is no draft": () => underReview(({ send }, made) => send("PUT", `${made.path}/approvals`)),
  "a deletion under review": () => underReview(({ send }, made) => send("DELETE", made.path)),
  "a second deletion": () => deleted(({ send }, made) => send("DELETE", made.path)),
  "a deletion of what is on sale": () => approved(({ send }, _, made) => send("DELETE", made.path)),
  "an option that is not there": () => start().send("PUT", `${items}/1/prices/18000`),
  "a value that is no number": () => approved(({ send }, id) => send("PUT", `${items}/${id}/quantities/many`)),
  "an unknown request": () => approved(({ send }, id) => send("PUT", `${items}/${id}/colours/1`)),
  "another price between tens": () => approved(({ send }, id) => send("PUT", `${items}/${id}/prices/18005`)),
  "another price above its reference": () => approved(({ send }, id) => send("PUT", `${items}/${id}/prices/18010`)),
  "a price that jumps": () => approved(({ send }, id) => send("PUT", `${items}/${id}/prices/8990`)),
  "a list of another seller": () => start().send("GET", productsPath, { query: "vendorId=A00000000" }),
  "a page of 101": () => start().send("GET", productsPath, { query: `vendorId=${settings.vendorId}&maxPerPage=101` }),
  "metadata of an unknown category": () =>
    start().send(
      "GET",
      productsPath.replace("seller-products", "meta/category-related-metas/display-category-codes/1"),
    ),
  "a name left out": async () =>
    start().send("POST", productsPath, {
      body: await body((made) => Object.assign(made, { requiredDocuments: null })),
    }),
  "a product that is not there": () => start().send("GET", path),
  "a product still being registered": async () => {
    const seller = start({ reviewMilliseconds: 60_000 });
    return seller.send("GET", (await draft(seller)).path);
  },
  "another seller in the header": () => start().send("GET", path, { headers: { "X-Requested-By": "A00000000" } }),
  "no signature": () => start().send("GET", path, { headers: { Authorization: "Bearer x" } }),
  "an unknown key": () =>
    start().send("GET", path, { headers: { Authorization: signed().replace(settings.accessKey, "other") } }),
  "a signature of another time": async () => {
    const { send } = start({ now: () => now });
    for (const [seconds, status] of [
      [-300, 400],
      [300, 400],
      [301, 401],
    ] as const) {
      expect(await send("GET", path, { date: new Date(now + seconds * 1_000) })).toMatchObject({ status });
    }
    return send("GET", path, { date: new Date(now - 301_000) });
  },
  "a wrong signature": async () => {
    const { send } = start({ now: () => now });
    const wrong = [signed({}, "wrong"), signed({ method: "DELETE" }), signed({ path: `${productsPath}/2` })];
    for (const Authorization of wrong) {
      expect(await send("GET", path, { headers: { Authorization } })).toMatchObject({ status: 401 });
    }
    // The query is signed as it is sent.
    return send("GET", path, { query: "b=2&a=1", headers: { Authorization: signed({ query: "a=1&b=2" }) } });
  },
  "an address that is not registered": () => {
    const { send, standIn } = start();
    standIn.allowAddress(false);
    return send("GET", path);
  },
  "a caller who is shut out": () => {
    const { send, standIn } = start();
    standIn.block();
    return send("GET", path);
  },
  "an unknown path": () => start().send("GET", "/v2/providers/none"),
  "more than the allowed requests a second": async () => {
    const { send } = start({ requestsPerSecond: 5, now: () => now });
    const date = new Date(now);
    for (let count = 0; count < 5; count += 1) await send("GET", path, { date });
    return send("GET", path, { date });
  },
};

describe("a request", () => {
  test.each(Object.entries(wrongRequests))("%s", async (rule, wrong) => {
    const refusal = coupangRefusals[rule as RequestRule];
    const answer = await wrong();
    // What shuts a caller out stands before the API.
    const code = rule === "a caller who is shut out" ? null : "ERROR";
    expect(answer).toMatchObject({ status: refusal.status, code });
    expect(answer.message).toMatch(wordsOf(refusal));
  });

  test("twenty 429 in five seconds shut the caller out with 403, for ten minutes", async () => {
    let time = now;
    const { send } = start({ requestsPerSecond: 5, now: () => time });
    const status = async () => (await send("GET", path, { date: new Date(time) })).status;
    const statuses: number[] = [];
    for (let count = 0; count < 26; count += 1) statuses.push(await status());
    expect(statuses).toEqual([...Array(5).fill(400), ...Array(20).fill(429), 403]);
    time += 599_999;
    expect(await status()).toBe(403);
    time += 1;
    expect(await status()).toBe(400);
  });
});

describe("a new product", () => {
  test("can't be read for a while, and has no vendor items before approval", async () => {
    let time = Date.now();
    const { send, standIn } = start({ now: () => time, reviewMilliseconds: 60_000, registeringMilliseconds: 10_000 });
    const { data } = await send("POST", productsPath, { body: await body() });
    expect(await send("GET", `${productsPath}/${data}`)).toMatchObject({ status: 400 });
    expect(standIn.listings()[0]?.state).toBe("registering");
    time += 20_000;
    expect(await send("GET", `${productsPath}/${data}`, { date: new Date(time) })).toMatchObject({
      data: { statusName: "심사중", productId: null, items: [{ vendorItemId: null }] },
    });
  });

  test("goes from draft over review to approved, and then has its numbers", async () => {
    let time = Date.now();
    const seller = start({ now: () => time, reviewMilliseconds: 60_000, registeringMilliseconds: 0 });
    const { path: product } = await draft(seller);
    const state = async () => (await seller.send("GET", product, { date: new Date(time) })).data;
    expect(await state()).toMatchObject({ statusName: "임시저장" });
    expect(await seller.send("PUT", `${product}/approvals`)).toMatchObject({ code: "SUCCESS" });
    expect(await state()).toMatchObject({ statusName: "심사중" });
    time += 60_000;
    const numbers = [{ vendorItemId: expect.any(Number) }];
    expect(await state()).toMatchObject({ statusName: "승인완료", productId: expect.any(Number), items: numbers });
  });
});

/** A body in the category of children's goods, with other certificates. */
function kids(certificates: (type: string) => object[]): Change {
  return (made) => {
    Object.assign(made, { displayCategoryCode: Number(sandboxCoupangCategories.KIDS) });
    Object.assign(firstItem(made), { certifications: certificates("SANDBOX_KC") });
  };
}
