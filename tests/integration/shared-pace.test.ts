import { expect, test } from "vitest";
import { openDatabase } from "#app/services/database/database.ts";
import { sharedPace } from "#app/services/pace/shared-pace.ts";
import { testDatabase } from "#tests/database.ts";

test("two workers together keep to one account's allowance, and neither goes without", async () => {
  const { client, url } = await testDatabase({ untilTestEnds: true });
  const other = openDatabase(url);
  try {
    const allowance = { perSecond: 40, capacity: 4 };
    const paces = [client, other].map((database) => sharedPace(database, "mall:coupang", allowance));
    const left: number[] = [];
    const counts = await Promise.all(
      paces.map(async (pace) => {
        for (let turns = 0; ; turns++) {
          await pace.turn();
          left.push(performance.now());
          if (left.length >= 40) return turns + 1;
        }
      }),
    );
    expect(Math.min(...counts)).toBeGreaterThan(5);
    const sorted = left.toSorted((a, b) => a - b).slice(0, 40);
    for (let index = 0; index + 20 < sorted.length; index += 1) {
      const seconds = ((sorted[index + 20] ?? 0) - (sorted[index] ?? 0)) / 1000;
      // Timers fire late, never early: a stretch looks shorter by what delayed its first request.
      expect(20).toBeLessThanOrEqual(4 + 40 * (seconds + 0.15));
    }
    const [row] = await client.accountPace.findMany();
    expect(row).toMatchObject({ account: "mall:coupang", perSecond: 40, capacity: 4 });
  } finally {
    await other.$disconnect();
  }
});

test("what the mall says of its bucket counts for all", async () => {
  const { client } = await testDatabase({ untilTestEnds: true });
  const [one, another] = [0, 1].map(() => sharedPace(client, "mall:naver", { perSecond: 1000, capacity: 1000 }));
  if (!one || !another) throw new Error("Two paces");
  await one.turn();
  await one.heard({ perSecond: 20, capacity: 2, remaining: 0 });
  const began = performance.now();
  await another.turn();
  expect(performance.now() - began).toBeGreaterThan(40);
  await one.rest(0.3);
  const resting = performance.now();
  await another.turn();
  expect(performance.now() - resting).toBeGreaterThan(280);
});
