import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

/** One seller account at Coupang, with the places it has registered in Wing. */
export const coupangSettings = {
  /** A path after the host (a sandbox) is not part of what is signed. */
  baseUrl: setting("COUPANG_BASE_URL", address.default("https://api-gateway.coupang.com"), {
    ko: "API 주소",
    en: "API address",
  }),
  accessKey: setting("COUPANG_ACCESS_KEY", text, { ko: "액세스 키", en: "Access key" }),
  secretKey: secretSetting("COUPANG_SECRET_KEY", text, { ko: "시크릿 키", en: "Secret key" }),
  vendorId: setting("COUPANG_VENDOR_ID", text, { ko: "업체 코드", en: "Vendor id" }),
  /** Login id in Wing. */
  vendorUserId: setting("COUPANG_VENDOR_USER_ID", text, { ko: "Wing 아이디", en: "Wing login id" }),
  outboundShippingPlaceCode: setting("COUPANG_OUTBOUND_PLACE", z.coerce.number().int(), {
    ko: "출고지 코드",
    en: "Shipping place code",
  }),
  returnCenterCode: setting("COUPANG_RETURN_CENTER", text, { ko: "반품지 코드", en: "Return centre code" }),
  returnChargeName: setting("COUPANG_RETURN_NAME", text, { ko: "반품지 이름", en: "Name of the return centre" }),
  returnZipCode: setting("COUPANG_RETURN_ZIP", text, { ko: "반품지 우편번호", en: "Postcode of the return centre" }),
  returnAddress: setting("COUPANG_RETURN_ADDRESS", text, { ko: "반품지 주소", en: "Address of the return centre" }),
  returnAddressDetail: setting("COUPANG_RETURN_ADDRESS_DETAIL", text, {
    ko: "반품지 상세 주소",
    en: "Rest of that address",
  }),
  contactNumber: setting("COUPANG_CONTACT_NUMBER", text, { ko: "반품 연락처", en: "Phone for returns" }),
  /** Must be registered at the outbound place. */
  deliveryCompanyCode: setting("COUPANG_DELIVERY_COMPANY", text.default("CJGLS"), {
    ko: "택배사 코드",
    en: "Courier code",
  }),
  /** 5 is the published baseline; who asks faster is shut out for ten minutes. */
  requestsPerSecond: setting("COUPANG_REQUESTS_PER_SECOND", z.coerce.number().positive().max(100).default(5), {
    ko: "초당 요청 수",
    en: "Requests a second",
  }),
};

export interface CoupangSettings extends SettingsOf<typeof coupangSettings> {
  /** Default 30,000. */
  timeoutMilliseconds?: number;
}
