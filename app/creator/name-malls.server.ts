import { malls } from "#app/channels/registry.ts";
import type { SelectedProduct } from "#app/domain/season/selected-product.ts";
import type { Locale } from "#app/messages/sentence.ts";

const names: ReadonlyMap<string, { ko: string; en: string }> = new Map(
  Object.values(malls).map(({ key, name }) => [key, name]),
);

/** Puts the malls' names in place of their keys: the registry itself never travels to a browser. */
export function nameMalls<Product extends SelectedProduct>(products: Product[], locale: Locale): Product[] {
  return products.map((product) => ({
    ...product,
    links: product.links.map(({ mall, url }) => ({ mall: names.get(mall)?.[locale] ?? mall, url })),
  }));
}
