/** The seller which the stand-in knows; key and numbers are ours. */
export const sandboxElevenstAccount = {
  apiKey: "sandboxsandboxsandboxsandbox0011",
  outboundAddress: "9900011",
  returnAddress: "9900012",
  memNo: "99001122",
};

export type ElevenstAccount = typeof sandboxElevenstAccount;

/** The environment of a process that is to speak to the stand-in under this address. */
export function elevenstEnvironment(address: string): Record<string, string> {
  return {
    ELEVENST_BASE_URL: `${address}/rest`,
    ELEVENST_API_KEY: sandboxElevenstAccount.apiKey,
    ELEVENST_OUTBOUND_ADDRESS: sandboxElevenstAccount.outboundAddress,
    ELEVENST_RETURN_ADDRESS: sandboxElevenstAccount.returnAddress,
  };
}
