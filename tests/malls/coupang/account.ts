/** The seller account which the stand-in knows; the address and numbers are ours. */
export const sandboxCoupangAccount = {
  accessKey: "sandbox-access-key",
  secretKey: "sandbox-secret-key",
  vendorId: "A00990001",
  vendorUserId: "baekseon",
  outboundShippingPlaceCode: 990_001,
  /** Couriers registered at the outbound place. */
  couriers: ["CJGLS", "HANJIN", "EPOST"],
  returnCenterCode: "990000001",
  returnChargeName: "백선 반품센터",
  contactNumber: "02-1234-5678",
  returnZipCode: "04524",
  returnAddress: "서울특별시 중구 세종대로 110",
  returnAddressDetail: "1층",
};

export type CoupangAccount = typeof sandboxCoupangAccount;

/** What an adapter needs to speak to the stand-in under this address. */
export function sandboxCoupangSettings(baseUrl: string, account: CoupangAccount = sandboxCoupangAccount) {
  const { couriers, ...rest } = account;
  return { baseUrl, ...rest, deliveryCompanyCode: couriers[0] ?? "" };
}
