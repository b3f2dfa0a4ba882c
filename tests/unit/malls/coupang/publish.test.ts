import { afterEach, describe, expect, test } from "vitest";
import { connectCoupang, coupang } from "#app/channels/coupang/index.ts";
import { closedAddress } from "#tests/malls/contract/mall-under-test.ts";
import { sandboxCoupangSettings } from "#tests/malls/coupang/index.ts";
import { optionVariants, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, body, firstItem, productsPath, startCoupang } from "./seller.ts";

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

  test("a sale that was stopped at the mall is heard as taken off, and goes on with the next publish", async () => {
    const { connection, order, standIn } = start();
    const product = readyProduct({ variants: optionVariants });
    const made = await order({ product });
    await connection.publish(made);
    const stateNow = async () => {
      const answer = await connection.lookUp(made.reference, null);
      return answer.outcome === "found" ? answer.heard : null;
    };
    const remoteId = (await stateNow())?.remoteId ?? null;
    standIn.stopByHand(Number(remoteId), 1);
    expect(await stateNow(), "the other options are sold").toMatchObject({ state: "live" });
    standIn.stopByHand(Number(remoteId));
    expect(await stateNow()).toMatchObject({ state: "withdrawn", remoteId });

    expect(await connection.publish(await order({ product, remoteId }))).toMatchObject({ outcome: "accepted" });
    expect(await stateNow()).toMatchObject({ state: "live" });
    expect(standIn.listings()).toMatchObject([{ state: "live" }]);
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
      // Its words, not the machine's answer around them.
      reason: { code: "mall.credentials_refused", raw: expect.stringMatching(/^[^{]+$/) },
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
