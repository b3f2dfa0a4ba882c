import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { districts } from "#app/domain/store/districts.ts";
import { districtCentres } from "#app/domain/visit/district-centres.ts";
import { distance, orderStops } from "#app/domain/visit/plan-route.ts";

const stop = (latitude: number, longitude: number, startsAt: Date | null = null) => ({ latitude, longitude, startsAt });
const lengthOf = (way: ReturnType<typeof stop>[]) =>
  way.slice(1).reduce((sum, one, index) => sum + distance(way[index] as typeof one, one), 0);

describe("distance", () => {
  it("is what a map says, within a hundred metres", () => {
    expect(distance(stop(37.573, 126.979), stop(37.564, 126.998))).toBeCloseTo(1.95, 1);
    expect(distance(stop(37.573, 126.979), stop(37.573, 126.979))).toBe(0);
  });
});

describe("a day's way", () => {
  const place = fc.record({
    latitude: fc.double({ min: 37.4, max: 37.7, noNaN: true }),
    longitude: fc.double({ min: 126.8, max: 127.2, noNaN: true }),
  });

  it("keeps every stop, and is no longer than the order they were given in", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (places) => {
        const stops = places.map(({ latitude, longitude }) => stop(latitude, longitude));
        const way = orderStops(stops);
        expect(new Set(way)).toEqual(new Set(stops));
        expect(lengthOf(way)).toBeLessThanOrEqual(lengthOf(stops) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the order of agreed times, however far it is", () => {
    const early = stop(37.67, 127.05, new Date("2026-12-05T01:00:00Z"));
    const between = stop(37.46, 126.9);
    const late = stop(37.66, 127.04, new Date("2026-12-05T05:00:00Z"));
    const way = orderStops([late, between, early]);
    expect(way.indexOf(early)).toBeLessThan(way.indexOf(late));
  });
});

it("knows where each district is, within Seoul", () => {
  for (const { code } of districts) {
    const [latitude, longitude] = districtCentres[code] ?? [0, 0];
    expect(latitude, code).toBeGreaterThan(37.4);
    expect(latitude, code).toBeLessThan(37.71);
    expect(longitude, code).toBeGreaterThan(126.8);
    expect(longitude, code).toBeLessThan(127.2);
  }
});
