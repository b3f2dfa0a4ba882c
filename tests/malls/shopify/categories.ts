import { categories } from "#app/domain/product/categories.ts";

/** The mall's tree has thousands of categories; these codes are the sandbox's own. */
export const sandboxShopifyCategories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }, index) => [key, `sb-${1 + index}`]),
);

const known = new Set(Object.values(sandboxShopifyCategories).map((code) => `gid://shopify/TaxonomyCategory/${code}`));

export function isCategory(id: string): boolean {
  return known.has(id);
}
