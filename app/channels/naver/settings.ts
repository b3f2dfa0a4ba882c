import { z } from "zod";
import { address, type SettingsOf, setting, text } from "#app/channels/read-settings.ts";

/** One store's application at Naver's Commerce API, and the store's own defaults. */
export const naverSettings = {
  baseUrl: setting("NAVER_BASE_URL", address.default("https://api.commerce.naver.com/external")),
  clientId: setting("NAVER_CLIENT_ID", text),
  /** A bcrypt salt, as Naver issues it. */
  clientSecret: setting("NAVER_CLIENT_SECRET", text),
  /** Numbers from the store's address book. */
  releaseAddressId: setting("NAVER_RELEASE_ADDRESS_ID", z.coerce.number().int()),
  returnAddressId: setting("NAVER_RETURN_ADDRESS_ID", z.coerce.number().int()),
  /** Courier code. */
  deliveryCompany: setting("NAVER_DELIVERY_COMPANY", text.default("CJGLS")),
};

export interface NaverSettings extends SettingsOf<typeof naverSettings> {
  /** The merchant's own number when absent. */
  afterServicePhone?: string;
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}
