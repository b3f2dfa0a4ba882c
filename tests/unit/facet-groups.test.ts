import fc from "fast-check";
import { expect, it } from "vitest";
import { countGroups, type FacetGroup } from "#app/services/search/facet-groups.ts";
import type { FacetQuestion } from "#app/services/search/search-index.ts";

const facets = ["districtCode", "storeKind", "categoryKey", "marketId", "visitable", "openSlot", "badgeOn"] as const;
type Filter = FacetQuestion["filter"];

const some = (...values: string[]) => fc.constantFrom(...values);
const group: fc.Arbitrary<FacetGroup> = fc.record({
  districtCode: fc.option(some("11110", "11440")),
  storeKind: fc.option(some("craft", "cooperative")),
  categoryKeys: fc.uniqueArray(some("OIL", "FOOD", "ETC")),
  marketId: fc.option(some("m1", "m2")),
  visitable: fc.boolean(),
  openSlot: fc.boolean(),
  badgeOn: fc.boolean(),
  count: fc.integer({ min: 1, max: 5 }),
});
const filter = fc
  .record(
    {
      districtCode: some("11110", "11440"),
      storeKind: some("craft", "cooperative"),
      categoryKey: some("OIL", "FOOD", "ETC"),
      marketId: some("m1", "m2"),
      visitable: fc.constant(true as const),
      openSlot: fc.constant(7),
      badgeOn: fc.constant(new Date("2026-11-30")),
    },
    { requiredKeys: [] },
  )
  .map((chosen): Filter => ({ ...chosen, isPublic: true }));

/** What a list with this filter would hold, asked one choice at a time. */
function total(groups: readonly FacetGroup[], asked: Filter): number {
  return groups
    .filter(
      (one) =>
        (asked.districtCode === undefined || one.districtCode === asked.districtCode) &&
        (asked.storeKind === undefined || one.storeKind === asked.storeKind) &&
        (asked.categoryKey === undefined || one.categoryKeys.includes(asked.categoryKey)) &&
        (asked.marketId === undefined || one.marketId === asked.marketId) &&
        (asked.visitable === undefined || one.visitable) &&
        (asked.openSlot === undefined || one.openSlot) &&
        (asked.badgeOn === undefined || one.badgeOn),
    )
    .reduce((sum, { count }) => sum + count, 0);
}

it("each choice's number is what the list holds once it is chosen in place of its own kind", () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 12 }), filter, (groups, asked) => {
      const counts = countGroups(groups, asked);
      expect(counts.total).toBe(total(groups, asked));
      for (const facet of facets) {
        const told = counts[facet];
        if (typeof told === "number") {
          expect(told, facet).toBe(total(groups, { ...asked, [facet]: asked[facet] ?? true }));
        } else {
          const values = new Set(
            groups.flatMap((one) => (facet === "categoryKey" ? one.categoryKeys : one[facet as "marketId"])),
          );
          for (const value of values) {
            if (value !== null) expect(told[value] ?? 0, facet).toBe(total(groups, { ...asked, [facet]: value }));
          }
        }
      }
    }),
  );
});
