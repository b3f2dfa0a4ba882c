import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { createApp, listen, type RunningWeb, type WebParts } from "#app/server.ts";
import { arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { ProgressStream } from "#app/web/progress-stream.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";

const storeId = "0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b11";
const otherStoreId = "0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b12";
const merchant: SessionAccount = { id: "a", role: "merchant", name: "김상인", storeId, helper: null };
const creator: SessionAccount = { id: "b", role: "creator", name: "이창작", storeId: null, helper: null };
const accounts: Record<string, SessionAccount> = { merchant, creator };

/** A page that answers what the server told it, in the shape Remix builds. */
const echoBuild = (loader: unknown) =>
  ({
    entry: { module: { default: () => new Response(), handleError: () => undefined } },
    routes: { root: { id: "root", path: "", module: { loader } } },
    assets: { entry: {}, routes: {}, url: "", version: "" },
    future: { v3_singleFetch: true },
    isSpaMode: false,
    assetsBuildDirectory: "",
    publicPath: "/",
  }) as unknown as ServerBuild;

let database: TestDatabase;
let progress: ProgressStream;
let web: RunningWeb;
let base: string;
const log: string[] = [];

const parts = (publicUrl: string): WebParts => ({
  settings: { publicUrl, https: publicUrl.startsWith("https:"), trustProxy: false, clientDirectory: "public" },
  house: { database: database.client, arriving: arrivingFiles(tmpdir()) } as WebParts["house"],
  build: echoBuild(undefined),
  findSession: async (token) => accounts[token] ?? null,
  findRendition: async () => null,
  progress,
  log: pino({ base: null }, { write: (line: string) => log.push(line) }),
});

beforeAll(async () => {
  database = await testDatabase();
  progress = new ProgressStream(database.url, database.client, pino({ level: "silent" }));
  web = await listen(createApp(parts("https://baekseon.example")), progress, 0, "127.0.0.1");
  base = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await web.stop();
  await database.drop();
});

describe("every answer", () => {
  it("carries the security headers, with a nonce of its own", async () => {
    const [first, second] = await Promise.all([fetch(`${base}/favicon.svg`), fetch(`${base}/favicon.svg`)]);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; style-src 'self'; style-src-attr 'unsafe-inline'/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toBe(second.headers.get("content-security-policy"));
    expect(first.headers.get("strict-transport-security")).toContain("max-age=63072000");
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(first.headers.get("permissions-policy")).toContain("geolocation=()");
    expect(first.headers.get("x-powered-by")).toBeNull();
  });

  it("is logged without query and cookies", async () => {
    await fetch(`${base}/favicon.svg?phone=01012345678`, { headers: { cookie: "__Host-session=secret" } });
    await expect.poll(() => log.some((line) => line.includes("/favicon.svg"))).toBe(true);
    expect(log.join()).not.toMatch(/01012345678|secret|127\.0\.0\.1/);
  });
});

it("answers an address of ten thousand Korean letters", async () => {
  expect((await fetch(`${base}/health?word=${"광".repeat(10_000)}`)).status).toBe(200);
});

it("says that it lives and that its database answers", async () => {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
});

it("refuses what another site sends, wherever it sends it", async () => {
  const post = (headers: Record<string, string>) => fetch(`${base}/anything`, { method: "POST", headers });
  expect((await post({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await (await post({})).text()).toBe("cross-site request refused\n");
  const own = await post({ origin: base });
  expect(await own.text()).not.toContain("cross-site");
});

it("reads no more than a form", async () => {
  const body = new Uint8Array(1024 * 1024 + 1);
  expect((await fetch(`${base}/login`, { method: "POST", headers: { origin: base }, body })).status).toBe(413);
});

it("takes what a mall tells of from wherever it comes, and no more than a megabyte of it", async () => {
  const post = (body: Uint8Array<ArrayBuffer>) => fetch(`${base}/webhooks/nowhere`, { method: "POST", body });
  expect((await post(new Uint8Array(10))).status).toBe(404);
  expect((await post(new Uint8Array(1024 * 1024 + 1))).status).toBe(413);
});

it("does not start around a page without a guard", () => {
  expect(() => createApp({ ...parts("http://localhost"), build: echoBuild(() => null) })).toThrow(
    "not made by allow()",
  );
});

describe("live progress", () => {
  const open = (token: string, signal?: AbortSignal) =>
    fetch(`${base}/events/progress`, { headers: { cookie: `__Host-session=${token}` }, signal: signal ?? null });

  it("is refused without a session and to roles that have none", async () => {
    expect((await open("nobody")).status).toBe(401);
    expect((await open("creator")).status).toBe(403);
  });

  it("tells a merchant what runs and what changes in the own store only", async () => {
    const row = { kind: "import", total: 10 } as const;
    const [own, foreign] = ["0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b21", "0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b22"];
    await database.client.progress.create({ data: { ...row, id: own, storeId } });
    await database.client.progress.create({ data: { ...row, id: foreign, storeId: otherStoreId } });
    const leaving = new AbortController();
    const answer = await open("merchant", leaving.signal);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(answer.headers.get("content-encoding")).toBeNull();

    let heard = "";
    const listenTo = (piece: string) => {
      heard += piece;
    };
    const reading = answer.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: listenTo }))
      .catch(() => undefined);
    await expect.poll(() => heard).toContain('"done":0');
    await database.client.progress.updateMany({ where: { id: { in: [own, foreign] } }, data: { done: 4 } });
    await expect.poll(() => heard).toContain('"done":4');
    expect(heard).not.toContain(foreign);
    leaving.abort();
    await reading;
  });

  it("ends with the server", async () => {
    const stream = new ProgressStream(database.url, database.client, pino({ level: "silent" }));
    const other = await listen(createApp({ ...parts("http://localhost"), progress: stream }), stream, 0, "127.0.0.1");
    const address = `http://127.0.0.1:${(other.server.address() as AddressInfo).port}/events/progress`;
    const answer = await fetch(address, { headers: { cookie: "session=merchant" } });
    const [, ended] = await Promise.all([other.stop(), answer.text()]);
    expect(ended).toContain("retry: 2000");
  });
});
