import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

/** One shop at Cafe24, and our application there. */
export const cafe24Settings = {
  /** The first part of the shop's address. */
  mallId: setting("CAFE24_MALL_ID", text, { ko: "쇼핑몰 아이디", en: "Mall id" }),
  clientId: setting("CAFE24_CLIENT_ID", text, { ko: "앱 Client ID", en: "App client id" }),
  clientSecret: secretSetting("CAFE24_CLIENT_SECRET", text, { ko: "앱 Client Secret", en: "App client secret" }),
  /** From the shop's consent. Used once: from then on the one that the mall gave last is in the database. */
  refreshToken: secretSetting("CAFE24_REFRESH_TOKEN", text, { ko: "리프레시 토큰", en: "Refresh token" }),
  /** `https://<mall id>.cafe24api.com` when absent. */
  baseUrl: setting("CAFE24_BASE_URL", address.optional(), { ko: "API 주소", en: "API address" }),
  /** What the bucket of 40 calls loses in a second. */
  requestsPerSecond: setting("CAFE24_REQUESTS_PER_SECOND", z.coerce.number().positive().max(100).default(2), {
    ko: "초당 요청 수",
    en: "Requests a second",
  }),
};

export interface Cafe24Settings extends SettingsOf<typeof cafe24Settings> {
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}

export function addressOf({ baseUrl, mallId }: Cafe24Settings): string {
  return baseUrl ?? `https://${mallId}.cafe24api.com`;
}
