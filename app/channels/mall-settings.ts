import { cafe24Settings } from "./cafe24/settings.ts";
import { coupangSettings } from "./coupang/settings.ts";
import { elevenstSettings } from "./elevenst/settings.ts";
import { gachiSapsidaSettings } from "./gachi-sapsida/settings.ts";
import { naverSettings } from "./naver/settings.ts";
import {
  readSettings,
  type Setting,
  type SettingProblem,
  type SettingsOf,
  type SettingsSpec,
} from "./read-settings.ts";
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

/** What a connection to each mall takes. */
export type MallSettings = { [Key in MallKey]: SettingsOf<(typeof mallSettings)[Key]> };

/** A mall's settings of variables by their names; see `readSettings`. */
export function readMallSettings<Key extends MallKey>(
  key: Key,
  variables: Record<string, string | undefined>,
): { settings: MallSettings[Key] | null; problems: SettingProblem[] } {
  const { settings, problems } = readSettings<SettingsSpec>(mallSettings[key], variables);
  return { settings: settings as MallSettings[Key] | null, problems };
}

export function settingsNeeded(key: MallKey): Setting[] {
  return Object.values<Setting>(mallSettings[key]);
}

export const mallKeys = Object.keys(mallSettings) as [MallKey, ...MallKey[]];
