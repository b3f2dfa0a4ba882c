import type { Mall, MallConnection, MallKey } from "./contract.ts";
import { type CoupangSettings, connectCoupang, coupang } from "./coupang/index.ts";
import { connectGachiSapsida, gachiSapsida } from "./gachi-sapsida/index.ts";
import { type PushedDeskSettings, pushedDesk } from "./gachi-sapsida/pushed-desk.ts";
import { connectNaver, type NaverSettings, naver } from "./naver/index.ts";

/** Every mall's pure half. */
export const malls: Readonly<Record<MallKey, Mall>> = { "gachi-sapsida": gachiSapsida, naver, coupang };

export interface MallSettings {
  "gachi-sapsida": PushedDeskSettings;
  naver: NaverSettings;
  coupang: CoupangSettings;
}

const connectors: { [Key in MallKey]: (settings: MallSettings[Key]) => MallConnection } = {
  "gachi-sapsida": (settings) => connectGachiSapsida(pushedDesk(settings)),
  naver: (settings) => connectNaver(settings),
  coupang: (settings) => connectCoupang(settings),
};

/** Keep a connection for the life of the process: it remembers tokens, uploaded pictures and category metadata. */
export function connectMall<Key extends MallKey>(key: Key, settings: MallSettings[Key]): MallConnection {
  return connectors[key](settings);
}
