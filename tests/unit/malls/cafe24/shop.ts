import { setupServer } from "msw/node";
import { connectCafe24 } from "#app/channels/cafe24/index.ts";
import { productRequest } from "#app/channels/cafe24/map.ts";
import type { PublishOrder } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { ownTokens } from "#app/services/secrets/own-tokens.ts";
import { cafe24Environment, sandboxCafe24Account } from "#tests/malls/cafe24/account.ts";
import { sandboxCafe24Categories } from "#tests/malls/cafe24/categories.ts";
import { type Cafe24StandInOptions, createCafe24StandIn } from "#tests/malls/cafe24/index.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";

export const origin = `https://${sandboxCafe24Account.mallId}.cafe24api.com`;
const given = readMallSettings("cafe24", cafe24Environment(origin)).settings;
if (!given) throw new Error("The sandbox gives settings for Cafe24");
export const settings = { ...given, requestsPerSecond: 100 };
export const binding = { categoryCode: sandboxCafe24Categories.GENERAL_FOOD ?? null };

/** The stand-in behind the shop's address, connections to it, and a way to send what no adapter would. */
export function startShop(options: Partial<Cafe24StandInOptions> = {}) {
  const { now = Date.now } = options;
  const standIn = createCafe24StandIn({
    reviewMilliseconds: 0,
    leaksPerSecond: 100,
    fetchPicture: async () => new Response(null, { status: 404 }),
    ...options,
  });
  const server = setupServer(...standIn.handlers);
  server.listen({ onUnhandledRequest: "error" });
  const tokens = ownTokens();
  const connect = (more: Partial<typeof settings> = {}) =>
    connectCafe24({ ...settings, ...more }, { ...ownWiring(now), tokens });

  const order = (overrides: Partial<PublishOrder> = {}) => readyOrder({ binding, ...overrides });

  async function requestToken(
    refreshToken: string,
    { secret = sandboxCafe24Account.clientSecret, grant = "refresh_token", type }: TokenRequest = {},
  ) {
    const basic = Buffer.from(`${sandboxCafe24Account.clientId}:${secret}`).toString("base64");
    const response = await fetch(`${origin}/api/v2/oauth/token`, {
      method: "POST",
      headers: { authorization: `Basic ${basic}`, ...(type ? { "content-type": type } : {}) },
      body: new URLSearchParams({ grant_type: grant, refresh_token: refreshToken }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  /** The ready product's request, changed; `wrapped: false` leaves the mall's wrapper out. */
  async function send(method: string, path: string, body?: object | string, headers: Record<string, string> = {}) {
    const token = await tokens.renew({ channel: "test", account: "" }, async (known) => {
      if (known) return known;
      const { body: said } = await requestToken(sandboxCafe24Account.refreshToken);
      const endsAt = new Date(now() + 3_600_000);
      return {
        accessToken: said.access_token ?? "",
        refreshToken: said.refresh_token ?? "",
        accessEndsAt: endsAt,
        refreshEndsAt: endsAt,
      };
    });
    const response = await fetch(`${origin}/api/v2/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        "x-cafe24-api-version": "2026-03-01",
        "content-type": "application/json",
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const request = async (changes: Record<string, unknown> = {}) => ({ ...productRequest(await order()), ...changes });

  return { standIn, server, tokens, order, send, request, requestToken, connect, connection: connect() };
}

interface TokenRequest {
  secret?: string;
  grant?: string;
  type?: string;
}
