import { afterEach, describe, expect, test } from "vitest";
import { checkForCafe24 } from "#app/channels/cafe24/check.ts";
import { collectExchanges, type Exchange } from "#app/channels/exchange.ts";
import { sandboxCafe24Account } from "#tests/malls/cafe24/account.ts";
import { listingPictures, optionVariants, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

const holder = { channel: "cafe24", account: sandboxCafe24Account.mallId };

describe("tokens", () => {
  test("are bought once for many calls, and again when the two hours are nearly over", async () => {
    let time = Date.UTC(2026, 10, 29);
    const { connection, standIn } = start({ now: () => time });
    await connection.lookUp("BX-1", null);
    await connection.lookUp("BX-2", null);
    expect(standIn.callsTo("token")).toBe(1);
    time += 111 * 60_000;
    await connection.lookUp("BX-3", null);
    expect(standIn.callsTo("token")).toBe(2);
  });

  test("that another worker renewed are found, not bought; one the mall refused is renewed once by all together", async () => {
    const { connect, standIn, tokens } = start();
    const workers = [connect(), connect(), connect()];
    await Promise.all(workers.map((worker) => worker.lookUp("BX-1", null)));
    expect(standIn.callsTo("token")).toBe(1);
    const before = await tokens.read(holder);
    standIn.endTokens();
    const answers = await Promise.all(workers.map((worker) => worker.lookUp("BX-1", null)));
    expect(answers).toEqual(Array(3).fill({ outcome: "absent" }));
    expect(standIn.callsTo("token")).toBe(2);
    expect((await tokens.read(holder))?.refreshToken).not.toBe(before?.refreshToken);
  });

  test("of a consent that was taken back wait for the office; a new consent's token works at once", async () => {
    const { connect, order, standIn } = start();
    await connect().lookUp("BX-1", null);
    standIn.revoke("of the new consent");
    const reason = { code: "mall.credentials_refused" };
    expect(await connect().publish(await order())).toMatchObject({ outcome: "not_sent", reason });
    expect(await connect().lookUp("BX-1", null)).toMatchObject({ outcome: "unsure", reason });
    const renewed = connect({ refreshToken: "of the new consent" });
    expect(await renewed.lookUp("BX-1", null)).toEqual({ outcome: "absent" });
  });

  test("that nobody answered for leave the call unsent", async () => {
    const { connection, order, standIn } = start();
    standIn.failNext("500", "token");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent" });
    expect(standIn.listings()).toEqual([]);
    expect(await connection.publish(await order())).toMatchObject({ outcome: "accepted" });
  });

  test("whose renewal lost its answer are spent: calls wait for the office, and nobody guesses", async () => {
    const { connect, connection, order, standIn } = start();
    standIn.failNext("cut-after", "token");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent" });
    expect(await connect().publish(await order())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.credentials_refused" },
    });
    expect(standIn.listings()).toEqual([]);
  });

  test("that are rotated while a call is on its way: the call is repeated with the new one, and bought once", async () => {
    const { connect, order, standIn } = start();
    const [one, other] = [connect(), connect()];
    await one.lookUp("BX-1", null);
    await other.lookUp("BX-1", null);
    standIn.endTokens();
    const answers = await Promise.all([one.publish(await order()), other.lookUp("BX-1", null)]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(["accepted", "absent"]);
    expect(standIn.callsTo("token")).toBe(2);
  });

  test("and secrets stand in no exchange that is kept", async () => {
    const { connection, order, tokens } = start();
    const kept: Exchange[] = [];
    await collectExchanges(
      async () => connection.publish(await order()),
      async (exchanges) => void kept.push(...exchanges),
    );
    expect(kept.length).toBeGreaterThan(4);
    const token = await tokens.read(holder);
    const text = JSON.stringify(kept);
    for (const secret of [
      token?.accessToken,
      token?.refreshToken,
      sandboxCafe24Account.clientSecret,
      sandboxCafe24Account.refreshToken,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe("publishing", () => {
  test("shows the product whole: pictures, stock, disclosure; live with the address of its page", async () => {
    const { connection, order, standIn } = start();
    const made = await order({ pictures: await listingPictures(3) });
    expect(checkForCafe24(made.product, made.binding)).toEqual([]);
    const answer = await connection.publish(made);
    expect(answer).toMatchObject({ outcome: "accepted", heard: { state: "live" } });
    const [listing] = standIn.listings();
    const stored = standIn.stored(listing?.remoteId ?? "");
    expect(stored?.additional).toHaveLength(2);
    expect(stored?.variants).toMatchObject([{ selling: "T", quantity: 40 }]);
    expect(listing?.disclosure).toContainEqual(["식품의 유형", "참기름"]);
  });

  test("sells the options that the merchant has, at their price, and no other combination", async () => {
    const { connection, order, standIn } = start();
    const variants = optionVariants.slice(0, 3);
    await connection.publish(await order({ product: readyProduct({ variants }) }));
    const stored = standIn.stored(standIn.listings()[0]?.remoteId ?? "");
    expect(
      stored?.variants.map(({ options, selling, additional_amount, quantity }) => [
        options?.map(({ value }) => value).join("/"),
        selling,
        additional_amount,
        quantity,
      ]),
    ).toEqual([
      ["빨강/S", "T", "0", 5],
      ["빨강/M", "T", "1000", 5],
      ["파랑/S", "T", "0", 5],
      ["파랑/M", "F", "0", 0],
    ]);
  });

  test("again puts the new pictures and options in the place of the old ones", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order({ pictures: await listingPictures(4) }));
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    const sold = () =>
      standIn
        .stored(remoteId)
        ?.variants.filter(({ selling }) => selling === "T")
        .map(({ options, quantity }) => [options?.map(({ value }) => value).join("/") ?? "", quantity]);
    const withOptions = readyProduct({ variants: optionVariants });
    await connection.publish(await order({ remoteId, product: withOptions, pictures: await listingPictures(2) }));
    expect(standIn.stored(remoteId)?.additional).toHaveLength(1);
    expect(sold()).toEqual(optionVariants.map(({ key }) => [key, 5]));
    await connection.publish(await order({ remoteId, pictures: await listingPictures(1) }));
    expect(standIn.stored(remoteId)?.additional).toEqual([]);
    expect(sold()).toEqual([["", 40]]);
    expect(standIn.listings()).toMatchObject([{ remoteId, state: "live" }]);
  });

  test("says stock and price of more than a hundred options in several calls", async () => {
    const { connection, order, standIn } = start();
    const variants = Array.from({ length: 230 }, (_, at) => ({
      key: `${at}`,
      options: [{ name: "번호", value: `${at}` }],
      priceDelta: at,
      stock: at,
    }));
    expect(await connection.publish(await order({ product: readyProduct({ variants }) }))).toMatchObject({
      outcome: "accepted",
    });
    const stored = standIn.stored(standIn.listings()[0]?.remoteId ?? "");
    expect(stored?.variants.map(({ quantity }) => quantity)).toEqual(variants.map(({ stock }) => stock));
  });

  test.each(["picture", "variants", "update"] as const)(
    "that ends at the step `%s` shows nobody half a product, and goes on with the same one",
    async (step) => {
      const { connection, order, standIn } = start();
      const made = await order();
      standIn.failNext("500", step);
      expect(await connection.publish(made)).toMatchObject({ outcome: "not_sent" });
      expect(standIn.listings()).toMatchObject([{ state: "withdrawn" }]);
      expect(await connection.publish(made)).toMatchObject({ outcome: "accepted" });
      expect(standIn.listings()).toMatchObject([{ state: "live" }]);
      expect(standIn.callsTo("create")).toBe(1);
    },
  );

  test("again after a withdrawal shows the same product", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    expect(await connection.withdraw("BX26-READY-0001", remoteId)).toEqual({ outcome: "withdrawn" });
    expect(await connection.lookUp("BX26-READY-0001", remoteId)).toMatchObject({ heard: { state: "withdrawn" } });
    await connection.publish(await order({ remoteId }));
    expect(standIn.listings()).toMatchObject([{ remoteId, state: "live" }]);
  });

  test("of what somebody deleted in the shop says so", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    standIn.deleteByHand(remoteId);
    expect(await connection.lookUp("BX26-READY-0001", remoteId)).toEqual({ outcome: "absent" });
    expect(await connection.publish(await order({ remoteId }))).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.listing_gone" }],
    });
  });

  test("a category that the shop does not have is the office's to put right", async () => {
    const { connection, order } = start();
    expect(await connection.publish(await order({ binding: { categoryCode: "9" } }))).toMatchObject({
      outcome: "refused",
      issues: [{ code: "mall.category_refused", path: { mallField: "category_no" } }],
    });
  });

  test("keeps to the bucket: forty products at once, and no refusal", async () => {
    const { connection, order } = start();
    const pictures = await listingPictures(1);
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, number) =>
        connection.publish(await order({ reference: `BX-${number}`, pictures })),
      ),
    );
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["accepted"]));
  });

  test.each([
    ["429-retry-after", 7],
    ["429", 2],
  ] as const)("%s waits %d seconds", async (fault, retryAfterSeconds) => {
    const { connection, order, standIn } = start();
    standIn.failNext(fault, "create");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent", retryAfterSeconds });
  });
});

test("what the check has nothing against has a category", () => {
  expect(checkForCafe24(readyProduct(), binding)).toEqual([]);
  expect(checkForCafe24(readyProduct(), { categoryCode: null }).map(({ code }) => code)).toEqual([
    "category.code_missing",
  ]);
});
