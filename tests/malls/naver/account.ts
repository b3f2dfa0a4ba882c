/** Entries of the store's address book, and a courier, that a connection to this stand-in may use. */
export const sandboxNaverStore = {
  releaseAddressId: 100_001,
  returnAddressId: 100_002,
  overseasReleaseAddressId: 100_003,
  deliveryCompany: "CJGLS",
} as const;
