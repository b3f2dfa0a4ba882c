import type { Database } from "#app/services/database/database.ts";

export interface CategoryFacet {
  key: string;
  name: string;
  count: number;
}

/** Categories by their names, those with the most first. */
export async function nameCategories(database: Database, counts: Record<string, number>): Promise<CategoryFacet[]> {
  const categories = await database.category.findMany({ where: { key: { in: Object.keys(counts) } } });
  return categories
    .map(({ key, nameKo }) => ({ key, name: nameKo, count: counts[key] ?? 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "ko"));
}
