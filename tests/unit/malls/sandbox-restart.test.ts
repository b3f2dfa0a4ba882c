import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { environmentWith } from "#app/config.ts";
import { freePort } from "#tests/free-port.ts";
import { type Sandbox, startSandbox } from "#tests/malls/sandbox.ts";
import { connectAll, orderFor, publishWhole, servePictures } from "./sandbox-setup.ts";

const publicOrigin = "https://pictures.baekseon.example";
const one = { listings: 1, duplicates: 0 };
const oneEach = Object.fromEntries(mallKeys.map((key) => [key, one]));
let pictures: Awaited<ReturnType<typeof servePictures>>;
let folder: string;
let stateFile: string;

beforeAll(async () => {
  pictures = await servePictures(publicOrigin);
});
afterAll(() => {
  pictures.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-sandbox-"));
  stateFile = join(folder, "state");
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

async function start({ reviewMilliseconds = 100 } = {}): Promise<Sandbox> {
  const { localOrigin } = pictures;
  const sandbox = await startSandbox({ port: 0, publicOrigin, localOrigin, reviewMilliseconds, stateFile });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

async function publishEverywhere({ origin }: Pick<Sandbox, "origin">, reference: string): Promise<void> {
  for (const { key, connection } of connectAll(origin)) {
    expect((await publishWhole(connection, await orderFor(key, reference))).outcome, key).toBe("accepted");
  }
}

async function untilLive({ standIns }: Sandbox): Promise<void> {
  const states = () => mallKeys.flatMap((key) => standIns[key].listings().map(({ state }) => state));
  await vi.waitFor(() => expect(new Set(states())).toEqual(new Set(["live"])), { timeout: 25_000 });
}

/** Every shop, every product's page and every picture, as a visitor gets them. */
async function visit({ origin }: Sandbox): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const key of mallKeys) {
    const path = `/${key}/store`;
    const shop = await (await fetch(origin + path)).text();
    seen[path] = shop;
    for (const [, address = ""] of shop.matchAll(/(?:class="picture" src|<a href)="(\/[a-z0-9-]+\/[^"]+)"/g)) {
      const answer = await fetch(origin + address);
      expect(answer.status, address).toBe(200);
      // Malls that link our pictures show the same one.
      seen[`${path} ${address}`] = Buffer.from(await answer.arrayBuffer()).toString("base64");
    }
  }
  return seen;
}

function numbersIn({ standIns }: Sandbox): number[] {
  const { naver, coupang } = standIns;
  return [...naver.listings(), ...coupang.listings()].map(({ remoteId }) => Number(remoteId));
}

test("malls started again on their file show the same counts, pages and pictures, and go on with new numbers", async () => {
  const before = await start();
  await publishEverywhere(before, "BX26-BEFORE");
  await untilLive(before);
  const seen = await visit(before);
  // The shop, its console, the product's page and its picture.
  expect(Object.keys(seen)).toHaveLength(4 * mallKeys.length);
  const [coupang] = before.standIns.coupang.listings();
  const address = (await before.standIns.coupang.readProduct(Number(coupang?.remoteId)))?.productId;
  await before.close();

  const after = await start();
  expect(after.counts()).toEqual(oneEach);
  expect(await visit(after)).toEqual(seen);
  expect((await fetch(`${after.origin}/coupang/store/${address}`)).status).toBe(200);
  await publishEverywhere(after, "BX26-AFTER");
  expect(new Set(numbersIn(after)).size).toBe(4);
});

test("a review that was under way when the malls ended is finished by those who follow", async () => {
  const before = await start({ reviewMilliseconds: 6_000 });
  const coupang = connectAll(before.origin).find(({ key }) => key === "coupang");
  await coupang?.connection.publish(await orderFor("coupang", "BX26-REVIEW"));
  await before.close();
  expect(before.standIns.coupang.listings()).not.toMatchObject([{ state: "live" }]);
  await untilLive(await start());
});

test.each<[what: string, spoil: (file: Buffer) => Buffer | string]>([
  ["cut short", (file) => file.subarray(0, file.length / 2)],
  ["altered in one byte", (file) => Buffer.concat([file.subarray(0, -1), Buffer.from([(file.at(-1) ?? 0) ^ 1])])],
  ["of another layout", (file) => file.toString("latin1").replace("-1 ", "-0 ")],
  ["empty", () => ""],
])("a file that is %s is reported and not used, and no number comes twice", async (_, spoil) => {
  const before = await start();
  await publishEverywhere(before, "BX26-LOST");
  const numbers = numbersIn(before);
  await before.close();
  await writeFile(stateFile, spoil(await readFile(stateFile)), "latin1");

  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const after = await start();
  expect(stderr.mock.calls.map(([said]) => said)).toEqual([
    expect.stringMatching(/^\S+state is not used; the malls start empty: it /),
  ]);
  expect(after.counts().naver.listings).toBe(0);
  await publishEverywhere(after, "BX26-NEW");
  expect(Math.min(...numbersIn(after))).toBeGreaterThan(Math.max(...numbers));
});

test("a killed process has lost nothing that was a moment old, and ends when its parent is gone", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const counts = async () => (await fetch(`${origin}/counts`)).json();
  const run = async (): Promise<ChildProcess> => {
    const child = fork(fileURLToPath(new URL("../../../commands/sandbox.ts", import.meta.url)), [], {
      execArgv: ["--import", "tsx"],
      env: environmentWith({
        DATA_DIR: folder,
        PORT: String(pictures.port),
        SANDBOX_PORT: String(port),
        PUBLIC_URL: publicOrigin,
      }),
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    await vi.waitFor(counts, { timeout: 30_000, interval: 100 });
    return child;
  };

  const first = await run();
  await publishEverywhere({ origin }, "BX26-KILLED");
  await sleep(1_000);
  first.kill("SIGKILL");
  await once(first, "exit");

  const second = await run();
  expect(await counts()).toEqual(oneEach);
  second.disconnect();
  expect(await once(second, "exit")).toEqual([0, null]);
}, 60_000);
