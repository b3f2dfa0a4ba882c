import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

/** The operator's own address; the protocol is ours, for there is none of theirs. */
export const gachiSapsidaSettings = {
  baseUrl: setting("GACHI_SAPSIDA_HAND_OVER_URL", address, {
    ko: "꾸러미를 보낼 주소",
    en: "Address the packages go to",
  }),
  token: secretSetting("GACHI_SAPSIDA_TOKEN", text, { ko: "인증 토큰", en: "Token" }),
};

export interface PushedDeskSettings extends SettingsOf<typeof gachiSapsidaSettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
