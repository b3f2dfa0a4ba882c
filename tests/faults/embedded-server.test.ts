import { type ChildProcess, fork } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedServer } from "#app/services/database/embedded-server.ts";

const isRoot = process.getuid?.() === 0;
let folder: string;
let killLater: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "embedded-"));
  chmodSync(folder, 0o755); // else root's data goes where PostgreSQL's own account can reach it
});

afterEach(async () => {
  for (const kill of killLater) kill();
  killLater = [];
  // Whatever a failed test left running.
  if (existsSync(join(folder, "postgres/cluster/postmaster.pid"))) await (await startEmbeddedServer(folder)).stop();
  rmSync(folder, { recursive: true });
});

/** Another process that uses the server under `folder`, until it is killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const other = fork("tests/faults/embedded-holder.ts", [folder], { execArgv: ["--import", "tsx"] });
  killLater.push(() => other.kill("SIGKILL"));
  await new Promise((ready) => other.once("message", ready));
  return other;
}

function killAndWait(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((exited) => child.once("exit", exited));
  child.kill("SIGKILL");
  return gone;
}

async function query(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(folder, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);
}

test("what a killed owner leaves running is adopted, and the last one to leave stops it", async () => {
  await killAndWait(await startElsewhere());
  const pid = postmasterPid();
  const server = await startEmbeddedServer(folder);
  expect(server.adopted).toBe(true);
  expect(postmasterPid()).toBe(pid);

  const other = await startElsewhere();
  await server.stop();
  expect(postmasterPid(), "the other one still uses it").toBe(pid);
  await killAndWait(other);
  await (await startEmbeddedServer(folder)).stop();
  expect(postmasterPid).toThrow();
});

test("rows that were acknowledged survive the death of owner and server", async () => {
  const other = await startElsewhere();
  const { url } = await startEmbeddedServer(folder);
  await query(url("postgres"), "CREATE TABLE kept AS SELECT generate_series(1, 500) AS number");
  const pid = postmasterPid();
  const dead = killAndWait(other);
  process.kill(pid, "SIGKILL");
  await dead;

  const server = await startEmbeddedServer(folder);
  expect(server.adopted).toBe(false);
  expect(await query(server.url("postgres"), "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 500 }]);
  await server.stop();
});

test("it lets nobody in without the password, and keeps that to its owner", async () => {
  const server = await startEmbeddedServer(folder);
  const url = new URL(server.url("postgres"));
  url.password = "guess";
  await expect(query(url.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(folder, "postgres/server.json")).mode & 0o777).toBe(0o600);
  await server.stop();
});

test("trigrams know Hangul, and settings hold what we rely on", async () => {
  const server = await startEmbeddedServer(folder);
  await query(server.url("postgres"), "CREATE EXTENSION pg_trgm");
  const rows = await query(
    server.url("postgres"),
    `SELECT cardinality(show_trgm('백선')) > 0 AS hangul, current_setting('fsync') AS fsync, current_setting('timezone') AS zone`,
  );
  expect(rows).toEqual([{ hangul: true, fsync: "on", zone: "UTC" }]);
  await server.stop();
});

test.runIf(isRoot)(
  "below a folder that PostgreSQL's account cannot enter, the data goes elsewhere and is found again",
  async () => {
    chmodSync(folder, 0o700);
    const first = await startEmbeddedServer(folder);
    expect(first.cluster.startsWith(folder)).toBe(false);
    await query(first.url("postgres"), "CREATE TABLE kept AS SELECT 1 AS number");
    await first.stop();
    const second = await startEmbeddedServer(folder);
    expect(second.cluster).toBe(first.cluster);
    expect(await query(second.url("postgres"), "SELECT number FROM kept")).toEqual([{ number: 1 }]);
    await second.stop();
    rmSync(join(second.cluster, ".."), { recursive: true });
    rmSync(join(folder, "postgres"), { recursive: true });
  },
);
