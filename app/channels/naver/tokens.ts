import type { Wiring } from "#app/channels/wiring.ts";
import type { Token } from "#app/services/secrets/rotating-tokens.ts";

/** Renew when less is left: from here on the mall hands out another token (and takes the old one until it ends). */
const renewalMargin = 30 * 60_000;

/**
 * The one token of an application, shared by everybody who speaks for it: whoever finds it near its end asks for the next, and the others
 * wait for what it was given. `refused` is a token that the mall did not take. @throws what `ask` throws
 */
export function createTokens(
  clientId: string,
  { tokens, now }: Wiring,
  ask: () => Promise<{ value: string; endsAt: number }>,
): (refused?: string) => Promise<string> {
  const holder = { channel: "naver", account: clientId };
  let known: Token | null = null;
  let renewing: Promise<Token> | null = null;

  const good = (token: Token | null, refused?: string): Token | null =>
    token && token.accessToken !== refused && token.accessEndsAt.getTime() - now() >= renewalMargin ? token : null;

  function renew(refused?: string): Promise<Token> {
    renewing ??= tokens
      .renew(holder, async (stored) => {
        const renewed = good(stored, refused);
        if (renewed) return renewed;
        const { value, endsAt } = await ask();
        // Nothing buys the next one: the application's own signature does.
        return {
          accessToken: value,
          accessEndsAt: new Date(endsAt),
          refreshToken: "",
          refreshEndsAt: new Date(endsAt),
        };
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }

  return async (refused) => {
    known = good(known, refused) ?? good(await tokens.read(holder), refused) ?? (await renew(refused));
    return known.accessToken;
  };
}
