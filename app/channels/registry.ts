import { mallOf } from "#app/domain/channel/channel-key.ts";
import { cafe24, connectCafe24 } from "./cafe24/index.ts";
import type { Mall, MallConnection, MallKey } from "./contract.ts";
import { connectCoupang, coupang } from "./coupang/index.ts";
import { connectElevenst, elevenst } from "./elevenst/index.ts";
import { connectGachiSapsida, gachiSapsida } from "./gachi-sapsida/index.ts";
import type { MallSettings } from "./mall-settings.ts";
import { connectNaver, naver } from "./naver/index.ts";
import { connectShopify, shopify } from "./shopify/index.ts";
import { ownWiring, type Wiring } from "./wiring.ts";

/** Every mall's pure half. */
export const malls: Readonly<Record<MallKey, Mall>> = {
  "gachi-sapsida": gachiSapsida,
  naver,
  coupang,
  elevenst,
  cafe24,
  shopify,
};

/** By mall: after how many days its review is longer than is usual there. */
export const reviewDays: Readonly<Record<string, number>> = Object.fromEntries(
  Object.values(malls).map(({ key, spec }) => [key, spec.followUp.usualDays]),
);

/** Of a channel's key: the programme's, or a merchant's own shop. @throws where no such mall is known */
export function mallOfChannel(channelKey: string): Mall {
  const mall = Object.values(malls).find(({ key }) => key === mallOf(channelKey));
  if (!mall) throw new Error(`No mall is known for ${channelKey}`);
  return mall;
}

/** A call gives up after so many milliseconds, else after the mall's own time. */
type Connecting<Key extends MallKey> = MallSettings[Key] & { timeoutMilliseconds?: number };

export const connectors: { [Key in MallKey]: (settings: Connecting<Key>, wiring: Wiring) => MallConnection } = {
  "gachi-sapsida": connectGachiSapsida,
  naver: connectNaver,
  coupang: connectCoupang,
  elevenst: connectElevenst,
  cafe24: connectCafe24,
  shopify: connectShopify,
};

/** Keep a connection for the life of the process: it remembers tokens, uploaded pictures and category metadata. */
export function connectMall<Key extends MallKey>(
  key: Key,
  settings: Connecting<Key>,
  wiring: Wiring = ownWiring(),
): MallConnection {
  return connectors[key](settings, wiring);
}
