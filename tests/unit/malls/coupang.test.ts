import { afterEach, describe, expect, test } from "vitest";
import { complaintsToIssues } from "#app/channels/coupang/complaints.ts";
import { connectCoupang, coupang } from "#app/channels/coupang/index.ts";
import type { ProductBody } from "#app/channels/coupang/map.ts";
import { authorization, signedDate } from "#app/channels/coupang/signature.ts";
import { closedAddress } from "#tests/malls/contract/mall-under-test.ts";
import { sandboxCoupangSettings } from "#tests/malls/coupang/index.ts";
import { optionVariants, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, body, firstAttribute, firstItem, productsPath, settings, startCoupang } from "./coupang-setup.ts";

let running: ReturnType<typeof startCoupang>[] = [];

function start(options?: Parameters<typeof startCoupang>[0]) {
  const started = startCoupang(options);
  running.push(started);
  return started;
}

afterEach(() => {
  for (const { server } of running) server.close();
  running = [];
});

describe("the mall's own refusals", () => {
  const [now, path] = [new Date(), `${productsPath}/1`];
  const signed = (changes: Partial<Parameters<typeof authorization>[0]> = {}, secretKey = settings.secretKey) =>
    authorization({ method: "GET", path, query: "", ...changes }, { ...settings, secretKey }, signedDate(now));
  test.each<[string, Parameters<ReturnType<typeof start>["send"]>[2], status: number, words: string]>([
    ["no signature", { headers: { Authorization: "Bearer x" } }, 401, "Invalid authorization header format."],
    ["an unknown key", { headers: { Authorization: signed().replace(settings.accessKey, "other") } }, 401, "Unknown"],
    ["a wrong secret", { headers: { Authorization: signed({}, "wrong") } }, 401, "Invalid signature."],
    ["another method", { headers: { Authorization: signed({ method: "DELETE" }) } }, 401, "Invalid signature."],
    ["another path", { headers: { Authorization: signed({ path: `${productsPath}/2` }) } }, 401, "Invalid signature."],
    [
      "the query in another order",
      { query: "b=2&a=1", headers: { Authorization: signed({ query: "a=1&b=2" }) } },
      401,
      "Invalid signature.",
    ],
    ["an old date", { date: new Date(now.getTime() - 400_000) }, 401, "Specified signature is expired."],
    ["a date to come", { date: new Date(now.getTime() + 400_000) }, 401, "Specified signature is expired."],
    ["another seller", { headers: { "X-Requested-By": "A00000000" } }, 400, "X-Requested-By"],
  ])("%s is refused", async (_, options, status, words) => {
    const { send } = start();
    expect(await send("GET", path, options)).toMatchObject({ status, message: expect.stringContaining(words) });
  });

  test("complaints come under HTTP 200, joined with a pipe, and nothing is created", async () => {
    const { send, standIn } = start();
    const wrong = await body((made) => {
      Object.assign(made, { deliveryChargeType: "FREE", deliveryCharge: 0, freeShipOverAmount: null });
      made.items[0]?.notices.pop();
      made.items[0]?.attributes.splice(0, 1, { ...firstAttribute(made), attributeValueName: "300리터" });
    });
    const answer = await send("POST", productsPath, { body: wrong });
    expect(answer).toMatchObject({ status: 200, code: "ERROR", data: null });
    expect(complaintsToIssues(answer.message).map((one) => one.code)).toEqual([
      "mall.field_refused",
      "mall.field_refused",
      "mall.notice_refused",
      "mall.field_refused",
    ]);
    expect(standIn.listings()).toEqual([]);
  });

  test("an absent list of documents is a null pointer under HTTP 400", async () => {
    const { send } = start();
    const wrong = await body((made) => Object.assign(made, { requiredDocuments: null }));
    expect(await send("POST", productsPath, { body: wrong })).toMatchObject({
      status: 400,
      code: "ERROR",
      message: expect.stringContaining("NullPointerException"),
    });
  });

  const wrongBodies: [string, (made: ProductBody) => void, string | RegExp][] = [
    ["another mall's category", (made) => Object.assign(made, { displayCategoryCode: 72882 }), "노출카테고리코드"],
    ["a name of 101 characters", (made) => Object.assign(made, { sellerProductName: "가".repeat(101) }), "100자"],
    ["a brand without its number", (made) => Object.assign(made, { brand: "백선" }), "브랜드 ID"],
    ["an unknown return centre", (made) => Object.assign(made, { returnCenterCode: "1" }), "반품지센터코드"],
    ["distant areas without fees", (made) => Object.assign(made, { remoteAreaDeliverable: "Y" }), "도서산간"],
    ["no items", (made) => made.items.splice(0), "옵션은 1개 이상"],
    [
      "the same option twice",
      (made) => made.items.push({ ...firstItem(made), itemName: "둘째" }),
      "구매옵션의 모든 값",
    ],
    ["a price off the step", (made) => Object.assign(firstItem(made), { salePrice: 18_005 }), "10원 단위"],
    ["too much stock", (made) => Object.assign(firstItem(made), { maximumBuyCount: 100_000 }), "99,999"],
    ["an accented tag", (made) => Object.assign(firstItem(made), { searchTags: ["café"] }), "검색어 'café'"],
    ["21 tags", (made) => Object.assign(firstItem(made), { searchTags: Array(21).fill("참기름") }), "최대 20개"],
    ["no barcode nor model", (made) => Object.assign(firstItem(made), { modelNo: "" }), "모델번호"],
    ["no notice", (made) => firstItem(made).notices.splice(0), "고시정보를 확인"],
    [
      "two notice groups",
      (made) => Object.assign(firstItem(made).notices[0] ?? {}, { noticeCategoryName: "기타 재화" }),
      "2 subschemas matched",
    ],
    [
      "a notice group of another category",
      (made) => {
        for (const notice of firstItem(made).notices) notice.noticeCategoryName = "의료기기";
      },
      "이 카테고리에서 사용할 수 없습니다",
    ],
    [
      "a notice label with one space more",
      (made) => {
        const label = firstItem(made).notices.at(-1);
        Object.assign(label ?? {}, { noticeCategoryDetailName: "소비자상담 관련 전화번호" });
      },
      /소비자상담 관련 전화번호.*올바르지 않습니다.*\|.*소비자상담관련 전화번호.*입력해/,
    ],
    [
      "a notice of 201 characters",
      (made) => Object.assign(firstItem(made).notices[0] ?? {}, { content: "가".repeat(201) }),
      "200자를 초과",
    ],
    [
      "none of three alternatives",
      (made) => {
        const alternatives = ["최소 중량", "최소 용량", "개당 수량"];
        firstItem(made).attributes = firstItem(made).attributes.filter(
          ({ attributeTypeName }) => !alternatives.includes(attributeTypeName),
        );
      },
      "필수 구매옵션 '최소 중량, 최소 용량, 개당 수량'",
    ],
    [
      "an attribute without its unit",
      (made) => Object.assign(firstAttribute(made), { attributeValueName: "300" }),
      "단위가 유효하지 않습니다",
    ],
    [
      "an attribute of 31 characters",
      (made) => Object.assign(firstAttribute(made), { attributeTypeName: "색상", attributeValueName: "가".repeat(31) }),
      "30자를 초과",
    ],
    [
      "a used product where only new ones go",
      (made) => Object.assign(firstItem(made), { offerCondition: "USED_GOOD" }),
      "허용되지 않는 상품상태",
    ],
    [
      "a certificate this category does not have",
      (made) => {
        firstItem(made).certifications = [{ certificationType: "MADE_UP", certificationCode: "1" }];
      },
      "인증정보 'MADE_UP'",
    ],
  ];
  test.each(wrongBodies)("%s", async (_, change, words) => {
    const { send, standIn } = start();
    const answer = await send("POST", productsPath, { body: await body(change) });
    expect(answer.code).toBe("ERROR");
    expect(answer.message).toMatch(words);
    expect(standIn.listings()).toEqual([]);
  });

  test("the mall has no idempotency: the same create twice makes two products", async () => {
    const { send, standIn } = start();
    const twice = await body();
    await send("POST", productsPath, { body: twice });
    await send("POST", productsPath, { body: twice });
    expect(standIn.listings()).toHaveLength(2);
  });

  test("more than five requests at once meet 429, and twenty of those shut the caller out", async () => {
    const { send } = start({ requestsPerSecond: 5, now: () => 1_700_000_000_000 });
    const date = new Date(1_700_000_000_000);
    const path = `${productsPath}/1`;
    const statuses: number[] = [];
    for (let count = 0; count < 26; count += 1) statuses.push((await send("GET", path, { date })).status);
    expect(statuses).toEqual([...Array(5).fill(400), ...Array(20).fill(429), 403]);
  });

  test("a new product can't be read for a while, and has no vendor items before approval", async () => {
    let time = Date.now();
    const { send, standIn } = start({ now: () => time, reviewMilliseconds: 60_000, registeringMilliseconds: 10_000 });
    const created = await send("POST", productsPath, { body: await body() });
    const path = `${productsPath}/${created.data}`;
    expect(await send("GET", path)).toMatchObject({ status: 400, message: expect.stringContaining("등록 중") });
    expect(standIn.listings()[0]?.state).toBe("registering");

    time += 20_000;
    expect(await send("GET", path, { date: new Date(time) })).toMatchObject({
      data: { statusName: "심사중", productId: null, items: [{ vendorItemId: null }] },
    });
  });

  test("only a draft may ask for approval; under review nothing may change; live options must be stopped first", async () => {
    let time = Date.now();
    const { send, order } = start({ now: () => time, reviewMilliseconds: 60_000, registeringMilliseconds: 0 });
    const at = () => ({ date: new Date(time) });
    const { pictures } = await order();
    const draft = await body((made) => {
      Object.assign(made, { requested: false });
      for (const [index, image] of firstItem(made).images.entries()) image.vendorPath = pictures[index]?.url ?? "";
    });
    const id = (await send("POST", productsPath, { body: draft })).data;
    const path = `${productsPath}/${id}`;
    expect(await send("PUT", `${path}/approvals`)).toMatchObject({ code: "SUCCESS" });
    expect(await send("PUT", `${path}/approvals`)).toMatchObject({ message: /임시저장 상태의 상품만/ });
    expect(await send("DELETE", path)).toMatchObject({ message: /심사중인 상품은 삭제/ });
    const update = { ...draft, sellerProductId: id };
    expect(await send("PUT", productsPath, { body: update })).toMatchObject({ message: /심사중인 상품은 수정/ });

    time += 70_000;
    expect(await send("DELETE", path, at())).toMatchObject({ message: /판매중지 되지 않은 옵션/ });
    expect(await send("PUT", productsPath, { body: update, ...at() })).toMatchObject({ message: /승인된 옵션/ });
  });
});

