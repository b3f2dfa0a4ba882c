import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "#app/config.ts";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { pages } from "#app/routes.ts";
import { createApp, listen, type RunningWeb } from "#app/server.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { ProgressStream } from "#app/web/progress-stream.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { buildPages } from "../../commands/start/build-pages.ts";
import { content, openSeason, submit } from "./season-setup.ts";

const account = (role: SessionAccount["role"], storeId: string | null = null): SessionAccount => ({
  id: randomUUID(),
  role,
  name: "이름",
  storeId,
  helper: null,
});
/** By token; `neighbour` is a merchant of another store. */
const accounts: Record<string, SessionAccount> = {
  neighbour: account("merchant", randomUUID()),
  newcomer: account("merchant"),
  creator: account("creator"),
};
const callers = ["visitor", "merchant", "neighbour", "newcomer", "curator", "creator", "office"];

const silent = pino({ level: "silent" });
let database: TestDatabase;
let folder: string;
let web: RunningWeb;
let base: string;
let build: ServerBuild;
let own: { product: string; import: string };

beforeAll(async () => {
  await buildPages();
  build = (await import(/* @vite-ignore */ join(process.cwd(), "build/server/index.js"))) as ServerBuild;
  database = await testDatabase();
  const season = await openSeason(database.client);
  accounts.merchant = { ...account("merchant", season.storeId), id: season.merchant.accountId };
  accounts.curator = { ...account("curator"), id: season.curator.accountId };
  const { id } = await database.client.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  accounts.office = { ...account("office"), id };
  await submit(database.client, season, [content("A-1")]);
  const sheet = { name: "상품표.xlsx", blob: `uploads/${"0".repeat(64)}` };
  const order = { storeId: season.storeId, sheet, photos: null };
  const { importId } = await requestImport(database.client, season.merchant, order);
  own = { product: (await database.client.product.findFirstOrThrow()).id, import: importId };

  folder = await mkdtemp(join(tmpdir(), "every-page-"));
  const progress = new ProgressStream(database.url, database.client, silent);
  const app = createApp({
    settings: { publicUrl: "http://localhost", https: false, trustProxy: false, clientDirectory: "build/client" },
    house: {
      database: database.client,
      blobs: await openLocalBlobs(join(folder, "blobs")),
      arriving: arrivingFiles(join(folder, "arriving")),
      search: openPostgresIndex(database.client),
      config: loadConfig({ DATA_DIR: folder }),
    },
    build,
    findSession: async (token) => accounts[token] ?? null,
    findRendition: async () => null,
    progress,
    log: silent,
  });
  web = await listen(app, progress, 0, "127.0.0.1");
  base = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  await web.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function call(caller: string, method: string, path: string, body?: string) {
  const answer = await fetch(base + path, {
    method,
    headers: {
      cookie: `session=${caller}`,
      origin: base,
      ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    },
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return { status: answer.status, location: answer.headers.get("location") ?? "", text };
}

const fill = (path: string, value: string) => path.replace(/:\w+/, value);
const nonsense =
  "intent=select&intent=end&role=king&storeId=1&listingId=1&submissionId=1&seasonId=1&to=x&key=x&on=1&year=x";

describe.each(pages)("$path", ({ path, file, access }) => {
  it.each(callers)("is open to %s as the table says, and survives whatever is asked", async (caller) => {
    const role = accounts[caller]?.role;
    const lets = access === "public" || (role !== undefined && access.includes(role));
    const takesForms = build.routes[file.replace(/\.tsx?$/, "")]?.module.action !== undefined;
    const values = path.includes(":") ? [randomUUID(), "none"] : [""];
    const asked = values.flatMap((value) => [
      ["GET", fill(path, value)],
      ["GET", `${fill(path, value)}?after=x&page=0&refused=x&photos=1e99`],
      ["POST", fill(path, value), ""],
      ["POST", fill(path, value), nonsense],
      ["POST", fill(path, value), `${nonsense}&name=%00&text=a%00b&destination=%00&email=%00@x`],
    ]) as [method: string, path: string, body?: string][];
    for (const request of asked) {
      const { status, location } = await call(caller, ...request);
      const said = `${request.join(" ")} answered ${status} ${location}`;
      if (lets) expect(status, said).toBeLessThan(500);
      else if (request[0] === "POST" && !takesForms) expect(status, said).toBe(405);
      else if (role) expect(status, said).toBe(403);
      else expect(`${status} ${location}`, said).toMatch(/^302 \/login\?next=/);
    }
  });
});

it("has nothing at an address that the database could not even be asked for", async () => {
  for (const address of ["/stores/a%00b", "/office/hand-overs/%00/package", "/office/people?text=%00"]) {
    expect((await call("office", "GET", address)).status).toBe(404);
  }
});

it("shows the page of what is not there at a Korean address that was cut in the middle of a letter", async () => {
  for (const address of ["/stores/%EB%B0%B1%EC%86", "/%E0%A4%A", "/hundred/%", "/stores?word=%00"]) {
    const { status, text } = await call("office", "GET", address);
    expect([address, status]).toEqual([address, 404]);
    expect(text).toContain("<h1>");
  }
  expect((await call("office", "POST", "/stores/%EB%B0%B1%EC%86")).status).toBe(404);
});

it.each([
  ["/office", 403],
  ["/stores/none", 404],
  ["/no/such/page", 404],
])("says who is logged in also at %s, and lets them out", async (address, expected) => {
  const { status, text } = await call("curator", "GET", address);
  expect(status).toBe(expected);
  expect(text).toContain(accounts.curator?.name);
  expect(text).toContain('action="/logout"');
});

it("shows a merchant the own products and uploads, and nobody else's", async () => {
  const addresses = [
    `/merchant/products/${own.product}`,
    `/merchant/products/${own.product}/edit`,
    `/merchant/imports/${own.import}`,
  ];
  for (const address of addresses) {
    expect((await call("merchant", "GET", address)).status).toBe(200);
    expect((await call("neighbour", "GET", address)).status).toBe(404);
  }
  const change = "name=x&price=1000&stock=1";
  expect((await call("neighbour", "POST", `/merchant/products/${own.product}/edit`, change)).status).toBe(404);
});
