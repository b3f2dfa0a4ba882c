import type { MallKey } from "#app/channels/contract.ts";
import { type CoupangAccount, sandboxCoupangAccount, sandboxCoupangSettings } from "./coupang/account.ts";
import { sandboxNaverStore } from "./naver/account.ts";

export interface SandboxCredentials {
  naver: { clientId: string; clientSecret: string };
  coupang: CoupangAccount;
  "gachi-sapsida": { token: string };
}

export const sandboxCredentials: SandboxCredentials = {
  naver: { clientId: "sandbox-client", clientSecret: "$2a$04$sandboxsandboxsandboxe" },
  coupang: sandboxCoupangAccount,
  "gachi-sapsida": { token: "sandbox-token" },
};

/** Where the sandbox at this origin plays each mall: what an adapter's `baseUrl` is set to. */
export function sandboxBaseUrls(origin: string): Record<MallKey, string> {
  return {
    naver: `${origin}/naver/external`,
    coupang: `${origin}/coupang`,
    "gachi-sapsida": `${origin}/gachi-sapsida`,
  };
}

/** The environment of a process that is to speak to the sandbox instead of the malls. */
export function sandboxSettings(baseUrls: Record<MallKey, string>): Record<string, string> {
  const coupang = sandboxCoupangSettings(baseUrls.coupang, sandboxCredentials.coupang);
  return {
    NAVER_BASE_URL: baseUrls.naver,
    NAVER_CLIENT_ID: sandboxCredentials.naver.clientId,
    NAVER_CLIENT_SECRET: sandboxCredentials.naver.clientSecret,
    NAVER_RELEASE_ADDRESS_ID: String(sandboxNaverStore.releaseAddressId),
    NAVER_RETURN_ADDRESS_ID: String(sandboxNaverStore.returnAddressId),
    NAVER_DELIVERY_COMPANY: sandboxNaverStore.deliveryCompany,
    COUPANG_BASE_URL: baseUrls.coupang,
    COUPANG_ACCESS_KEY: coupang.accessKey,
    COUPANG_SECRET_KEY: coupang.secretKey,
    COUPANG_VENDOR_ID: coupang.vendorId,
    COUPANG_VENDOR_USER_ID: coupang.vendorUserId,
    COUPANG_OUTBOUND_PLACE: String(coupang.outboundShippingPlaceCode),
    COUPANG_RETURN_CENTER: coupang.returnCenterCode,
    COUPANG_RETURN_NAME: coupang.returnChargeName,
    COUPANG_RETURN_ZIP: coupang.returnZipCode,
    COUPANG_RETURN_ADDRESS: coupang.returnAddress,
    COUPANG_RETURN_ADDRESS_DETAIL: coupang.returnAddressDetail,
    COUPANG_CONTACT_NUMBER: coupang.contactNumber,
    COUPANG_DELIVERY_COMPANY: coupang.deliveryCompanyCode,
    // The sandbox allows 20, and shuts out who comes faster, as the mall does.
    COUPANG_REQUESTS_PER_SECOND: "18",
    GACHI_SAPSIDA_HAND_OVER_URL: baseUrls["gachi-sapsida"],
    GACHI_SAPSIDA_TOKEN: sandboxCredentials["gachi-sapsida"].token,
  };
}
