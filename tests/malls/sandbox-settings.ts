import type { MallKey } from "#app/channels/mall-settings.ts";
import { cafe24Environment } from "./cafe24/account.ts";
import { coupangEnvironment } from "./coupang/account.ts";
import { elevenstEnvironment } from "./elevenst/account.ts";
import { gachiSapsidaEnvironment } from "./gachi-sapsida/account.ts";
import { naverEnvironment } from "./naver/account.ts";
import { shopifyEnvironment } from "./shopify/account.ts";

/** What the environment says of each mall that is played at an address. Apart from the stand-ins: those are slow to load. */
export const sandboxEnvironments: Record<MallKey, (address: string) => Record<string, string>> = {
  "gachi-sapsida": gachiSapsidaEnvironment,
  naver: naverEnvironment,
  coupang: coupangEnvironment,
  elevenst: elevenstEnvironment,
  cafe24: cafe24Environment,
  shopify: shopifyEnvironment,
};

/** The environment of a process that is to speak to the sandbox at this origin instead of the malls. */
export function sandboxSettings(origin: string): Record<string, string> {
  const each = Object.entries(sandboxEnvironments).map(([key, environment]) => environment(`${origin}/${key}`));
  return Object.assign({}, ...each);
}
