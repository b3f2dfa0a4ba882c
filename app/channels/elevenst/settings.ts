import { z } from "zod";
import { address, type SettingsOf, setting, text } from "#app/channels/read-settings.ts";

const won = z.coerce.number().int().nonnegative();

/** One seller at 11번가. The address we call from must be registered there. */
export const elevenstSettings = {
  baseUrl: setting("ELEVENST_BASE_URL", address.default("https://api.11st.co.kr/rest")),
  apiKey: setting("ELEVENST_API_KEY", text),
  /** Numbers from the seller's address book. */
  outboundAddress: setting("ELEVENST_OUTBOUND_ADDRESS", text),
  returnAddress: setting("ELEVENST_RETURN_ADDRESS", text),
  /** Won on top of the delivery fee. */
  jejuFee: setting("ELEVENST_JEJU_FEE", won.default(0)),
  islandFee: setting("ELEVENST_ISLAND_FEE", won.default(0)),
};

export interface ElevenstSettings extends SettingsOf<typeof elevenstSettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
