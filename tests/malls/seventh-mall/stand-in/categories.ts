import { categories } from "#app/domain/product/categories.ts";

export const sandboxCornerCategories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }, index) => [key, `C${index}`]),
);
