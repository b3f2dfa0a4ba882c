import type { Database } from "#app/services/database/database.ts";

/** As many as a site map's part may hold. */
const most = 50_000;

/** The public names in addresses of a district's approved stores; none for a code that is no district's. */
export async function listStoreAddresses(database: Database, districtCode: string): Promise<string[]> {
  if (!/^\d{5}$/.test(districtCode)) return [];
  const stores = await database.store.findMany({
    where: { districtCode, state: "approved" },
    orderBy: { id: "asc" },
    take: most,
    select: { slug: true },
  });
  return stores.map(({ slug }) => slug);
}
