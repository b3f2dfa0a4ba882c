import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { program } from "#app/domain/account/actor.ts";
import { recordAudit, recordAuditLines } from "#app/domain/audit/record.ts";
import { sealLines } from "#app/domain/audit/seal-lines.ts";
import { verifyChains } from "#app/domain/audit/verify-chains.ts";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

let opened: TestDatabase;
let database: Database;
let season: OpenSeason;
const sessions: pg.Client[] = [];

beforeEach(async () => {
  opened = await testDatabase();
  database = opened.client;
  season = await openSeason(database);
});

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.end();
  await opened.drop();
});

/** A session of its own, as superuser. */
async function session(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: opened.url });
  await client.connect();
  sessions.push(client);
  return client;
}

const insert = `INSERT INTO audit_line (action, subject_kind, subject_id) VALUES ('touch', $1, $2) RETURNING id`;
const touch = (client: pg.Client, kind = "store", id = "1"): Promise<string> =>
  client.query(insert, [kind, id]).then(({ rows }) => rows[0].id);

async function touchTimes(count: number, subject = { kind: "season", id: season.seasonId }) {
  const entries = Array.from({ length: count }, (_, index) => ({ action: "touch", subject, details: { index } }));
  await inTransaction(database, (transaction) => recordAuditLines(transaction, program, entries));
  return database.auditLine.findMany({ where: { action: "touch", subjectId: subject.id }, orderBy: { id: "asc" } });
}

/** What only somebody who rules the database can do. */
async function tamper(sql: string, parameters: unknown[] = []) {
  const client = await session();
  await client.query("ALTER TABLE audit_line DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER");
  const { rowCount } = await client.query(sql, parameters);
  await client.query("ALTER TABLE audit_line ENABLE ALWAYS TRIGGER audit_line_append_only");
  expect(rowCount).toBeGreaterThan(0);
}

const ofSeason = async () => (await verifyChains(database)).find(({ year }) => year === 2026);
const beside = async () => (await verifyChains(database)).find(({ year }) => year === null);

test("neither lines nor seals are changed or removed, also by sessions that set other triggers aside", async () => {
  await touchTimes(1);
  await sealLines(database);
  const client = await session();
  for (const role of ["origin", "replica"]) {
    await client.query(`SET session_replication_role = ${role}`);
    for (const sql of [
      "UPDATE audit_line SET action = 'x'",
      "DELETE FROM audit_line",
      "TRUNCATE audit_line",
      "UPDATE audit_seal SET hash = hash",
      "DELETE FROM audit_seal",
      "TRUNCATE audit_seal",
    ]) {
      await expect(client.query(sql), `${role}: ${sql}`).rejects.toThrow(/append-only/);
    }
  }
});

test("an owner without a superuser's rights may not even ask", async () => {
  const { rows } = await (await session()).query(
    `SELECT table_name, privilege_type FROM information_schema.table_privileges
     WHERE table_name IN ('audit_line', 'audit_seal') AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`,
  );
  expect(rows).toEqual([]);
});

test("a line about a season or a submission is in the season's chain, also when it is only said", async () => {
  const [submissionId = ""] = await submit(database, season, [content("A-1")]);
  const entry = { action: "touch", subject: { kind: "slot", id: randomUUID() }, seasonId: season.seasonId };
  await inTransaction(database, (transaction) => recordAudit(transaction, program, entry));
  const lines = await database.auditLine.findMany({ where: { seasonId: season.seasonId }, orderBy: { id: "asc" } });
  expect(lines.map(({ action, subjectId }) => `${action} ${subjectId}`)).toEqual([
    `submit-product ${submissionId}`,
    `touch ${entry.subject.id}`,
  ]);
  await sealLines(database);
  expect(await ofSeason()).toMatchObject({ sealed: 2, waiting: 0, broken: null });
  expect(await beside()).toMatchObject({ waiting: 0, broken: null });
});