describe("approval", () => {
  test("a ready product is accepted, waits, and is live with a page", async () => {
    const { connection, order, standIn } = start();
    const made = await order();
    expect(coupang.check(made.product, made.binding)).toEqual([]);
    const answer = await connection.publish(made);
    expect(answer).toMatchObject({ outcome: "accepted", heard: { state: "in_review" } });
    expect(await connection.lookUp(made.reference, null)).toMatchObject({
      outcome: "found",
      heard: { state: "live", pageUrl: expect.stringMatching(/^https:\/\/www\.coupang\.com\/vp\/products\/\d+$/) },
    });
    expect(standIn.listings()).toMatchObject([{ reference: made.reference, state: "live", price: 18_000 }]);
  });

  test("a picture below 500 px passes the create and is refused at approval, with the mall's words", async () => {
    const { connection, order } = start();
    const made = await order({ side: 450 });
    expect(await connection.publish(made)).toMatchObject({ outcome: "accepted" });
    const heard = await connection.lookUp(made.reference, null);
    expect(heard).toMatchObject({
      outcome: "found",
      heard: {
        state: "refused",
        issues: [{ code: "mall.picture_too_small", raw: expect.stringContaining("450x450") }],
      },
    });
  });

  test("courier and return fee are found at approval, and each reason becomes an issue", async () => {
    const { send, connection, order } = start();
    const { pictures } = await order();
    const wrong = await body((made) => {
      Object.assign(made, { deliveryCompanyCode: "LOGEN", deliveryChargeType: "FREE", deliveryCharge: 0 });
      Object.assign(made, { deliveryChargeOnReturn: 10_000, returnCharge: 9_000 });
      for (const [index, image] of firstItem(made).images.entries()) image.vendorPath = pictures[index]?.url ?? "";
    });
    const { data } = await send("POST", productsPath, { body: wrong });
    const heard = await connection.lookUp("BX26-READY-0001", String(data));
    expect(heard).toMatchObject({ outcome: "found", heard: { state: "refused" } });
    const codes = heard.outcome === "found" ? heard.heard.issues.map((one) => one.code) : [];
    expect(codes).toEqual(["mall.courier_refused", "mall.return_fee_refused", "mall.return_fee_refused"]);
  });

  test("a refused product is sent again as an update and becomes live; the mall holds one", async () => {
    const { connection, order, standIn } = start();
    const small = await order({ side: 450 });
    await connection.publish(small);
    const found = await connection.lookUp(small.reference, null);
    const remoteId = found.outcome === "found" ? found.heard.remoteId : null;
    expect(await connection.publish(await order({ remoteId }))).toMatchObject({ outcome: "accepted" });
    expect(await connection.lookUp(small.reference, remoteId)).toMatchObject({ heard: { state: "live" } });
    expect(standIn.listings()).toHaveLength(1);
  });

  test("a new price and stock reach approved options, which keep their numbers", async () => {
    const { connection, order, standIn } = start();
    const variants = optionVariants;
    const first = await connection.publish(await order({ product: readyProduct({ variants }) }));
    const remoteId = first.outcome === "accepted" ? first.heard.remoteId : null;
    const before = await standIn.readProduct(Number(remoteId));
    const dearer = variants.map((variant) => ({ ...variant, stock: 7 }));
    const answer = await connection.publish(
      await order({ remoteId, product: readyProduct({ price: 50_000, variants: dearer }) }),
    );
    expect(answer).toMatchObject({ outcome: "accepted", heard: { remoteId } });
    const after = await standIn.readProduct(Number(remoteId));
    expect(after?.items.map((item) => item.vendorItemId)).toEqual(before?.items.map((item) => item.vendorItemId));
    expect(after?.items.map((item) => [item.salePrice, item.maximumBuyCount])).toEqual(
      variants.map(({ priceDelta }) => [50_000 + priceDelta, 7]),
    );
  });

  test("a draft is sent on to approval", async () => {
    const { send, connection } = start();
    const draft = await body((made) => Object.assign(made, { requested: false }));
    const { data } = await send("POST", productsPath, { body: draft });
    expect(await connection.lookUp("BX26-READY-0001", String(data))).toMatchObject({ heard: { state: "in_review" } });
  });
});

