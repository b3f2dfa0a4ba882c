import type { SelectedProduct } from "#app/domain/season/selected-product.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { mallNames } from "#app/web/mall-names.server.ts";

/** Puts the malls' names in place of their keys: the registry itself never travels to a browser. */
export function nameMalls<Product extends SelectedProduct>(products: Product[], locale: Locale): Product[] {
  const names = mallNames();
  return products.map((product) => ({
    ...product,
    links: product.links.map(({ mall, url }) => ({ mall: nameOfChannel(names, mall)[locale], url })),
  }));
}
