import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/services/database/database.ts";
import { countJobs } from "#app/services/queue/count-jobs.ts";
import { dropDatabase, emptyDatabase } from "#tests/database.ts";
import { freePort } from "#tests/free-port.ts";
import { copyForProduction } from "./production-copy.ts";

let folder: string;
let databaseUrl: string;
let settings: NodeJS.ProcessEnv;

beforeAll(async () => {
  const built = spawnSync(process.execPath, ["start.mjs", "build"], { encoding: "utf8" });
  expect(built.status, built.stderr).toBe(0);
  folder = copyForProduction();
  databaseUrl = await emptyDatabase();
  settings = {
    ...process.env,
    NODE_ENV: "production",
    BAEKSEON_MODE: "production",
    PORT: String(await freePort()),
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: "https://baekseon.example",
    SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    SECRETS_KEY: "fedcba9876543210fedcba9876543210",
    SOLAPI_API_KEY: "key",
    SOLAPI_API_SECRET: "secret",
    SOLAPI_SENDER: "0212345678",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "baekseon@baekseon.example",
  };
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(databaseUrl);
});

interface Run {
  child: ChildProcess;
  said: () => string;
  exit: Promise<number | null>;
}

function start(variables: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, ["start.mjs"], {
    cwd: folder,
    env: variables,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  return { child, said: () => said, exit: new Promise((ended) => child.once("close", ended)) };
}

async function ready({ said, exit }: Run): Promise<void> {
  const early = exit.then(() => expect.fail(said()));
  await Promise.race([early, expect.poll(said, { timeout: 60_000 }).toContain("Ctrl-C stops it")]);
}

test("names what is missing and stops", async () => {
  const run = start({ ...settings, DATABASE_URL: "", SMTP_URL: "" });
  expect(await run.exit).toBe(1);
  expect(run.said().trim().split("\n")).toEqual([
    expect.stringMatching(/^SMTP_URL: missing/),
    expect.stringMatching(/^DATABASE_URL: missing/),
  ]);
});

test("says in one sentence that the database cannot be reached", async () => {
  const run = start({ ...settings, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
  expect(await run.exit).toBe(1);
  expect(run.said()).toMatch(/^DATABASE_URL cannot be used \(127\.0\.0\.1:1\/nothing\): .*\n$/);
});

test("starts without tests/ and development dependencies, empty, with a link for the first of the office", async () => {
  expect(existsSync(join(folder, "tests"))).toBe(false);
  expect(existsSync(join(folder, "node_modules/msw"))).toBe(false);
  const run = start(settings);
  await ready(run);
  expect(run.said()).toMatch(/first office account is made here, once: https:\/\/baekseon\.example\/\S+/);
  expect(run.said()).not.toMatch(/sandbox|merchant/i);
  const origin = `http://127.0.0.1:${settings.PORT}`;
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  expect((await fetch(origin)).status).toBe(200);

  const second = start(settings);
  expect(await second.exit).toBe(1);
  expect(second.said()).toMatch(/^Baekseon already runs here \(process \d+, .*\)\. This copy stops\.\n$/);
  expect((await fetch(`${origin}/readyz`)).status, "the first one is unharmed").toBe(200);

  await expect.poll(workersAlive, { timeout: 60_000 }).toHaveLength(1);
  const [first = 0] = await workersAlive();
  process.kill(first, "SIGKILL");
  const killedAt = performance.now();
  await expect
    .poll(async () => (await workersAlive()).filter((pid) => pid !== first), { timeout: 60_000 })
    .toHaveLength(1);
  process.stderr.write(`A killed worker was replaced after ${((performance.now() - killedAt) / 1000).toFixed(1)} s.\n`);

  run.child.kill("SIGTERM");
  expect(await run.exit).toBe(0);
  await expect(fetch(origin)).rejects.toThrow();
});

/** Worker processes of this copy that take jobs: a worker holds its lock before it takes the first. */
async function workersAlive(): Promise<number[]> {
  const database = openDatabase(databaseUrl, { connections: 1 });
  const { workers } = await countJobs(database).finally(() => database.$disconnect());
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
  const own = join(realpathSync(folder), "build/workers/main.js");
  const pids = stdout.split("\n").flatMap((line) => (line.includes(own) ? [Number.parseInt(line, 10)] : []));
  return workers === pids.length ? pids : [];
}