describe("the client", () => {
  const cases = [
    ["rate_limited", { outcome: "not_sent", reason: { code: "mall.rate_limited" } }],
    ["timeout_after", { outcome: "unknown", reason: { code: "mall.outcome_unknown" } }],
    ["cut_after", { outcome: "unknown", reason: { code: "mall.outcome_unknown" } }],
    ["cut_before", { outcome: "unknown", reason: { code: "mall.outcome_unknown" } }],
    ["server_error", { outcome: "unknown", reason: { code: "mall.unavailable" } }],
    ["garbage", { outcome: "unknown", reason: { code: "mall.answer_unreadable" } }],
    ["temp_failure", { outcome: "unknown", reason: { code: "mall.unavailable" } }],
    ["no_id", { outcome: "accepted" }],
    ["nested", { outcome: "accepted" }],
  ] as const;
  test.each(cases)("a create that meets %s", async (fault, expected) => {
    const { connection, order, standIn } = start();
    standIn.failNext(fault, "POST");
    expect(await connection.publish(await order())).toMatchObject(expected);
  });

  test("a block and a foreign address are not the product's fault", async () => {
    const { connection, order, standIn } = start();
    standIn.allowAddress(false);
    expect(await connection.publish(await order())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.address_not_allowed" },
    });
    standIn.block();
    expect(await connection.publish(await order())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.rate_limited" },
      retryAfterSeconds: 600,
    });
  });

  test("a mall that can't be reached was not reached", async () => {
    const connection = connectCoupang(sandboxCoupangSettings(`${await closedAddress()}/coupang`));
    expect(await connection.publish(await readyOrder({ binding }))).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.unavailable" },
    });
  });

  test("a product that is still being registered is found as such", async () => {
    const { connection, order } = start({ registeringMilliseconds: 60_000 });
    const made = await order();
    const answer = await connection.publish(made);
    const remoteId = answer.outcome === "accepted" ? answer.heard.remoteId : null;
    expect(await connection.lookUp(made.reference, remoteId)).toMatchObject({ heard: { state: "registering" } });
    expect(await connection.withdraw(made.reference, remoteId)).toMatchObject({ outcome: "unsure" });
  });

  test("a wrong secret is the account's fault, not the product's", async () => {
    const { order, settings: keys } = start();
    const connection = connectCoupang({ ...keys, secretKey: "another-secret-key" });
    expect(await connection.publish(await order())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.credentials_refused" },
    });
  });

  test("twenty questions at once leave one after another, and none meets 429", async () => {
    const { settings: keys, standIn } = start({ requestsPerSecond: 15 });
    const connection = connectCoupang({ ...keys, requestsPerSecond: 20 });
    const brisk = Array.from({ length: 20 }, () => connection.lookUp("BX26-NEVER", null));
    const began = performance.now();
    expect(new Set((await Promise.all(brisk)).map((answer) => answer.outcome))).toEqual(new Set(["absent"]));
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(standIn.answeredRequests()).toBe(20);
  });

  test("a temporary failure of a reading leaves it unsure", async () => {
    const { connection, standIn } = start();
    standIn.failNext("temp_failure", "GET");
    expect(await connection.lookUp("BX26-READY-0001", "1")).toMatchObject({ outcome: "unsure" });
  });

  test("keys never appear in what an answer leaves behind", async () => {
    const { connection, order, standIn, settings: keys } = start();
    standIn.allowAddress(false);
    const told = JSON.stringify(await connection.publish(await order()));
    expect(told).not.toContain(keys.secretKey);
    expect(told).not.toContain(keys.accessKey);
  });
});
