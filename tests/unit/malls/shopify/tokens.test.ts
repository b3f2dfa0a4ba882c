import { afterEach, expect, test } from "vitest";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectShopify } from "#app/channels/shopify/index.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { ownTokens } from "#app/services/secrets/own-tokens.ts";
import { rotatingShopifyEnvironment, sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { type TokenRule, tokenRefusals } from "#tests/malls/shopify/refusals.ts";
import { binding, origin, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

const hour = 3_600_000;

function start(options: Parameters<typeof startShop>[0] = {}) {
  let time = Date.UTC(2026, 10, 29);
  const shop = startShop({ now: () => time, ...options });
  stop = () => shop.server.close();
  const tokens = ownTokens();
  /** Another worker, or this one after a restart. */
  const connect = (change: Record<string, string | undefined> = {}) => {
    const { settings } = readMallSettings("shopify", { ...rotatingShopifyEnvironment(origin), ...change });
    if (!settings) throw new Error("The sandbox gives settings for Shopify");
    return connectShopify({ ...settings, timeoutMilliseconds: 1_000 }, { ...ownWiring(() => time), tokens });
  };
  const later = (milliseconds: number) => {
    time += milliseconds;
  };
  return { ...shop, connect, buy: buying, later };
}

async function buying(form: Record<string, string>, type?: string) {
  const response = await fetch(`${origin}/admin/oauth/access_token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: "sandbox-app", client_secret: "shpss_sandbox", ...form }),
    ...(type ? { headers: { "content-type": type } } : {}),
  });
  return { status: response.status, body: await response.json() };
}

const refresh = (refresh_token: string) => ({ grant_type: "refresh_token", refresh_token });

test("a refresh token is replaced at each renewal, and taken once more until the next has been used", async () => {
  const { buy } = start();
  const first = await buy(refresh(sandboxShopifyAccount.refreshToken));
  expect(first).toMatchObject({ status: 200, body: { expires_in: 3_600, refresh_token_expires_in: 7_776_000 } });
  // The answer might have been lost.
  const again = await buy(refresh(sandboxShopifyAccount.refreshToken));
  expect(again.status).toBe(200);
  expect(await buy(refresh(again.body.refresh_token))).toMatchObject({ status: 200 });
  expect(await buy(refresh(sandboxShopifyAccount.refreshToken))).toMatchObject({
    status: 400,
    body: { error: "invalid_grant" },
  });
});

const wrongTokens: Record<TokenRule, (shop: ReturnType<typeof start>) => ReturnType<typeof buying>> = {
  invalid_request: ({ buy }) => buy({ grant_type: "client_credentials" }, "application/json"),
  application_cannot_be_found: ({ buy }) => buy({ grant_type: "client_credentials", client_secret: "wrong" }),
  unsupported_grant_type: ({ buy }) => buy({ grant_type: "password" }),
  invalid_grant: ({ buy }) => buy(refresh("shprt_x")),
};

test.each(Object.entries(wrongTokens))("%s", async (error, wrong) => {
  const { status, says } = tokenRefusals[error as TokenRule];
  expect(await wrong(start())).toMatchObject({ status, body: { error, error_description: says } });
});

test("a refresh token of ninety days ago is taken no more", async () => {
  const { connect, later } = start();
  later(91 * 24 * hour);
  expect(await connect().lookUp("BX26-NEVER", null)).toMatchObject({
    outcome: "unsure",
    reason: { code: "mall.credentials_refused" },
  });
});

test("workers share a token, buy the next before its end, and at once where the shop has ended it", async () => {
  const { connect, later, standIn, order } = start();
  const [one, other] = [connect(), connect()];
  const made = await order();
  expect(await one.publish(made)).toMatchObject({ outcome: "accepted" });
  expect(await other.lookUp(made.reference, null)).toMatchObject({ outcome: "found" });
  for (let round = 0; round < 3; round += 1) {
    later(hour);
    const both = await Promise.all([one.lookUp(made.reference, null), other.lookUp(made.reference, null)]);
    expect(both).toMatchObject([{ outcome: "found" }, { outcome: "found" }]);
  }
  standIn.endTokens();
  expect(await one.lookUp(made.reference, null)).toMatchObject({ outcome: "found" });
  expect(await other.withdraw(made.reference, null)).toEqual({ outcome: "withdrawn" });
});

test("an app of one shop goes in by its own secret; a token that the shop does not take is said, not asked for again", async () => {
  const { connect, later } = start();
  const ofApp = connect({ SHOPIFY_REFRESH_TOKEN: undefined });
  expect(await ofApp.lookUp("BX26-NEVER", null)).toEqual({ outcome: "absent" });
  later(25 * hour);
  expect(await ofApp.lookUp("BX26-NEVER", null)).toEqual({ outcome: "absent" });
  const refused = { outcome: "unsure", reason: { code: "mall.credentials_refused" } };
  const lasting = { SHOPIFY_ACCESS_TOKEN: "shpat_x", SHOPIFY_CLIENT_ID: undefined, SHOPIFY_CLIENT_SECRET: undefined };
  expect(await connect(lasting).lookUp("BX26-NEVER", null)).toMatchObject(refused);
});

test.each([
  ["mall.no_online_store", { hasOnlineStore: false }],
  ["mall.no_stock_location", { ships: false }],
])("where a shop has no place for it nothing is sent: %s", async (code, lacking) => {
  const { connect, order, standIn } = start({ account: { ...sandboxShopifyAccount, ...lacking } });
  expect(await connect().publish(await order({ binding }))).toMatchObject({ outcome: "not_sent", reason: { code } });
  expect(standIn.listings()).toEqual([]);
});
