import { z } from "zod";
import { address, type SettingsOf, setting, text } from "#app/channels/read-settings.ts";

/** One seller account at Coupang, with the places it has registered in Wing. */
export const coupangSettings = {
  /** A path after the host (a sandbox) is not part of what is signed. */
  baseUrl: setting("COUPANG_BASE_URL", address.default("https://api-gateway.coupang.com")),
  accessKey: setting("COUPANG_ACCESS_KEY", text),
  secretKey: setting("COUPANG_SECRET_KEY", text),
  vendorId: setting("COUPANG_VENDOR_ID", text),
  /** Login id in Wing. */
  vendorUserId: setting("COUPANG_VENDOR_USER_ID", text),
  outboundShippingPlaceCode: setting("COUPANG_OUTBOUND_PLACE", z.coerce.number().int()),
  returnCenterCode: setting("COUPANG_RETURN_CENTER", text),
  returnChargeName: setting("COUPANG_RETURN_NAME", text),
  returnZipCode: setting("COUPANG_RETURN_ZIP", text),
  returnAddress: setting("COUPANG_RETURN_ADDRESS", text),
  returnAddressDetail: setting("COUPANG_RETURN_ADDRESS_DETAIL", text),
  contactNumber: setting("COUPANG_CONTACT_NUMBER", text),
  /** Must be registered at the outbound place. */
  deliveryCompanyCode: setting("COUPANG_DELIVERY_COMPANY", text.default("CJGLS")),
  /** 5 is the published baseline; who asks faster is shut out for ten minutes. */
  requestsPerSecond: setting("COUPANG_REQUESTS_PER_SECOND", z.coerce.number().positive().max(100).default(5)),
};

export interface CoupangSettings extends SettingsOf<typeof coupangSettings> {
  /** Default 30,000. */
  timeoutMilliseconds?: number;
}
