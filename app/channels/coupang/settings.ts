/** One seller account at Coupang, with the places it has registered in Wing. */
export interface CoupangSettings {
  /** `https://api-gateway.coupang.com`; a path after the host (a sandbox) is not part of what is signed. */
  baseUrl: string;
  accessKey: string;
  secretKey: string;
  vendorId: string;
  /** Login id in Wing. */
  vendorUserId: string;
  outboundShippingPlaceCode: number;
  returnCenterCode: string;
  returnChargeName: string;
  /** Must be registered at the outbound place, e.g. `CJGLS`. */
  deliveryCompanyCode: string;
  contactNumber: string;
  returnZipCode: string;
  returnAddress: string;
  returnAddressDetail: string;
  /** Default 5, the published baseline; who asks faster is shut out for ten minutes. Counts for this connection alone. */
  requestsPerSecond?: number;
  /** Default 30,000. */
  timeoutMilliseconds?: number;
}
