import { expect, test } from "vitest";
import { pageSize, readPlace } from "#app/domain/page-place.ts";
import { findSeasonOverview } from "#app/domain/season/find-season-overview.ts";
import { findSubmission } from "#app/domain/season/find-submission.ts";
import { judgeSubmission } from "#app/domain/season/judge-submission.ts";
import { findNeighbours, listSubmissions } from "#app/domain/season/list-submissions.ts";
import { rejectSubmission } from "#app/domain/season/reject-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import {
  everySubmission,
  readSubmissionFilter,
  type SubmissionFilter,
  writeSubmissionFilter,
} from "#app/domain/season/submission-filter.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => content(`P-${String(index).padStart(3, "0")}`));

async function openQueue(count: number) {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const submissions = await submit(database, season, codes(count));
  const queue = { seasonId: season.seasonId, curatorId: season.curator.accountId };
  return { database, season, submissions, queue };
}

test("the pages of the queue hold every submission once, also when one is decided in between", async () => {
  const { database, season, queue } = await openQueue(2 * pageSize + 7);
  const filter: SubmissionFilter = { ...everySubmission, state: "submitted" };
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await listSubmissions(database, { ...queue, filter }, twoMalls, after);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
    const last = page.rows.at(-1);
    if (last) await rejectSubmission(database, season.curator, { submissionId: last.id });
  } while (after);
  expect(seen).toHaveLength(2 * pageSize + 7);
  expect(new Set(seen).size).toBe(seen.length);
}, 60_000);

test("the queue is filtered by state, kind of store and category", async () => {
  const { database, season, submissions, queue } = await openQueue(3);
  const [first = "", second = ""] = submissions;
  await selectSubmission(database, season.curator, { submissionId: first }, twoMalls);
  await rejectSubmission(database, season.curator, { submissionId: second });
  const count = async (filter: Partial<SubmissionFilter>) =>
    (await listSubmissions(database, { ...queue, filter: { ...everySubmission, ...filter } }, twoMalls)).rows.length;
  expect(await count({})).toBe(3);
  expect(await count({ state: "submitted" })).toBe(1);
  expect(await count({ state: "selected" })).toBe(1);
  expect(await count({ state: "rejected" })).toBe(1);
  expect(await count({ storeKind: "craft" })).toBe(3);
  expect(await count({ storeKind: "cooperative" })).toBe(0);
  expect(await count({ categoryKey: "ETC" })).toBe(3);
  expect(await count({ categoryKey: "BAG" })).toBe(0);
  expect(await findSeasonOverview(database)).toMatchObject({
    taken: 1,
    submissions: { submitted: 1, selected: 1, rejected: 1, withdrawn: 0 },
    next: ["judging"],
  });
});

test("a row tells the curator's own mark beside the mean of all, and the malls that would take it", async () => {
  const { database, season, submissions, queue } = await openQueue(1);
  const [submissionId = ""] = submissions;
  const other = await database.account.create({ data: { role: "curator", name: "박심사", email: "d@example.com" } });
  await judgeSubmission(database, season.curator, { submissionId, mark: 2, note: "" });
  await judgeSubmission(database, season.curator, { submissionId, mark: 5, note: "다시 보니 좋다" });
  const second = { ...season.curator, accountId: other.id };
  await judgeSubmission(database, second, { submissionId, mark: 4, note: "" });
  const onlyForeign = twoMalls.map((mall) =>
    mall.key === "gachi-sapsida"
      ? { ...mall, check: () => [{ code: "stock.none" as const, severity: "error" as const, path: {}, params: {} }] }
      : mall,
  );
  const { rows } = await listSubmissions(database, { ...queue, filter: everySubmission }, onlyForeign);
  expect(rows).toMatchObject([{ mark: 5, meanMark: 4.5, marks: 2, readyMalls: 1, malls: 2, place: null }]);
  const found = await findSubmission(database, { submissionId, curatorId: other.id }, onlyForeign);
  expect(found).toMatchObject({ own: { mark: 4, note: "" }, meanMark: 4.5, state: "submitted", listings: [] });
});

test("neighbours follow the filter, also from a product that has just left it", async () => {
  const { database, season, queue } = await openQueue(3);
  const waiting: SubmissionFilter = { ...everySubmission, state: "submitted" };
  const { rows } = await listSubmissions(database, { ...queue, filter: waiting }, twoMalls);
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error("three were submitted");
  await rejectSubmission(database, season.curator, { submissionId: second.id });
  const { seasonId } = season;
  expect(await findNeighbours(database, { ...second, seasonId }, waiting)).toEqual({
    previous: first.id,
    next: third.id,
  });
  expect(await findNeighbours(database, { ...first, seasonId }, waiting)).toEqual({ previous: null, next: third.id });
});

test("a selected product shows its place and how it reaches the malls", async () => {
  const { database, season, submissions } = await openQueue(1);
  const [submissionId = ""] = submissions;
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const asked = { submissionId, curatorId: season.curator.accountId };
  expect(await findSubmission(database, asked, twoMalls)).toMatchObject({
    state: "selected",
    place: 1,
    listings: [
      { mall: "gachi-sapsida", state: "waiting" },
      { mall: "naver", state: "waiting" },
    ],
    progress: { total: 2, done: 0, state: "running" },
  });
});

test("a filter survives its address, and an address from elsewhere is no error", () => {
  for (const filter of [
    everySubmission,
    { ...everySubmission, state: "submitted" },
    { ...everySubmission, state: "rejected", storeKind: "craft", categoryKey: "BAG" },
    { ...everySubmission, district: "11440", age: "longer", lowestMean: 2.5, highestMean: 4, words: "참기름 & 묵" },
  ] satisfies SubmissionFilter[]) {
    expect(readSubmissionFilter(writeSubmissionFilter(filter))).toEqual(filter);
  }
  const elsewhere = new URLSearchParams("state=lost&kind=shop&district=1&age=old&from=-1&to=x&words=%00");
  expect(readSubmissionFilter(elsewhere)).toEqual({ ...everySubmission, state: "submitted" });
  for (const text of [
    "",
    "x",
    "12_",
    "_00000000-0000-4000-8000-000000000001",
    "-1_00000000-0000-4000-8000-000000000001",
  ]) {
    expect(readPlace(text)).toBeNull();
  }
});
