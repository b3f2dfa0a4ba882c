import { expect, test } from "vitest";
import type { WebhookMessage } from "#app/channels/contract.ts";
import { shopifyWebhook } from "#app/channels/shopify/webhook.ts";
import { type SignedWebhook, signedWebhook } from "#tests/malls/shopify/webhook.ts";

const secret = "shpss_webhooks";
const at = new Date("2026-11-30T03:00:00.000Z");
const update = signedWebhook("products/update", { remoteId: "632910392", at }, secret);

const read = ({ body, headers }: SignedWebhook, by = secret) => {
  const message: WebhookMessage = { body, header: (name) => headers[name] };
  return shopifyWebhook.read(message, by);
};

test("a change that the shop has signed is of its product, at its time", () => {
  expect(read(update)).toEqual({ about: { remoteId: "632910392", at } });
  const deletion = signedWebhook("products/delete", { remoteId: "632910392" }, secret);
  expect(read(deletion)).toEqual({ about: { remoteId: "632910392", at: null } });
});

test("another topic, and what is no product, is nothing we follow", () => {
  expect(read(signedWebhook("products/create", { remoteId: "1" }, secret))).toEqual({ about: null });
  expect(read(signedWebhook("products/update", { remoteId: '"x"' }, secret))).toEqual({ about: null });
  expect(read(signedWebhook("products/update", { remoteId: "}" }, secret))).toEqual({ about: null });
});

test.each<[string, SignedWebhook, string]>([
  ["by another secret", update, "another"],
  ["not at all", { ...update, headers: { "x-shopify-topic": "products/update" } }, secret],
  ["in another length", { ...update, headers: { ...update.headers, "x-shopify-hmac-sha256": "YQ==" } }, secret],
  ["in other bytes", { ...update, body: Buffer.from(String(update.body).replace("참", "들")) }, secret],
  // The same to whoever parses it.
  ["before it was parsed and written anew", { ...update, body: rewritten(update.body) }, secret],
])("signed %s: not the shop's", (_, message, by) => {
  expect(read(message, by)).toBeNull();
});

function rewritten(body: Buffer): Buffer {
  const parsed: unknown = JSON.parse(body.toString());
  const written = Buffer.from(JSON.stringify(parsed));
  expect(JSON.parse(written.toString())).toEqual(parsed);
  return written;
}
