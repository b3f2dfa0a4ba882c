import type { MallKey } from "#app/channels/contract.ts";
import { sandboxCoupangCategories, sandboxCoupangSettings } from "./coupang/index.ts";
import { sandboxGachiSapsidaCategories } from "./gachi-sapsida/index.ts";
import { sandboxNaverCategories, sandboxNaverStore } from "./naver/index.ts";
import { sandboxCredentials } from "./sandbox.ts";

/** Mall → the programme's category → the sandbox's own code for it. */
export const sandboxCategories: Record<MallKey, Record<string, string>> = {
  naver: sandboxNaverCategories,
  coupang: sandboxCoupangCategories,
  "gachi-sapsida": sandboxGachiSapsidaCategories,
};

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
