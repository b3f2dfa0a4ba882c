import type { Database } from "#app/services/database/database.ts";

const mostShown = 60;

/** Markets of a district whose name contains `word`, by name; the whole district's when it is empty. */
export async function listMarkets(database: Database, districtCode: string, word: string) {
  const contains = word
    .normalize("NFC")
    .replaceAll("\0", "")
    .trim()
    .slice(0, 50)
    .replace(/[\\%_]/g, "\\$&");
  return database.market.findMany({
    where: { districtCode, ...(contains !== "" && { name: { contains, mode: "insensitive" } }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostShown,
    select: { id: true, name: true, address: true },
  });
}
