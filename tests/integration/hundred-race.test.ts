import { expect, test } from "vitest";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { withdrawSubmission } from "#app/domain/season/withdraw-submission.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

/** How often in a row; once in `npm test`. */
const runs = Number(process.env.RUNS ?? 1);
const places = 100;
const racers = 50;

/** A season whose hundred places are taken but one, and as many who want it as there are curators. */
async function lastPlace(database: Database) {
  const season = await openSeason(database, { places });
  const codes = Array.from({ length: places - 1 + racers }, (_, index) =>
    content(`P-${String(index).padStart(3, "0")}`),
  );
  const submissions = await submit(database, season, codes);
  await takeAllButOne(database, season.seasonId, submissions.slice(0, places - 1));
  return { season, wanting: submissions.slice(places - 1) };
}

async function takeAllButOne(database: Database, seasonId: string, submissionIds: string[]) {
  const seasonPlaces = places;
  await database.place.createMany({
    data: submissionIds.map((submissionId, index) => ({ seasonId, number: index + 1, seasonPlaces, submissionId })),
  });
  await database.submission.updateMany({ where: { id: { in: submissionIds } }, data: { state: "selected" } });
}

async function expectWhole(database: Database) {
  expect(await database.place.count()).toBe(places);
  expect(await database.submission.count({ where: { state: "selected" } })).toBe(places);
  expect(await database.submission.count({ where: { state: "selected", place: null } })).toBe(0);
  expect(await database.submission.count({ where: { state: { not: "selected" }, place: { isNot: null } } })).toBe(0);
}

test(
  `fifty curators race for the last place, connections are cut and requests repeated: one gets it (${runs}×)`,
  async () => {
    const { url, client } = await testDatabase({ untilTestEnds: true });
    const { season, wanting } = await lastPlace(client);
    const many = openDatabase(`${url}?application_name=racer`, { connections: racers });
    let cut = 0;
    try {
      for (let run = 0; run < runs; run++) {
        let racing = true;
        const killer = (async () => {
          // Not for ever: where every transaction is cut, nobody gets anything.
          for (let round = 0; racing && round < 15; round++) {
            const [killed] = await client.$queryRaw<{ killed: bigint }[]>`
            SELECT count(pg_terminate_backend(pid)) AS killed FROM (
              SELECT pid FROM pg_stat_activity
              WHERE datname = current_database() AND application_name = 'racer' AND xact_start IS NOT NULL
              ORDER BY random() LIMIT 2
            ) AS victims`;
            cut += Number(killed?.killed ?? 0);
            await new Promise((next) => setTimeout(next, 20));
          }
        })();
        // Whoever hears nothing presses again, and some press twice anyway.
        const outcomes = await Promise.all(
          wanting.flatMap((submissionId, index) =>
            Array.from({ length: index % 5 === 0 ? 2 : 1 }, () => press(many, season.curator, submissionId)),
          ),
        );
        racing = false;
        await killer;
        await expectWhole(client);
        const got = await client.place.findUniqueOrThrow({
          where: { seasonId_number: { seasonId: season.seasonId, number: places } },
        });
        expect(wanting).toContain(got.submissionId);
        // An answer that was lost is no second place, so at most one heard that it got it.
        expect(outcomes.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
        const reasons = new Set(
          outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.issues.map(({ code }) => code))),
        );
        for (const reason of reasons) expect(["season.full", "submission.not_selectable"]).toContain(reason);
        expect(
          await client.listing.count({ where: { product: { submissions: { some: { state: "submitted" } } } } }),
        ).toBe(0);
        await reset(client, season.seasonId, got.submissionId);
      }
    } finally {
      await many.$disconnect();
    }
    expect(cut).toBeGreaterThan(0);
  },
  120_000 + runs * 30_000,
);

/** Presses until an answer comes. */
async function press(database: Database, curator: Parameters<typeof selectSubmission>[1], submissionId: string) {
  for (;;) {
    try {
      return await selectSubmission(database, curator, { submissionId }, twoMalls);
    } catch (error) {
      if (!/terminat|closed|ECONN|connection|not found/i.test(String(error))) throw error;
    }
  }
}

async function reset(database: Database, seasonId: string, submissionId: string) {
  await database.place.delete({ where: { seasonId_number: { seasonId, number: places } } });
  await database.listing.deleteMany();
  await database.submission.update({ where: { id: submissionId }, data: { state: "submitted" } });
}

test("a place that somebody leaves while fifty wait for it is taken once", async () => {
  const { client } = await testDatabase({ untilTestEnds: true });
  const { season, wanting } = await lastPlace(client);
  const [first = "", ...others] = wanting;
  await press(client, season.curator, first);
  const office = { kind: "program" } as const;
  const [left] = await Promise.all([
    withdrawSubmission(client, office, { submissionId: first, reason: "거둬들여요" }, twoMalls),
    ...others.map((submissionId) => press(client, season.curator, submissionId)),
  ]);
  expect(left).toMatchObject({ ok: true, result: { place: places, promoted: null } });
  expect(await client.place.count()).toBeLessThanOrEqual(places);
  expect(await client.place.count({ where: { submissionId: first } })).toBe(0);
}, 120_000);
