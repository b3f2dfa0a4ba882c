import type { StoreKind } from "#app/services/database/generated/enums.ts";

/** The plan of 2020 sends creators to hundred-year stores and traditional markets; products of all four kinds are sold. */
export const usualKinds = ["hundred_year", "traditional_market"] as const satisfies StoreKind[];

/** Whether a campaign is for such a store; no districts are all of them. */
export function covers(
  { kinds, districts }: { kinds: readonly StoreKind[]; districts: readonly string[] },
  { kind, districtCode }: { kind: StoreKind; districtCode: string },
): boolean {
  return kinds.includes(kind) && (districts.length === 0 || districts.includes(districtCode));
}
