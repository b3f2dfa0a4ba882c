import { categories } from "#app/domain/product/categories.ts";

/** A shop numbers its own categories; these numbers are the sandbox shop's. */
export const sandboxCafe24Categories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }, index) => [key, String(24 + index)]),
);

const known = new Set(Object.values(sandboxCafe24Categories).map(Number));

export function isCategory(number: unknown): boolean {
  return typeof number === "number" && known.has(number);
}
