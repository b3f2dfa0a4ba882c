import { z } from "zod";
import { address, type SettingsOf, setting, text } from "#app/channels/read-settings.ts";

/** One shop at Cafe24, and our application there. */
export const cafe24Settings = {
  /** The first part of the shop's address. */
  mallId: setting("CAFE24_MALL_ID", text),
  clientId: setting("CAFE24_CLIENT_ID", text),
  clientSecret: setting("CAFE24_CLIENT_SECRET", text),
  /** From the shop's consent. Used once: from then on the one that the mall gave last is in the database. */
  refreshToken: setting("CAFE24_REFRESH_TOKEN", text),
  /** `https://<mall id>.cafe24api.com` when absent. */
  baseUrl: setting("CAFE24_BASE_URL", address.optional()),
  /** What the bucket of 40 calls loses in a second. */
  requestsPerSecond: setting("CAFE24_REQUESTS_PER_SECOND", z.coerce.number().positive().max(100).default(2)),
};

export interface Cafe24Settings extends SettingsOf<typeof cafe24Settings> {
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}

export function addressOf({ baseUrl, mallId }: Cafe24Settings): string {
  return baseUrl ?? `https://${mallId}.cafe24api.com`;
}
