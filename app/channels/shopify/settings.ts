import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

const gid = (kind: string) => z.string().regex(new RegExp(`^gid://shopify/${kind}/\\d+$`));

/** One shop at Shopify, and the app that was made for it there. */
export const shopifySettings = {
  /** `https://<shop>.myshopify.com`. */
  baseUrl: setting("SHOPIFY_SHOP_URL", address, {
    ko: "쇼핑몰 주소(myshopify.com)",
    en: "Shop address (myshopify.com)",
  }),
  accessToken: secretSetting("SHOPIFY_ACCESS_TOKEN", text, { ko: "앱 액세스 토큰", en: "App access token" }),
  /** Where buyers see the products: the online store, or another channel of the shop. */
  publicationId: setting("SHOPIFY_PUBLICATION_ID", gid("Publication"), { ko: "판매 채널 ID", en: "Publication id" }),
  /** Where the stock lies. */
  locationId: setting("SHOPIFY_LOCATION_ID", gid("Location"), { ko: "재고 위치 ID", en: "Location id" }),
};

export interface ShopifySettings extends SettingsOf<typeof shopifySettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
