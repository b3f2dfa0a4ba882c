import { HttpResponse } from "msw";
import type { ShopifyAccount } from "./account.ts";
import { refuseToken } from "./refusals.ts";

/** What it still knows when it is started again. */
export interface TokenState {
  /** Those that are taken: the last, and the one before it until the last has been used. */
  refreshTokens: string[];
  refreshEndsAt: number;
  /** Token → its end; the one that lasts is not here. */
  access: Map<string, number>;
}

const hour = 3_600_000;
const lifetimes = { consented: hour, ofApp: 24 * hour, refresh: 90 * 24 * hour };

/** Hands out tokens that end: for a refresh token, which is replaced by another, or for the app's own secret alone. */
export function createTokenDesk(account: ShopifyAccount, now: () => number) {
  let state: TokenState = {
    refreshTokens: [account.refreshToken],
    refreshEndsAt: now() + lifetimes.refresh,
    access: new Map(),
  };

  function accessToken(lifetime: number): { access_token: string; expires_in: number; scope: string } {
    const token = `shpat_${crypto.randomUUID()}`;
    state.access.set(token, now() + lifetime);
    return { access_token: token, expires_in: lifetime / 1000, scope: account.scopes };
  }

  async function answer(request: Request): Promise<Response> {
    if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) {
      return refuseToken("invalid_request");
    }
    const form = new URLSearchParams(await request.text());
    if (form.get("client_id") !== account.clientId || form.get("client_secret") !== account.clientSecret) {
      return refuseToken("application_cannot_be_found");
    }
    if (form.get("grant_type") === "client_credentials") return HttpResponse.json(accessToken(lifetimes.ofApp));
    if (form.get("grant_type") !== "refresh_token") return refuseToken("unsupported_grant_type");
    const given = form.get("refresh_token") ?? "";
    if (!state.refreshTokens.includes(given) || now() >= state.refreshEndsAt) {
      return refuseToken("invalid_grant");
    }
    const next = `shprt_${crypto.randomUUID()}`;
    // The one that was just used is taken until the next has been.
    state.refreshTokens = [given, next];
    state.refreshEndsAt = now() + lifetimes.refresh;
    return HttpResponse.json({
      ...accessToken(lifetimes.consented),
      refresh_token: next,
      refresh_token_expires_in: lifetimes.refresh / 1000,
    });
  }

  return {
    answer,
    isGood: (token: string | null) =>
      token !== null && (token === account.accessToken || (state.access.get(token) ?? 0) > now()),
    endAccess: () => state.access.clear(),
    state: () => state,
    restore: (kept: TokenState) => {
      state = kept;
    },
  };
}
