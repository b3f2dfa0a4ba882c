/** One store's application at Naver's Commerce API, and the store's own defaults. */
export interface NaverSettings {
  /** E.g. `https://api.commerce.naver.com/external`, without a slash at its end. */
  baseUrl: string;
  clientId: string;
  /** A bcrypt salt, as Naver issues it. */
  clientSecret: string;
  /** Numbers from the store's address book. */
  releaseAddressId: number;
  returnAddressId: number;
  /** Courier code, e.g. `CJGLS`. */
  deliveryCompany: string;
  /** The merchant's own number when absent. */
  afterServicePhone?: string;
  /** How long one call may take; 20,000 when absent. */
  timeoutMilliseconds?: number;
}
