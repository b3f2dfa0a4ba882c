import { expect, test } from "vitest";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => content(`P-${String(index).padStart(3, "0")}`));

test("the hundredth place is taken, the 101st is refused, and nothing of it remains", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const submissions = await submit(database, season, codes(101));
  for (const submissionId of submissions.slice(0, 100)) {
    expect(await selectSubmission(database, season.curator, { submissionId }, twoMalls)).toMatchObject({ ok: true });
  }
  const last = { submissionId: submissions[100] ?? "" };
  const outcome = await selectSubmission(database, season.curator, last, twoMalls);
  expect(outcome).toMatchObject({ ok: false, issues: [{ code: "season.full", params: { places: 100 } }] });
  expect(await database.place.count()).toBe(100);
  expect(await database.submission.findUnique({ where: { id: last.submissionId } })).toMatchObject({
    state: "submitted",
  });
  expect(await database.listing.count()).toBe(200);
}, 60_000);

test("the database itself has no place 101, no place twice and no product on two places", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database, { places: 2 });
  const [first = "", second = ""] = await submit(database, season, codes(2));
  const { seasonId } = season;
  const place = (number: number, submissionId: string, seasonPlaces = 2) =>
    database.place.create({ data: { seasonId, number, seasonPlaces, submissionId } });
  await expect(place(3, first)).rejects.toThrow(/place_within_season/);
  await expect(place(0, first)).rejects.toThrow(/place_within_season/);
  // Claiming that the season had more places does not help: that must be the season's own number.
  await expect(place(3, first, 3)).rejects.toThrow(/[Ff]oreign key/);
  await place(1, first);
  await expect(place(1, second)).rejects.toThrow(/[Uu]nique/);
  await expect(place(2, first)).rejects.toThrow(/[Uu]nique/);
  await place(2, second);
  await expect(database.season.update({ where: { id: seasonId }, data: { places: 1 } })).rejects.toThrow(
    /place_within_season/,
  );
});

test("two curators racing for the last place: one gets it", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database, { places: 3 });
  const submissions = await submit(database, season, codes(12));
  const outcomes = await Promise.all(
    submissions.map((submissionId) => selectSubmission(database, season.curator, { submissionId }, twoMalls)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  expect((await database.place.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number)).toEqual([
    1, 2, 3,
  ]);
});

test("the same product selected by two curators at once takes one place", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const [submissionId = ""] = await submit(database, season, codes(1));
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => selectSubmission(database, season.curator, { submissionId }, twoMalls)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.place.count()).toBe(1);
  expect(await database.listing.count()).toBe(2);
});

test("a product no mall would take cannot be selected, and the reasons are told", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const foreign = content("F-1", { origin: { text: "중국산", kind: "foreign", country: "중국" } });
  const [submissionId = ""] = await submit(database, season, [foreign]);
  const strict = twoMalls.filter(({ key }) => key === "gachi-sapsida");
  const outcome = await selectSubmission(database, season.curator, { submissionId }, strict);
  expect(outcome).toMatchObject({ ok: false });
  expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual([
    "submission.not_ready",
    "origin.not_domestic",
  ]);

  expect(await selectSubmission(database, season.curator, { submissionId }, twoMalls)).toMatchObject({ ok: true });
  const listings = await database.listing.findMany({ orderBy: { channelKey: "asc" } });
  expect(listings.map(({ channelKey, state }) => [channelKey, state])).toEqual([
    ["gachi-sapsida", "not_ready"],
    ["naver", "waiting"],
  ]);
});
