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
  // The stand-in allows 20, and shuts out who comes faster, as the mall does.
  return { baseUrl, ...rest, deliveryCompanyCode: couriers[0] ?? "", requestsPerSecond: 18 };
}

/** The environment of a process that is to speak to the stand-in under this address. */
export function coupangEnvironment(address: string): Record<string, string> {
  const settings = sandboxCoupangSettings(address);
  return {
    COUPANG_BASE_URL: settings.baseUrl,
    COUPANG_ACCESS_KEY: settings.accessKey,
    COUPANG_SECRET_KEY: settings.secretKey,
    COUPANG_VENDOR_ID: settings.vendorId,
    COUPANG_VENDOR_USER_ID: settings.vendorUserId,
    COUPANG_OUTBOUND_PLACE: String(settings.outboundShippingPlaceCode),
    COUPANG_RETURN_CENTER: settings.returnCenterCode,
    COUPANG_RETURN_NAME: settings.returnChargeName,
    COUPANG_RETURN_ZIP: settings.returnZipCode,
    COUPANG_RETURN_ADDRESS: settings.returnAddress,
    COUPANG_RETURN_ADDRESS_DETAIL: settings.returnAddressDetail,
    COUPANG_CONTACT_NUMBER: settings.contactNumber,
    COUPANG_DELIVERY_COMPANY: settings.deliveryCompanyCode,
    COUPANG_REQUESTS_PER_SECOND: String(settings.requestsPerSecond),
  };
}
