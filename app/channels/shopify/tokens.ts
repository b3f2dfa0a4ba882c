import { z } from "zod";
import type { Wiring } from "#app/channels/wiring.ts";
import type { Token } from "#app/services/secrets/rotating-tokens.ts";
import type { ShopifySettings } from "./settings.ts";

const tokenAnswer = z.object({
  access_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
  refresh_token: z.string().optional(),
  refresh_token_expires_in: z.number().optional(),
});

/** An access token lasts an hour, or a day without a consent. */
const renewalMargin = 5 * 60_000;

/** What buys the next token. */
export type Grant = { grant_type: "refresh_token"; refresh_token: string } | { grant_type: "client_credentials" };

/**
 * A token that works, or null when the shop has to let us in anew; `refused`: the one that it did not take. `spend` buys with a grant;
 * null: the shop does not take that. It throws where nobody knows.
 */
export function createTokens(
  { accessToken, baseUrl, refreshToken }: ShopifySettings,
  { tokens, now }: Wiring,
  spend: (grant: Grant) => Promise<unknown>,
): (refused?: string) => Promise<string | null> {
  if (accessToken !== undefined) return async (refused) => (refused === accessToken ? null : accessToken);
  const holder = { channel: "shopify", account: new URL(baseUrl).host };
  let known: Token | null = null;

  const good = (token: Token | null, refused?: string): Token | null =>
    token && token.accessToken !== refused && token.accessEndsAt.getTime() - now() > renewalMargin ? token : null;

  /** The last one first: until the next has been used the shop takes it once more, should its answer have been lost. */
  function grants(stored: Token | null): Grant[] {
    const bought = new Set([stored?.refreshToken, refreshToken].filter((one) => one !== undefined && one !== ""));
    if (bought.size === 0) return [{ grant_type: "client_credentials" }];
    return [...bought].map((one) => ({ grant_type: "refresh_token", refresh_token: one as string }));
  }

  async function renew(refused?: string): Promise<Token> {
    return tokens.renew(holder, async (stored) => {
      const renewed = good(stored, refused);
      if (renewed) return renewed;
      for (const grant of grants(stored)) {
        const answer = await spend(grant);
        if (answer !== null) return readToken(answer, now());
      }
      throw new ConsentEnded();
    });
  }

  return async (refused) => {
    try {
      known = good(known, refused) ?? good(await tokens.read(holder), refused) ?? (await renew(refused));
      return known.accessToken;
    } catch (error) {
      if (error instanceof ConsentEnded) return null;
      throw error;
    }
  };
}

class ConsentEnded extends Error {}

/** The shop's answer to a renewal was none: nobody knows whether the refresh token is spent. */
export class TokenTrouble extends Error {
  override name = "TokenTrouble";
}

function readToken(answer: unknown, now: number): Token {
  const { data: said } = tokenAnswer.safeParse(answer);
  if (!said) throw new TokenTrouble();
  return {
    accessToken: said.access_token,
    accessEndsAt: new Date(now + said.expires_in * 1000),
    // Without one the app's own secret buys the next.
    refreshToken: said.refresh_token ?? "",
    refreshEndsAt: new Date(now + (said.refresh_token_expires_in ?? said.expires_in) * 1000),
  };
}
