import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "#app/config.ts";
import { listDrifts } from "#app/domain/drift/list-drifts.ts";
import type { Database } from "#app/services/database/database.ts";
import { mallWebhooks } from "#app/web/mall-webhooks.ts";
import { type SignedWebhook, signedWebhook } from "#tests/malls/shopify/webhook.ts";
import { standingProduct } from "./standing-product.ts";

const secret = "shpss_webhooks";

/** The address that malls post to; gives what it answers. */
async function address(database: Database, variables: Record<string, string>) {
  const config = loadConfig({ SECRETS_KEY: "k".repeat(32), ...variables });
  const app = express().post("/webhooks/:channel", mallWebhooks({ database, config }));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (channel: string, { body, headers }: SignedWebhook) =>
    (
      await fetch(`http://127.0.0.1:${port}/webhooks/${channel}`, {
        method: "POST",
        headers,
        body: new Uint8Array(body),
      })
    ).status;
}

async function stage() {
  const built = await standingProduct();
  const { database } = built;
  await built.untilLive("shopify");
  const { remoteId } = await built.listing("shopify");
  const post = await address(database, { SHOPIFY_WEBHOOK_SECRET: secret });
  const comparisons = async () => {
    const [found] = await database.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM graphile_worker.jobs WHERE task_identifier = 'compare-listing'`;
    return found?.count;
  };
  const drifts = async () => (await listDrifts(database, "shopify"))?.drifts ?? [];
  return { ...built, remoteId: remoteId ?? "", post, comparisons, drifts };
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

test("what the shop tells twice is compared once, and found", async () => {
  const { remoteId, post, comparisons, drifts, compare, sandbox } = await stage();
  sandbox.standIns.shopify.repriceByHand(remoteId, 15_000);
  const told = signedWebhook("products/update", { remoteId, at: minutes(1) }, secret);
  expect([await post("shopify", told), await post("shopify", told)]).toEqual([200, 200]);
  expect(await comparisons()).toBe(1);
  await compare("shopify");
  expect(await drifts()).toMatchObject([{ kind: "price", theirs: 15_000 }]);
});

test("what comes late, and our own change, is no news; what is deleted stays so", async () => {
  const { remoteId, post, comparisons, drifts, compare, sandbox } = await stage();
  const late = signedWebhook("products/update", { remoteId, at: minutes(-1) }, secret);
  expect([await post("shopify", late), await comparisons()]).toEqual([200, 0]);
  sandbox.standIns.shopify.deleteByHand(remoteId);
  expect(await post("shopify", signedWebhook("products/delete", { remoteId }, secret))).toBe(200);
  expect(await comparisons()).toBe(1);
  await compare("shopify");
  expect(await post("shopify", late)).toBe(200);
  expect(await drifts()).toMatchObject([{ kind: "deleted" }]);
});

test("nobody is believed without the shop's signature, and a stranger's product is nothing", async () => {
  const { database, remoteId, post, comparisons } = await stage();
  const at = minutes(1);
  expect(await post("shopify", signedWebhook("products/update", { remoteId, at }, "another"))).toBe(401);
  expect(await post("shopify", signedWebhook("products/update", { remoteId: "1", at }, secret))).toBe(200);
  const told = signedWebhook("products/update", { remoteId, at }, secret);
  // One that posts nothing, one that is none, and a merchant's own shop, whose secret is not the programme's.
  for (const channel of ["naver", "nowhere", "shopify@00000000-0000-4000-8000-000000000001"]) {
    expect(await post(channel, told), channel).toBe(404);
  }
  const without = await address(database, {});
  expect(await without("shopify", told)).toBe(404);
  expect(await comparisons()).toBe(0);
});
