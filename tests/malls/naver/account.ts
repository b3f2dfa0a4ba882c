/** Entries of the store's address book, and a courier, that a connection to this stand-in may use. */
export const sandboxNaverStore = {
  releaseAddressId: 100_001,
  returnAddressId: 100_002,
  overseasReleaseAddressId: 100_003,
  deliveryCompany: "CJGLS",
} as const;

export const sandboxNaverKeys = { clientId: "sandbox-client", clientSecret: "$2a$04$sandboxsandboxsandboxe" };

/** The environment of a process that is to speak to the stand-in under this address. */
export function naverEnvironment(address: string): Record<string, string> {
  return {
    NAVER_BASE_URL: `${address}/external`,
    NAVER_CLIENT_ID: sandboxNaverKeys.clientId,
    NAVER_CLIENT_SECRET: sandboxNaverKeys.clientSecret,
    NAVER_RELEASE_ADDRESS_ID: String(sandboxNaverStore.releaseAddressId),
    NAVER_RETURN_ADDRESS_ID: String(sandboxNaverStore.returnAddressId),
    NAVER_DELIVERY_COMPANY: sandboxNaverStore.deliveryCompany,
  };
}
