import fc from "fast-check";
import { expect, it } from "vitest";
import { deal, type OpenSlot } from "#app/domain/judging/deal.ts";

const empty = { conflicts: new Set<string>(), taken: new Set<string>(), load: new Map<string, string[]>() };

const products = fc.array(
  fc.record({ storeId: fc.constantFrom("s1", "s2", "s3"), categoryKey: fc.constantFrom("FOOD", "BAG", "ETC") }),
  { minLength: 1, maxLength: 40 },
);
const panel = fc.integer({ min: 1, max: 7 }).map((count) => Array.from({ length: count }, (_, index) => `c${index}`));

function slotsOf(given: { storeId: string; categoryKey: string }[], each: number): OpenSlot[] {
  return given.flatMap((product, index) =>
    Array.from({ length: each }, (_, number) => ({ ...product, submissionId: `p${index}`, number: number + 1 })),
  );
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

it("deals everybody as many, and of every category about as many", () => {
  fc.assert(
    fc.property(products, panel, fc.integer({ min: 1, max: 3 }), (given, curators, each) => {
      const dealt = deal(slotsOf(given, each), { ...empty, curators });
      const full = Math.min(each, curators.length) * given.length;
      const had = dealt.filter(({ curatorId }) => curatorId !== null);
      expect(had).toHaveLength(full);
      const totals = countBy(had, ({ curatorId }) => curatorId ?? "");
      const counts = curators.map((curator) => totals.get(curator) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      for (const category of ["FOOD", "BAG", "ETC"]) {
        const of = had.filter(({ submissionId }) => given[Number(submissionId.slice(1))]?.categoryKey === category);
        const each = countBy(of, ({ curatorId }) => curatorId ?? "");
        const spread = curators.map((curator) => each.get(curator) ?? 0);
        expect(Math.max(...spread) - Math.min(...spread)).toBeLessThanOrEqual(2);
      }
    }),
  );
});

it("deals nobody a product twice, and nobody what a conflict forbids, however it is asked", () => {
  const conflicts = fc.uniqueArray(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 3 })).map(([c, s]) => `c${c} s${s}`));
  fc.assert(
    fc.property(products, panel, conflicts, fc.integer({ min: 1, max: 3 }), (given, curators, forbidden, each) => {
      const slots = slotsOf(given, each);
      const input = { ...empty, curators, conflicts: new Set(forbidden) };
      const dealt = deal(slots, input);
      const pairs = dealt.flatMap(({ curatorId, submissionId }) => (curatorId ? [`${curatorId} ${submissionId}`] : []));
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { submissionId, curatorId } of dealt) {
        const store = given[Number(submissionId.slice(1))]?.storeId;
        expect(forbidden).not.toContain(`${curatorId} ${store}`);
      }
      expect(deal([...slots].reverse(), { ...input, curators: [...curators].reverse() })).toEqual(dealt);
    }),
  );
});

it("goes on from what was dealt before", () => {
  const slots = slotsOf(
    Array.from({ length: 6 }, () => ({ storeId: "s1", categoryKey: "FOOD" })),
    1,
  );
  const load = new Map([["c0", ["FOOD", "FOOD", "FOOD", "FOOD"]]]);
  const dealt = deal(slots, { ...empty, curators: ["c0", "c1"], load });
  expect(dealt.map(({ curatorId }) => curatorId)).toEqual(["c1", "c1", "c1", "c1", "c0", "c1"]);
});
