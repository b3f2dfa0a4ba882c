import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { program } from "#app/domain/account/actor.ts";
import { recordAudit } from "#app/domain/audit/record.ts";
import { sealLines } from "#app/domain/audit/seal-lines.ts";
import { recordDecision } from "#app/domain/season/decisions.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { recomputeList } from "#app/domain/season/file/recompute-list.ts";
import type { SeasonFile } from "#app/domain/season/file/season-file.ts";
import { headOf, writeSeasonFile } from "#app/domain/season/file/write-season-file.ts";
import { computeResult } from "#app/domain/season/result/compute-result.ts";
import type { SeasonFacts } from "#app/domain/season/result/facts.ts";
import { type Database, inTransaction, type Prisma } from "#app/services/database/database.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { makeSubmissions } from "#tests/made-season.ts";
import { openSeason } from "./season-setup.ts";

let opened: TestDatabase;
let database: Database;
let file: SeasonFile;
let folder: string;

/** Twelve products, three places: one of those on the list withdraws, and the first of the reserve moves up. */
beforeAll(async () => {
  opened = await testDatabase();
  database = opened.client;
  folder = await mkdtemp(join(tmpdir(), "season-file-"));
  const { seasonId, curator } = await openSeason(database, { places: 3 });
  const ids = await makeSubmissions(database, seasonId, 12);
  const { rubric, ...rules } = { ...defaultRules(3), reserveSize: 4 };
  if (!rubric) throw new Error("the default has a rubric");
  const submissions = await database.submission.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    include: { product: { include: { store: true } } },
  });
  const facts: SeasonFacts = {
    rules: { places: 3, rubric, quotas: {}, reserveSize: 4 },
    submissions: submissions.map(({ id, submittedAt, product }, index) => ({
      ...{ id, kind: product.store.kind, submittedAt: submittedAt.toISOString(), standing: "entered" as const },
      ...{ unmet: [], waived: [], bonus: 0 },
      judgements: [0, 1, 2, 3, 4].map((judge) => ({
        curatorId: curator.accountId,
        marks: Object.fromEntries(rubric.criteria.map(({ key }) => [key, 3 + ((index + judge) % 3)])),
      })),
    })),
  };
  const outcome = computeResult(facts);
  const result = await database.$transaction(async (transaction) => {
    await transaction.seasonRules.create({
      data: { seasonId, version: 1, rules: { ...rules, rubric } as unknown as Prisma.InputJsonObject },
    });
    return transaction.seasonResult.create({
      data: {
        ...{ seasonId, number: 1, rulesVersion: 1 },
        facts: facts as unknown as Prisma.InputJsonObject,
        outcome: outcome as unknown as Prisma.InputJsonObject,
      },
    });
  });
  const [first, second, third] = outcome.places;
  const [reserve] = outcome.reserve;
  if (!first || !second || !third || !reserve) throw new Error("three places and a reserve");
  await inTransaction(database, async (transaction) => {
    const of = { seasonId, resultId: result.id };
    await transaction.season.update({ where: { id: seasonId }, data: { state: "frozen" } });
    await recordDecision(transaction, curator, {
      ...{ ...of, kind: "withdrawal" as const, submissionId: second.submissionId, reason: "재고가 없어요" },
      details: { place: second.number },
    });
    await recordDecision(transaction, program, {
      ...{ ...of, kind: "promotion" as const, submissionId: reserve.submissionId, reason: "예비 1번" },
      details: { place: second.number, rank: reserve.rank },
    });
    for (const { number, submissionId } of [first, { ...second, submissionId: reserve.submissionId }, third]) {
      await transaction.submission.update({ where: { id: submissionId }, data: { state: "selected" } });
      await transaction.place.create({ data: { seasonId, seasonPlaces: 3, number, submissionId } });
      await recordAudit(transaction, curator, { action: "touch", subject: { kind: "submission", id: submissionId } });
    }
  });
  await sealLines(database);
  const written = await writeSeasonFile(database, 2026);
  if (!written) throw new Error("there is a season of 2026");
  file = written;
});

afterAll(async () => {
  await opened.drop();
  await rm(folder, { recursive: true });
});

const changed = (change: (copy: SeasonFile) => void) => {
  const copy = structuredClone(file);
  change(copy);
  return recomputeList(copy).faults;
};

test("the list is computed again from its file alone", () => {
  expect(recomputeList(file)).toEqual({ faults: [], places: 3, lines: 3 });
  expect(headOf(file)).toBe(file.audit.at(-1)?.hash);
});

test("the file names nobody", async () => {
  const text = JSON.stringify(file);
  for (const { name, phone, email } of await database.account.findMany()) {
    for (const personal of [name, phone, email]) if (personal) expect(text).not.toContain(personal);
  }
});

test("another mark, another place, a decision left out and a line that was rewritten are each told", () => {
  const mark = changed(({ results }) => {
    const judgement = results[0]?.facts.submissions[0]?.judgements[0];
    if (judgement) judgement.marks.quality = 1;
  });
  expect(mark[0]).toEqual({ fault: "outcome", result: 1 });
  const place = changed(({ list }) => {
    const [first, second] = list;
    if (first && second) [first.submissionId, second.submissionId] = [second.submissionId, first.submissionId];
  });
  expect(place.map(({ fault }) => fault)).toEqual(["place", "place"]);
  const decision = changed(({ decisions }) => decisions.pop());
  expect(decision).toEqual([{ fault: "place", number: 2, file: file.list[1]?.submissionId, computed: null }]);
  const line = changed(({ audit }) => {
    if (audit[1]) audit[1].action = "look-away";
  });
  expect(line).toEqual([{ fault: "line", line: file.audit[1]?.id }]);
  expect(changed((copy) => Object.assign(copy, { results: [], list: [] }))).toEqual([{ fault: "not_computed" }]);
});

test("the command ends with 0 when the list agrees, 1 when it does not, 2 for what is no season's file", async () => {
  const run = async (name: string, given: unknown) => {
    const path = join(folder, name);
    await writeFile(path, typeof given === "string" ? given : JSON.stringify(given));
    return promisify(execFile)(process.execPath, ["start.mjs", "season", "recompute", path]).catch(
      (error: unknown) => error as { code: number; stdout: string },
    );
  };
  expect(await run("same.json", file)).not.toHaveProperty("code");
  const other = structuredClone(file);
  other.list.pop();
  const told = await run("other.json", other);
  expect(told).toMatchObject({ code: 1 });
  expect(told.stdout).toContain("3번 자리");
  expect(await run("none.json", "{}")).toMatchObject({ code: 2, stdout: "" });
}, 180_000);
