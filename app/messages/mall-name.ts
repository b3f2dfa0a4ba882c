import { isOwnShop, mallOf } from "#app/domain/channel/channel-key.ts";
import type { Sentence } from "./sentence.ts";

/** What malls are called, by their keys. */
export type MallNames = Readonly<Record<string, Sentence>>;

/** What a channel is called: the mall's name, or whose shop it is there. */
export function nameOfChannel(names: MallNames, channelKey: string): Sentence {
  const mall = mallOf(channelKey);
  const name = names[mall] ?? { ko: mall, en: mall };
  return isOwnShop(channelKey) ? ownShopName(name) : name;
}

export function ownShopName({ ko, en }: Sentence): Sentence {
  return { ko: `가게 쇼핑몰(${ko})`, en: `The store’s own shop (${en})` };
}
