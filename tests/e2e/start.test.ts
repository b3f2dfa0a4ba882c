import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { freePort } from "#tests/free-port.ts";
import { type House, openHouse } from "./house.ts";
import { besideHouse, leaveOldPicture, runRenditions } from "./renditions-command.ts";

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

test("pictures are rebuilt and pruned beside it: what a mall was sent stays what it was, and is served all the while", async () => {
  const served = async (address: string) => {
    const answer = await fetch(`${house.origin}/renditions/${address}.jpg`);
    return answer.ok ? answer.headers.get("etag") : answer.status;
  };
  const { lost, sent, old, oldSent } = await besideHouse(dataDir, async (database, blobs) => {
    const find = async (where: object) => {
      const row = await database.rendition.findFirst({ where, orderBy: { createdAt: "asc" } });
      return row && { address: row.address, etag: `"${row.sha256}"` };
    };
    const findSent = () => find({ specKey: "square-1000", pinnedAt: { not: null } });
    await expect.poll(findSent, { timeout: 120_000, interval: 500 }).not.toBeNull();
    const [one, other] = [await find({ specKey: "web-320" }), await findSent()];
    if (!one || !other) throw new Error("nothing is made");
    // Two that a former program made, and a disk that lost two others.
    const old = await leaveOldPicture(database, blobs, { pinned: false });
    const oldSent = await leaveOldPicture(database, blobs, { pinned: true });
    for (const { address } of [one, other]) await blobs.remove(renditionKey(address));
    return { lost: one, sent: other, old, oldSent };
  });
  expect([await served(lost.address), await served(sent.address)]).toEqual([404, 404]);

  const rebuilt = await runRenditions(dataDir, "--rebuild", "--json");
  expect(rebuilt.code, rebuilt.said).toBe(0);
  expect(JSON.parse(rebuilt.said)).toMatchObject({ lost: [], failed: [] });
  // The same bytes as before, or the tag would be another one.
  expect([await served(lost.address), await served(sent.address)]).toEqual([lost.etag, sent.etag]);

  const pruned = await runRenditions(dataDir, "--prune", "--json");
  expect(pruned.code, pruned.said).toBe(0);
  expect(JSON.parse(pruned.said)).toMatchObject({ pruned: 1 });
  expect(await served(old)).toBe(404);
  for (const address of [lost.address, sent.address, oldSent]) expect(await served(address)).toMatch(/^"/);

  // What cannot be made again is named, and nothing else is put in its place.
  await besideHouse(dataDir, (_database, blobs) => blobs.remove(renditionKey(oldSent)));
  const named = await runRenditions(dataDir, "--rebuild");
  expect(named.code).toBe(1);
  expect(named.said).toContain(oldSent);
  expect(await served(oldSent)).toBe(404);
  expect((await runRenditions(dataDir, "--remake")).code).toBe(2);
}, 400_000);

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
  const counts = async (): Promise<Record<string, { listings: number }>> =>
    (await fetch(`${house.sandbox}/counts`)).json() as never;
  const counted = Object.entries(await counts());
  await house.stop();
  house = await openHouse(dataDir);
  expect(await hundred()).toEqual(before);
  // What was on its way may have arrived since.
  const now = await counts();
  for (const [mall, { listings }] of counted) expect(now[mall]?.listings, mall).toBeGreaterThanOrEqual(listings);
  expect(counted.some(([, { listings }]) => listings > 0)).toBe(true);
}, 120_000);
