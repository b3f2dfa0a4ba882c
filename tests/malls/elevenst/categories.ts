import { notices } from "#app/domain/notice/notices.ts";
import { categories } from "#app/domain/product/categories.ts";

/** A small tree with one leaf for each category of the programme; the numbers are OURS and mean nothing at 11st. */
export const sandboxElevenstCategories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }, index) => [key, String(9_911_001 + index)]),
);

/** A code in the tree that is not a leaf. */
export const sandboxElevenstGroup = "9911000";

const leaves = new Set(Object.values(sandboxElevenstCategories));

export function isLeaf(code: string): boolean {
  return leaves.has(code);
}

/** Type of a disclosure → codes of all its items with their labels; types whose items nobody has read are not here. */
export const noticeTypes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  notices
    .filter(({ elevenst }) => elevenst.items.length > 0)
    .map(({ elevenst }) => [
      elevenst.type,
      new Map(elevenst.items.map(({ code, labelKo }) => [code, labelKo ?? `항목 ${code}`])),
    ]),
);
