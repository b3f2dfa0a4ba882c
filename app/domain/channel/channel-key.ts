/** `shopify` is the programme's, `shopify@<store>` that store's own shop there. */
export function ownShopKey(mall: string, storeId: string): string {
  return `${mall}@${storeId}`;
}

/** The mall of a channel, whosever it is. */
export function mallOf(channelKey: string): string {
  return channelKey.split("@", 1)[0] ?? channelKey;
}

export function isOwnShop(channelKey: string): boolean {
  return channelKey.includes("@");
}
