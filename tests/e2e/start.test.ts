import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type House, openHouse } from "./house.ts";

let dataDir: string;
let house: House;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "baekseon-start-"));
  house = await openHouse(dataDir);
}, 180_000);

afterAll(async () => {
  await house?.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const hundred = async () => {
  const page = await (await fetch(`${house.origin}/hundred`)).text();
  return [...page.matchAll(/href="\/stores\/[^"]+"/g)].map(([link]) => link);
};

test("a second copy beside a running one says so and harms nothing", async () => {
  const second = spawn(process.execPath, ["start.mjs"], {
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  second.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise((ended) => second.once("close", ended));
  expect(code).toBe(1);
  expect(said).toMatch(/already runs/);
  expect((await fetch(`${house.origin}/readyz`)).status).toBe(200);
});

test("after kill -9 of everything the next start loses nothing", async () => {
  const before = await hundred();
  expect(before.length).toBeGreaterThan(0);
  // The database may lie elsewhere, where its own account reaches it; the start says where.
  const cluster = /database: (\S+)/.exec(house.printed)?.[1] ?? "";
  const [postmaster] = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n");
  await house.kill();
  process.kill(Number(postmaster), "SIGKILL");
  house = await openHouse(dataDir);
  expect(await hundred()).toEqual(before);
}, 120_000);

test("after Ctrl-C the next start finds what was there, and the malls remember too", async () => {
  const before = await hundred();
  const listings = async () => JSON.stringify(await (await fetch(`${house.sandbox}/counts`)).json());
  const counted = await listings();
  await house.stop();
  house = await openHouse(dataDir);
  expect(await hundred()).toEqual(before);
  expect(await listings()).toBe(counted);
}, 120_000);
