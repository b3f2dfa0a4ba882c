import { cafe24Settings } from "./cafe24/settings.ts";
import { coupangSettings } from "./coupang/settings.ts";
import { elevenstSettings } from "./elevenst/settings.ts";
import { gachiSapsidaSettings } from "./gachi-sapsida/settings.ts";
import { naverSettings } from "./naver/settings.ts";
import { shopifySettings } from "./shopify/settings.ts";

/** Every mall there is, with what a connection to it needs. A mall stands here and in registry.ts, and in no other list. */
export const mallSettings = {
  "gachi-sapsida": gachiSapsidaSettings,
  naver: naverSettings,
  coupang: coupangSettings,
  elevenst: elevenstSettings,
  cafe24: cafe24Settings,
  shopify: shopifySettings,
};

export type MallKey = keyof typeof mallSettings;

export const mallKeys = Object.keys(mallSettings) as [MallKey, ...MallKey[]];
