import { HttpResponse } from "msw";
import type { Cafe24Account } from "./account.ts";
import { refuseToken } from "./refusals.ts";

/** What it still knows when it is started again. */
export interface TokenState {
  /** The only one that is taken. */
  refreshToken: string;
  refreshEndsAt: number;
  /** Token → its end. */
  access: Map<string, number>;
}

const hour = 3_600_000;
const accessLifetime = 2 * hour;
const refreshLifetime = 14 * 24 * hour;

/** Each renewal replaces the refresh token: the one before is refused from then on. */
export function createTokenDesk(account: Cafe24Account, now: () => number) {
  let state: TokenState = {
    refreshToken: account.refreshToken,
    refreshEndsAt: now() + refreshLifetime,
    access: new Map(),
  };

  async function answer(request: Request): Promise<Response> {
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64");
    if (request.headers.get("authorization") !== `Basic ${basic}`) return refuseToken("invalid_client");
    if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) {
      return refuseToken("invalid_request");
    }
    const form = new URLSearchParams(await request.text());
    if (form.get("grant_type") !== "refresh_token") return refuseToken("unsupported_grant_type");
    if (form.get("refresh_token") !== state.refreshToken || now() >= state.refreshEndsAt) {
      return refuseToken("invalid_grant");
    }
    const accessToken = crypto.randomUUID();
    state.access.set(accessToken, now() + accessLifetime);
    Object.assign(state, { refreshToken: crypto.randomUUID(), refreshEndsAt: now() + refreshLifetime });
    return HttpResponse.json({
      access_token: accessToken,
      expires_at: koreanTime(now() + accessLifetime),
      refresh_token: state.refreshToken,
      refresh_token_expires_at: koreanTime(state.refreshEndsAt),
      client_id: account.clientId,
      mall_id: account.mallId,
      user_id: account.mallId,
      scopes: ["mall.read_product", "mall.write_product", "mall.read_category"],
      issued_at: koreanTime(now()),
      shop_no: "1",
    });
  }

  return {
    answer,
    isGood: (accessToken: string | undefined) => (state.access.get(accessToken ?? "") ?? 0) > now(),
    endAccess: () => state.access.clear(),
    /** The shop takes its consent back; `next` is the token of a new one. */
    revoke: (next: string) => {
      state.access.clear();
      state.refreshToken = next;
    },
    state: () => state,
    restore: (kept: TokenState) => {
      state = kept;
    },
  };
}

/** Without a zone. */
function koreanTime(time: number): string {
  return new Date(time + 9 * hour).toISOString().slice(0, 23);
}
