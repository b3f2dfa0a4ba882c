import { setupServer } from "msw/node";
import type { PublishOrder } from "#app/channels/contract.ts";
import { connectNaver, type NaverSettings } from "#app/channels/naver/index.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { createNaverStandIn, sandboxNaverCategories, sandboxNaverStore } from "#tests/malls/naver/index.ts";
import type { NaverStandInOptions } from "#tests/malls/naver/world.ts";
import { readyOrder, readyProduct } from "#tests/malls/ready-product.ts";

const clientId = "aaaabbbbcccc";
/** Four rounds where a real secret says ten, so that tests need not wait. */
const clientSecret = "$2a$04$abcdefghijklmnopqrstuv";

export const settings: NaverSettings = {
  baseUrl: "https://api.commerce.naver.com/external",
  clientId,
  clientSecret,
  releaseAddressId: sandboxNaverStore.releaseAddressId,
  returnAddressId: sandboxNaverStore.returnAddressId,
  deliveryCompany: sandboxNaverStore.deliveryCompany,
};

/** A store at Naver's stand-in, reachable until `close`; its clock is turned by hand. */
export function openStore(options: Partial<NaverStandInOptions> = {}) {
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const mall = createNaverStandIn({
    clientId,
    clientSecret,
    fetchPicture: fetch,
    reviewMilliseconds: 0,
    requestsPerSecond: 1000,
    now,
    ...options,
  });
  const server = setupServer(...mall.handlers);
  server.listen({ onUnhandledRequest: "error" });
  const connect = (more: Partial<NaverSettings> = {}) => connectNaver({ ...settings, ...more }, ownWiring(now));
  return { mall, server, clock, connect, connection: connect(), close: () => server.close() };
}

export async function naverOrder(overrides: Partial<PublishOrder> = {}): Promise<PublishOrder> {
  const product = overrides.product ?? readyProduct();
  const binding = { categoryCode: sandboxNaverCategories[product.categoryKey] ?? null };
  return readyOrder({ product, binding, ...overrides });
}
