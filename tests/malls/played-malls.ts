import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { playedCafe24 } from "./cafe24/index.ts";
import { playedCoupang } from "./coupang/index.ts";
import { playedElevenst } from "./elevenst/index.ts";
import { playedGachiSapsida } from "./gachi-sapsida/index.ts";
import { playedNaver } from "./naver/index.ts";
import { playedShopify } from "./shopify/index.ts";
import type { CreateFault, PlayedMall, StandIn, StandInOptions } from "./stand-in.ts";

/** Every mall, played. */
export const playedMalls = {
  "gachi-sapsida": playedGachiSapsida,
  naver: playedNaver,
  coupang: playedCoupang,
  elevenst: playedElevenst,
  cafe24: playedCafe24,
  shopify: playedShopify,
};

export type StandIns = { [Key in MallKey]: ReturnType<(typeof playedMalls)[Key]["create"]> };

/** A new stand-in of every mall; `storeAddress` is where people see a mall's shop. */
export function createStandIns(
  options: StandInOptions,
  storeAddress: (key: MallKey) => string,
  limits: MallLimits = {},
): StandIns {
  return Object.fromEntries(
    mallKeys.map((key) => {
      const ofMall = { ...options, ...limits[key], storeAddress: () => storeAddress(key) };
      return [key, playedMalls[key].create(ofMall)];
    }),
  ) as StandIns;
}

/** What each mall allows, by the names of its stand-in's own options; its own numbers when absent. */
export type MallLimits = Partial<Record<MallKey, Record<string, number>>>;

/** For measuring us and not them. */
export const noLimits: MallLimits = Object.fromEntries(
  mallKeys.map((key) => [key, (playedMalls[key] as unknown as PlayedMall<StandIn>).noLimits ?? {}]),
);

/** Lets the next create at one mall meet a fault. */
export function failNextCreate<Key extends MallKey>(standIns: StandIns, key: Key, fault: CreateFault): void {
  (playedMalls[key] as unknown as PlayedMall<StandIn>).fail(standIns[key] as StandIn, fault);
}
