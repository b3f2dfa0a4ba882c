import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

const won = z.coerce.number().int().nonnegative();

/** One seller at 11번가. The address we call from must be registered there. */
export const elevenstSettings = {
  baseUrl: setting("ELEVENST_BASE_URL", address.default("https://api.11st.co.kr/rest"), {
    ko: "API 주소",
    en: "API address",
  }),
  apiKey: secretSetting("ELEVENST_API_KEY", text, { ko: "오픈 API 키", en: "Open API key" }),
  /** Numbers from the seller's address book. */
  outboundAddress: setting("ELEVENST_OUTBOUND_ADDRESS", text, {
    ko: "출고지 번호",
    en: "Number of the shipping address",
  }),
  returnAddress: setting("ELEVENST_RETURN_ADDRESS", text, { ko: "반품지 번호", en: "Number of the return address" }),
  /** Won on top of the delivery fee. */
  jejuFee: setting("ELEVENST_JEJU_FEE", won.default(0), {
    ko: "제주 추가 배송비(원)",
    en: "Extra delivery fee to Jeju (won)",
  }),
  islandFee: setting("ELEVENST_ISLAND_FEE", won.default(0), {
    ko: "섬 지역 추가 배송비(원)",
    en: "Extra delivery fee to islands (won)",
  }),
};

export interface ElevenstSettings extends SettingsOf<typeof elevenstSettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