test("what comes after a sealing waits for the next one, and the chain goes on where it ended", async () => {
  await touchTimes(3);
  expect((await sealLines(database)).sealed).toBeGreaterThanOrEqual(3);
  const before = await ofSeason();
  await touchTimes(2);
  expect(await ofSeason()).toMatchObject({ sealed: 3, waiting: 2, head: before?.head });
  expect(await sealLines(database)).toEqual({ sealed: 2, waitingFor: 0 });
  expect(await ofSeason()).toMatchObject({ sealed: 5, waiting: 0, broken: null });
  expect(await sealLines(database)).toEqual({ sealed: 0, waitingFor: 0 });
});

test("nothing is sealed above a line that may still be committed, and then all of it in the order of ids", async () => {
  const slow = await session();
  await slow.query("BEGIN");
  const early = await touch(slow, "season", season.seasonId);
  const [late] = await touchTimes(1);
  expect(Number(late?.id)).toBeGreaterThan(Number(early));
  expect(await sealLines(database, { patienceSeconds: 0.2 })).toEqual({ sealed: 0, waitingFor: 1 });
  expect(await ofSeason()).toMatchObject({ sealed: 0, waiting: 1 });

  const sealing = sealLines(database, { patienceSeconds: 30 });
  await slow.query("COMMIT");
  expect((await sealing).sealed).toBeGreaterThanOrEqual(2);
  expect(await ofSeason()).toMatchObject({ sealed: 2, waiting: 0, broken: null });
});

test("an id that was drawn and never came is no gap, and a transaction that only reads is not waited for", async () => {
  const reading = await session();
  await reading.query("BEGIN; SELECT count(*) FROM audit_line");
  const gone = await session();
  await gone.query("BEGIN");
  await touch(gone, "season", season.seasonId);
  await gone.query("ROLLBACK");
  await touchTimes(1);
  expect((await sealLines(database, { patienceSeconds: 0 })).waitingFor).toBe(0);
  expect(await ofSeason()).toMatchObject({ sealed: 1, broken: null });
});

test("sealing keeps no writer waiting, and no writer another", async () => {
  await touchTimes(1);
  const sealer = await session();
  // As far as a sealing ever gets: its lock is held and its seals are written, not yet committed.
  await sealer.query("BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('seal-audit', 0))");
  await sealer.query("INSERT INTO audit_seal (line_id, hash) SELECT id, repeat('0', 64) FROM audit_line");
  const writers = await Promise.all(Array.from({ length: 8 }, () => session()));
  await Promise.all(writers.map((writer) => writer.query("BEGIN; SET LOCAL lock_timeout = '20s'")));
  // Each has written before any has ended: none of them waited for another.
  await Promise.all(writers.map((writer) => touch(writer, "season", season.seasonId)));
  await Promise.all(writers.map((writer) => writer.query("COMMIT")));
  expect(await database.auditLine.count({ where: { seasonId: season.seasonId } })).toBe(9);
  await sealer.query("ROLLBACK");
});

test("many writers and several sealers at once make one whole chain", async () => {
  let writing = true;
  const sealers = Array.from({ length: 3 }, async () => {
    while (writing) await sealLines(database, { patienceSeconds: 1 });
  });
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let turn = 0; turn < 25; turn += 1) {
      await inTransaction(database, async (transaction) => {
        const subject = { kind: "season", id: season.seasonId };
        await recordAudit(transaction, program, { action: "touch", subject, details: { writer, turn } });
        if (turn % 3 === 0) await transaction.$queryRaw`SELECT pg_sleep(0.005)::text`;
        await recordAudit(transaction, program, { action: "touch", subject: { kind: "store", id: String(writer) } });
      });
    }
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(sealers);
  await sealLines(database, { patienceSeconds: 30 });
  expect(await ofSeason()).toMatchObject({ sealed: 150, waiting: 0, broken: null });
  expect(await beside()).toMatchObject({ waiting: 0, broken: null });
}, 60_000);

