/** The shop and the app which the stand-in knows; all of it is ours. */
export const sandboxShopifyAccount = {
  shop: "sandbox-shop",
  accessToken: "shpat_sandbox",
  publicationId: "gid://shopify/Publication/1",
  locationId: "gid://shopify/Location/1",
  currencyCode: "KRW",
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
