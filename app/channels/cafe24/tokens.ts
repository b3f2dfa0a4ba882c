import { z } from "zod";
import type { Wiring } from "#app/channels/wiring.ts";
import type { Token } from "#app/services/secrets/rotating-tokens.ts";
import type { Cafe24Settings } from "./settings.ts";

const tokenAnswer = z.object({
  access_token: z.string(),
  expires_at: z.string(),
  refresh_token: z.string(),
  refresh_token_expires_at: z.string(),
});

/** An access token lasts two hours. */
const renewalMargin = 10 * 60_000;

/** `spend` buys with one refresh token; null: the mall does not take it (any more). It throws where nobody knows. */
export function createTokens(
  settings: Cafe24Settings,
  { tokens, now }: Wiring,
  spend: (refreshToken: string) => Promise<unknown>,
): (refused?: string) => Promise<string | null> {
  const holder = { channel: "cafe24", account: settings.mallId };
  let known: Token | null = null;

  /** The token while it lasts and the mall has not refused it. */
  const good = (token: Token | null, refused?: string): Token | null =>
    token && token.accessToken !== refused && token.accessEndsAt.getTime() - now() > renewalMargin ? token : null;

  /** Two workers may come at once: the second finds what the first was given. */
  async function renew(refused?: string): Promise<Token> {
    return tokens.renew(holder, async (stored) => {
      const renewed = good(stored, refused);
      if (renewed) return renewed;
      // The office may have entered a new consent's token since.
      const candidates = new Set([stored?.refreshToken, settings.refreshToken]);
      for (const refreshToken of candidates) {
        const answer = refreshToken === undefined ? null : await spend(refreshToken);
        if (answer !== null) return readToken(answer);
      }
      throw new ConsentEnded();
    });
  }

  /** A token that works, or null when the shop has to consent anew; `refused`: the one that the mall did not take. */
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

function readToken(answer: unknown): Token {
  const said = tokenAnswer.parse(answer);
  return {
    accessToken: said.access_token,
    accessEndsAt: koreanTime(said.expires_at),
    refreshToken: said.refresh_token,
    refreshEndsAt: koreanTime(said.refresh_token_expires_at),
  };
}

/** The mall's times name no zone. */
function koreanTime(text: string): Date {
  return new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}+09:00`);
}