const tampering = {
  "a changed detail": {
    sql: `UPDATE audit_line SET details = '{"index": 99}' WHERE id = $1`,
    fault: "changed",
    names: 0,
  },
  "another actor": {
    sql: "UPDATE audit_line SET actor_id = gen_random_uuid() WHERE id = $1",
    fault: "changed",
    names: 0,
  },
  "a moved minute": {
    sql: "UPDATE audit_line SET at = at - interval '1 minute' WHERE id = $1",
    fault: "changed",
    names: 0,
  },
  "a line that is gone": { sql: "DELETE FROM audit_line WHERE id = $1", fault: "missing", names: 0 },
  "a line that is gone with its seal": {
    sql: "WITH gone AS (DELETE FROM audit_seal WHERE line_id = $1) DELETE FROM audit_line WHERE id = $1",
    fault: "changed",
    names: 1,
  },
  "a line put into another season": {
    sql: "UPDATE audit_line SET season_id = gen_random_uuid() WHERE id = $1",
    fault: "missing",
    names: 0,
  },
  "another hash": {
    sql: "UPDATE audit_seal SET hash = repeat('0', 64) WHERE line_id = $1",
    fault: "changed",
    names: 0,
  },
} as const;

test.each(Object.entries(tampering))("%s is found and named", async (_, { sql, fault, names }) => {
  const lines = await touchTimes(5);
  await sealLines(database);
  expect(await ofSeason()).toMatchObject({ broken: null });
  await tamper(sql, [lines[2]?.id]);
  expect(await ofSeason()).toMatchObject({ broken: { line: String(lines[2 + names]?.id), fault } });
  expect(await beside()).toMatchObject({ broken: null });
});

test("a line put in afterwards, below what is sealed, is found", async () => {
  await touchTimes(2);
  await sealLines(database);
  const client = await session();
  await client.query(
    `INSERT INTO audit_line (id, action, subject_kind, subject_id, season_id) VALUES (-1, 'touch', 'x', '1', $1)`,
    [season.seasonId],
  );
  expect(await ofSeason()).toMatchObject({ broken: { line: "-1", fault: "added" } });
});

test("a chain that was written anew from the start has another head", async () => {
  const [first] = await touchTimes(3);
  await sealLines(database);
  const noted = (await ofSeason())?.head;
  await tamper("WITH gone AS (DELETE FROM audit_seal) DELETE FROM audit_line WHERE id = $1", [first?.id]);
  await sealLines(database);
  const anew = await ofSeason();
  expect(anew).toMatchObject({ sealed: 2, broken: null });
  expect(anew?.head).not.toBe(noted);
});

test("freezing a season asks for a sealing in the same transaction", async () => {
  await database.season.update({ where: { id: season.seasonId }, data: { state: "judging" } });
  await advanceSeason(database, season.curator, { seasonId: season.seasonId, to: "frozen" }, twoMalls);
  const jobs = await database.$queryRaw`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'seal-audit'`;
  expect(jobs).toHaveLength(1);
});

test("the command says whole with 0 and names the first broken line with 1", async () => {
  const lines = await touchTimes(3);
  await sealLines(database);
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, ["start.mjs", "audit", ...words], {
      env: { ...process.env, DATABASE_URL: opened.url },
    }).catch((error: unknown) => error as { code: number; stdout: string; stderr: string });
  const whole = await run("verify", "--season", "2026", "--json");
  expect(whole).not.toHaveProperty("code");
  expect(JSON.parse(whole.stdout)).toMatchObject({ chains: [{ year: 2026, sealed: 3, waiting: 0, broken: null }] });
  await tamper(tampering["a changed detail"].sql, [lines[1]?.id]);
  const broken = await run("verify");
  expect(broken).toMatchObject({ code: 1 });
  expect(broken.stdout).toContain(`끊어짐: ${lines[1]?.id}번 줄`);
  for (const words of [["verify", "--season", "1999"], ["repair"]]) {
    expect(await run(...words)).toMatchObject({ code: 2, stdout: "" });
  }
}, 180_000);
