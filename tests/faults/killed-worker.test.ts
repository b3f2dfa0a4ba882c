import { expect, test } from "vitest";
import { lasting, rehearse } from "./rehearsal.ts";

const season = ["examples/catalog.xlsx", "examples/photos.zip"];

/** The counts one makes by hand from examples/README.md. */
const byHand = {
  rows: { total: 31, accepted: 27, refused: 3, skipped: 1 },
  selected: 26,
  malls: {
    "gachi-sapsida": { listings: 24, duplicates: 0 },
    naver: { listings: 25, duplicates: 0 },
    coupang: { listings: 25, duplicates: 0 },
    // Four are goods of kinds whose disclosure 11st tells nobody the codes of.
    elevenst: { listings: 21, duplicates: 0 },
    // A small photo may have a white margin in a shop of one's own.
    cafe24: { listings: 26, duplicates: 0 },
    // Nothing is too small for it.
    shopify: { listings: 26, duplicates: 0 },
  },
};

test("a season whose worker is killed again and again ends like one that was left in peace", async () => {
  const peaceful = await rehearse(season);
  expect(peaceful).toMatchObject({ exitCode: 0, report: byHand });
  expect(peaceful.workers).toHaveLength(1);

  // Each worker lives a little longer than the one before, so the kills fall into intake, rendering, sending and reviews.
  let kills = 0;
  const killed = await rehearse(season, (pid) => {
    if (kills === 6) return;
    kills += 1;
    setTimeout(() => process.kill(pid, "SIGKILL"), 1_500 + kills * 700);
  });
  expect(killed.exitCode, killed.standardError).toBe(0);
  expect(killed.workers.length).toBeGreaterThan(3);
  expect(lasting(killed.report)).toEqual(lasting(peaceful.report));
}, 400_000);

test("input that cannot be read ends with 2, one line of reason and nothing on standard output", async () => {
  const { exitCode, report, standardError } = await rehearse(["LICENSE", "examples/photos.zip"]);
  expect(exitCode).toBe(2);
  expect(report).toEqual({});
  const reasons = standardError
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("worker pid"));
  expect(reasons).toHaveLength(1);
});
