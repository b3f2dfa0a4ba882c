/** The shop and the application which the stand-in knows; all of it is ours. */
export const sandboxCafe24Account = {
  mallId: "sandboxmall",
  clientId: "sandbox-client",
  clientSecret: "sandbox-client-secret",
  /** Of the shop's consent; good once, as all of them are. */
  refreshToken: "sandbox-refresh-token",
};

export type Cafe24Account = typeof sandboxCafe24Account;

/** The environment of a process that is to speak to the stand-in under this address. */
export function cafe24Environment(address: string): Record<string, string> {
  return {
    CAFE24_BASE_URL: address,
    CAFE24_MALL_ID: sandboxCafe24Account.mallId,
    CAFE24_CLIENT_ID: sandboxCafe24Account.clientId,
    CAFE24_CLIENT_SECRET: sandboxCafe24Account.clientSecret,
    CAFE24_REFRESH_TOKEN: sandboxCafe24Account.refreshToken,
    // The stand-in leaks ten times as fast as the mall, so that a demonstration is brisk.
    CAFE24_REQUESTS_PER_SECOND: "20",
  };
}
