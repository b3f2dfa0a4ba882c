import type { Database } from "#app/services/database/database.ts";
import { categories } from "../product/categories.ts";

export interface MallCategoryRow {
  categoryKey: string;
  nameKo: string;
  mallCode: string | null;
  /** The mall takes no goods of it. */
  notOffered: boolean;
}

/** Each of our categories with the mall's own code for it. */
export async function listMallCategories(database: Database, channelKey: string): Promise<MallCategoryRow[]> {
  const stored = await database.channelCategory.findMany({ where: { channelKey } });
  const codes = new Map(stored.map(({ categoryKey, mallCode }) => [categoryKey, mallCode]));
  return categories.map(({ key, nameKo }) => ({
    categoryKey: key,
    nameKo,
    mallCode: codes.get(key) ?? null,
    notOffered: codes.get(key) === null,
  }));
}
