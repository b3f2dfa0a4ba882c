import type { RotatingTokens, Token, TokenHolder } from "./rotating-tokens.ts";

/** Tokens that this process keeps for itself, and forgets when it ends. */
export function ownTokens(): RotatingTokens {
  const kept = new Map<string, Token>();
  let last: Promise<unknown> = Promise.resolve();
  const nameOf = ({ channel, account }: TokenHolder) => `${channel}/${account}`;
  const read = async (holder: TokenHolder) => kept.get(nameOf(holder)) ?? null;
  return {
    read,
    renew(holder, renew) {
      const renewed = last.then(async () => {
        const token = await renew(await read(holder));
        kept.set(nameOf(holder), token);
        return token;
      });
      last = renewed.catch(() => undefined);
      return renewed;
    },
  };
}
