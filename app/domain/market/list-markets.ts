import type { Database, Prisma } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { pageSize } from "../page-place.ts";
import { seoul } from "./provinces.ts";

export interface MarketRow {
  id: string;
  name: string;
  address: string;
  districtCode: string | null;
  stalls: number | null;
  /** What was repaired, left out or is to be looked at when it was last loaded. */
  issues: Issue[];
  stores: number;
}

export interface MarketFilter {
  /** Part of the name or the address. */
  text: string;
  /** A district's code, `lookAt` for those of Seoul without one, `elsewhere` for the rest of the country; null: all. */
  place: string | null;
  /** Pages before this one. */
  page: number;
}

/** The register as the office sees it, by name. */
export async function listMarkets(database: Database, { text, place, page }: MarketFilter) {
  const where: Prisma.MarketWhereInput = {
    AND: [text === "" ? {} : { OR: [{ name: { contains: text } }, { address: { contains: text } }] }, placeOf(place)],
  };
  const [total, found] = await Promise.all([
    database.market.count({ where }),
    database.market.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: page * pageSize,
      take: pageSize,
      include: { _count: { select: { stores: true } } },
    }),
  ]);
  const markets = found.map(({ id, name, address, districtCode, stalls, issues, _count }): MarketRow => {
    return { id, name, address, districtCode, stalls, issues: fromStored(issues), stores: _count.stores };
  });
  return { markets, total, isLast: (page + 1) * pageSize >= total };
}

/** Markets of Seoul that a person must give a district. */
export async function countMarketsToLookAt(database: Database): Promise<number> {
  return database.market.count({ where: placeOf("lookAt") });
}

function placeOf(place: string | null): Prisma.MarketWhereInput {
  if (place === null) return {};
  if (place === "lookAt") return { province: seoul, districtCode: null };
  if (place === "elsewhere") return { province: { not: seoul } };
  return { districtCode: place };
}
