import { afterEach, describe, expect, test } from "vitest";
import { checkForShopify } from "#app/channels/shopify/check.ts";
import { listingPictures, optionVariants, readyProduct } from "#tests/malls/ready-product.ts";
import { sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { binding, reference, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

describe("publishing", () => {
  test("shows the product whole: pictures, stock, disclosure; live with the address of its page", async () => {
    const { connection, order, standIn } = start();
    const made = await order({ pictures: await listingPictures(3) });
    expect(checkForShopify(made.product, made.binding)).toEqual([]);
    const answer = await connection.publish(made);
    expect(answer).toMatchObject({ outcome: "accepted", heard: { state: "live" } });
    const [listing] = standIn.listings();
    expect(listing?.disclosure).toContainEqual(["식품의 유형", "참기름"]);
    const stored = standIn.stored(listing?.remoteId ?? "");
    expect(stored).toMatchObject({ customId: reference, handle: "bx26-ready-0001", status: "ACTIVE" });
    expect(stored?.files).toHaveLength(3);
    expect(stored?.variants).toMatchObject([
      { price: "18000", sku: reference, inventoryQuantities: [{ quantity: 40 }] },
    ]);
    const number = listing?.remoteId;
    expect(answer).toMatchObject({ heard: { remoteId: number, pageUrl: expect.stringContaining(number ?? "x") } });
  });

  test("sells the options at their price", async () => {
    const { connection, order, standIn } = start();
    const variants = optionVariants.slice(0, 3);
    await connection.publish(await order({ product: readyProduct({ variants }) }));
    const stored = standIn.stored(standIn.listings()[0]?.remoteId ?? "");
    expect(
      stored?.variants.map(({ optionValues, price, inventoryQuantities }) => [
        optionValues.map(({ name }) => name).join("/"),
        price,
        inventoryQuantities?.[0]?.quantity,
      ]),
    ).toEqual([
      ["빨강/S", "18000", 5],
      ["빨강/M", "19000", 5],
      ["파랑/S", "18000", 5],
    ]);
  });

  test("waits for the pictures, hidden, and then shows the same product", async () => {
    let time = Date.UTC(2026, 10, 29);
    const { connection, order, standIn } = start({ now: () => time, reviewMilliseconds: 10_000 });
    const made = await order();
    const waiting = { outcome: "not_sent", reason: { code: "mall.still_working" } };
    expect(await connection.publish(made)).toMatchObject(waiting);
    expect(await connection.publish(made)).toMatchObject(waiting);
    expect(standIn.listings()).toMatchObject([{ state: "withdrawn" }]);
    time += 6_000;
    expect(await connection.publish(made)).toMatchObject({ outcome: "accepted", heard: { state: "live" } });
    expect(standIn.listings()).toMatchObject([{ state: "live" }]);
    // What was sent before is recognised.
    expect(standIn.files()).toBe(2);
  });

  test("a picture that the mall can't fetch is told with its reason, and sent anew the next time", async () => {
    const { connection, order, serve, standIn } = start();
    const made = await order();
    const pictures = await listingPictures(3);
    const failing = { ...made, pictures };
    const refused = { outcome: "refused", issues: [{ code: "mall.picture_refused", path: { field: "photos" } }] };
    expect(await connection.publish(failing)).toMatchObject(refused);
    expect(await connection.lookUp(reference, null)).toMatchObject({ heard: { state: "refused" } });
    expect(standIn.listings()).toMatchObject([{ state: "withdrawn" }]);
    serve(pictures);
    expect(await connection.publish(failing)).toMatchObject({ outcome: "accepted", heard: { state: "live" } });
  });

  test("again sends no picture twice, and takes away what is not wanted any more", async () => {
    const { connection, order, standIn } = start();
    const pictures = await listingPictures(3);
    await connection.publish(await order({ pictures }));
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    const product = readyProduct({ price: 19_000, variants: optionVariants });
    await connection.publish(await order({ remoteId, product, pictures: pictures.slice(0, 2) }));
    expect(standIn.files()).toBe(3);
    expect(standIn.stored(remoteId)?.files).toHaveLength(2);
    expect(standIn.stored(remoteId)?.variants).toHaveLength(4);
    expect(standIn.listings()).toMatchObject([{ remoteId, state: "live", price: 19_000 }]);
  });

  test("again after a withdrawal shows the same product", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    expect(await connection.withdraw(reference, remoteId)).toEqual({ outcome: "withdrawn" });
    expect(standIn.stored(remoteId)).toMatchObject({ status: "DRAFT", publications: new Set() });
    expect(await connection.lookUp(reference, remoteId)).toMatchObject({ heard: { state: "withdrawn" } });
    await connection.publish(await order({ remoteId }));
    expect(standIn.listings()).toMatchObject([{ remoteId, state: "live" }]);
  });

  test("of what somebody deleted in the shop says so", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    standIn.deleteByHand(remoteId);
    expect(await connection.lookUp(reference, remoteId)).toEqual({ outcome: "absent" });
    expect(await connection.publish(await order({ remoteId }))).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.listing_gone" }],
    });
  });

  test("an answer without product and without error is no success", async () => {
    const { connection, order, standIn } = start();
    standIn.failNext("null-after", "SetProduct");
    expect(await connection.publish(await order())).toMatchObject({
      outcome: "unknown",
      reason: { code: "mall.answer_unreadable" },
    });
    expect(await connection.publish(await order())).toMatchObject({ outcome: "accepted" });
    expect(standIn.listings()).toHaveLength(1);
  });

  test.each([
    ["throttled", 3],
    ["429", 2],
  ] as const)("%s waits %d seconds", async (fault, retryAfterSeconds) => {
    const { connection, order, standIn } = start();
    standIn.failNext(fault, "SetProduct");
    const reason = { code: "mall.rate_limited" };
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent", reason, retryAfterSeconds });
  });

  test("an inner error leaves open what was done", async () => {
    const { connection, order, standIn } = start();
    standIn.failNext("internal", "SetProduct");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "unknown" });
  });
});

describe("a shop", () => {
  test("that does not count in won is given nothing", async () => {
    const { connection, order, standIn } = start({ account: { ...sandboxShopifyAccount, currencyCode: "USD" } });
    expect(await connection.publish(await order())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.wrong_currency", raw: "USD" },
    });
    expect(standIn.listings()).toEqual([]);
  });

  test("whose token is wrong waits for the office", async () => {
    const { connection, order } = start({ account: { ...sandboxShopifyAccount, accessToken: "another" } });
    const reason = { code: "mall.credentials_refused", raw: expect.stringMatching(/^\[API\] Invalid API key/) };
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent", reason });
    expect(await connection.lookUp(reference, null)).toMatchObject({ outcome: "unsure", reason });
  });

  test("is asked what it is once for a connection's life", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    await connection.publish(await order({ reference: "BX26-READY-0002" }));
    expect([standIn.documents("ReadShop"), standIn.documents("DefineReference")]).toEqual([1, 1]);
    expect(standIn.listings()).toHaveLength(2);
  });

  test("a category that it does not have is the office's to put right", async () => {
    const { connection, order } = start();
    expect(await connection.publish(await order({ binding: { categoryCode: "zz" } }))).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.category_refused", path: { mallField: "category" } }],
    });
  });
});

test("what the check has nothing against has a category", () => {
  expect(checkForShopify(readyProduct(), binding)).toEqual([]);
  expect(checkForShopify(readyProduct(), { categoryCode: null }).map(({ code }) => code)).toEqual([
    "category.code_missing",
  ]);
});
