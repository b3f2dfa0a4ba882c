import { address, type SettingsOf, setting, text } from "#app/channels/read-settings.ts";

/** The operator's own address; the protocol is ours, for there is none of theirs. */
export const gachiSapsidaSettings = {
  baseUrl: setting("GACHI_SAPSIDA_HAND_OVER_URL", address),
  token: setting("GACHI_SAPSIDA_TOKEN", text),
};

export interface PushedDeskSettings extends SettingsOf<typeof gachiSapsidaSettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
