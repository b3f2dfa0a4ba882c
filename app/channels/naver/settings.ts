import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

/** One store's application at Naver's Commerce API, and the store's own defaults. */
export const naverSettings = {
  baseUrl: setting("NAVER_BASE_URL", address.default("https://api.commerce.naver.com/external"), {
    ko: "API 주소",
    en: "API address",
  }),
  clientId: setting("NAVER_CLIENT_ID", text, { ko: "애플리케이션 ID", en: "Application ID" }),
  /** A bcrypt salt, as Naver issues it. */
  clientSecret: secretSetting("NAVER_CLIENT_SECRET", text, { ko: "애플리케이션 시크릿", en: "Application secret" }),
  /** Numbers from the store's address book. */
  releaseAddressId: setting("NAVER_RELEASE_ADDRESS_ID", z.coerce.number().int(), {
    ko: "출고지 번호",
    en: "Number of the shipping address",
  }),
  returnAddressId: setting("NAVER_RETURN_ADDRESS_ID", z.coerce.number().int(), {
    ko: "반품지 번호",
    en: "Number of the return address",
  }),
  /** Courier code. */
  deliveryCompany: setting("NAVER_DELIVERY_COMPANY", text.default("CJGLS"), { ko: "택배사 코드", en: "Courier code" }),
};

export interface NaverSettings extends SettingsOf<typeof naverSettings> {
  /** The merchant's own number when absent. */
  afterServicePhone?: string;
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}
