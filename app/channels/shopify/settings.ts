import { z } from "zod";
import { address, type SettingsOf, secretSetting, setting, text } from "#app/channels/read-settings.ts";

const gid = (kind: string) => z.string().regex(new RegExp(`^gid://shopify/${kind}/\\d+$`));

/** One shop at Shopify, and how the app that was made for it there gets in: by a token that lasts, or by buying tokens that end. */
export const shopifySettings = {
  /** `https://<shop>.myshopify.com`. */
  baseUrl: setting("SHOPIFY_SHOP_URL", address, {
    ko: "쇼핑몰 주소(myshopify.com)",
    en: "Shop address (myshopify.com)",
  }),
  /** One that does not end, of an app made for this shop alone. */
  accessToken: secretSetting(
    "SHOPIFY_ACCESS_TOKEN",
    text.optional(),
    { ko: "앱 액세스 토큰", en: "App access token" },
    (given) => given.SHOPIFY_CLIENT_ID === undefined && given.SHOPIFY_CLIENT_SECRET === undefined,
  ),
  clientId: setting(
    "SHOPIFY_CLIENT_ID",
    text.optional(),
    { ko: "앱 클라이언트 ID(토큰이 없을 때)", en: "App client id (without a token)" },
    (given) => given.SHOPIFY_CLIENT_SECRET !== undefined,
  ),
  clientSecret: secretSetting(
    "SHOPIFY_CLIENT_SECRET",
    text.optional(),
    { ko: "앱 클라이언트 시크릿(토큰이 없을 때)", en: "App client secret (without a token)" },
    (given) => given.SHOPIFY_CLIENT_ID !== undefined,
  ),
  /** Of an app that many shops install: its tokens end, and the shop's consent gave what buys the next. */
  refreshToken: secretSetting("SHOPIFY_REFRESH_TOKEN", text.optional(), {
    ko: "리프레시 토큰(끝나는 토큰을 쓰는 앱만)",
    en: "Refresh token (only of an app whose tokens end)",
  }),
  /** What the shop signs its webhooks with; without it none are taken. */
  webhookSecret: secretSetting("SHOPIFY_WEBHOOK_SECRET", text.optional(), {
    ko: "웹훅 서명 비밀(웹훅을 쓸 때만)",
    en: "Webhook signing secret (only with webhooks)",
  }),
  /** Where buyers see the products; the shop's online store when absent. */
  publicationId: setting("SHOPIFY_PUBLICATION_ID", gid("Publication").optional(), {
    ko: "판매 채널 ID",
    en: "Publication id",
  }),
  /** Where the stock lies; the shop's first place that sends parcels when absent. */
  locationId: setting("SHOPIFY_LOCATION_ID", gid("Location").optional(), { ko: "재고 위치 ID", en: "Location id" }),
};

export interface ShopifySettings extends SettingsOf<typeof shopifySettings> {
  /** How long one call may take; 30,000 when absent. */
  timeoutMilliseconds?: number;
}
