import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

export const cornerSettings = {
  baseUrl: setting("CORNER_BASE_URL", address.default("https://api.corner-market.example"), {
    ko: "API 주소",
    en: "API address",
  }),
  apiKey: secretSetting("CORNER_API_KEY", text, { ko: "API 키", en: "API key" }),
};

export interface CornerSettings extends SettingsOf<typeof cornerSettings> {
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}
