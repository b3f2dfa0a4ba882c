/** The shop and the app which the stand-in knows; all of it is ours. */
export const sandboxShopifyAccount = {
  shop: "sandbox-shop",
  /** The one that lasts. */
  accessToken: "shpat_sandbox",
  clientId: "sandbox-app",
  clientSecret: "shpss_sandbox",
  /** Of the shop's consent; each renewal replaces it. */
  refreshToken: "shprt_sandbox",
  publicationId: "gid://shopify/Publication/1",
  locationId: "gid://shopify/Location/1",
  currencyCode: "KRW",
  /** Whether it sells on pages of its own, and sends parcels. */
  hasOnlineStore: true,
  ships: true,
  scopes: "write_products,write_publications,write_files,write_inventory,read_locations",
};

export type ShopifyAccount = typeof sandboxShopifyAccount;

/** The environment of a process that is to speak to the stand-in under this address. */
export function shopifyEnvironment(address: string): Record<string, string> {
  return {
    SHOPIFY_SHOP_URL: address,
    SHOPIFY_ACCESS_TOKEN: sandboxShopifyAccount.accessToken,
    SHOPIFY_PUBLICATION_ID: sandboxShopifyAccount.publicationId,
    SHOPIFY_LOCATION_ID: sandboxShopifyAccount.locationId,
  };
}

/** The same by tokens that end, and with nothing said that the shop itself can tell. */
export function rotatingShopifyEnvironment(address: string): Record<string, string> {
  return {
    SHOPIFY_SHOP_URL: address,
    SHOPIFY_CLIENT_ID: sandboxShopifyAccount.clientId,
    SHOPIFY_CLIENT_SECRET: sandboxShopifyAccount.clientSecret,
    SHOPIFY_REFRESH_TOKEN: sandboxShopifyAccount.refreshToken,
  };
}
