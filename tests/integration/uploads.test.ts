import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, utimes } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "#app/config.ts";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { sweepUploads } from "#app/domain/upload/sweep-uploads.ts";
import { uploadLimits, uploadQuota } from "#app/domain/upload/upload-limits.ts";
import { createApp, listen, type RunningWeb } from "#app/server.ts";
import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { type ArrivingFiles, arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { ProgressStream } from "#app/web/progress-stream.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { tusCaller } from "#tests/tus.ts";
import { buildPages } from "../../commands/start/build-pages.ts";
import { openSeason } from "./season-setup.ts";

const accounts: Record<string, SessionAccount> = {};
let database: TestDatabase;
let folder: string;
let blobs: BlobStore;
let arriving: ArrivingFiles;
let web: RunningWeb;
let base: string;

beforeAll(async () => {
  await buildPages();
  const build = (await import(/* @vite-ignore */ join(process.cwd(), "build/server/index.js"))) as ServerBuild;
  database = await testDatabase();
  const { storeId, merchant } = await openSeason(database.client);
  const neighbourStore = await database.client.store.findFirstOrThrow();
  const { id: otherStoreId } = await database.client.store.create({
    data: { ...neighbourStore, id: undefined, issues: [], slug: "other", businessNumber: "2208162517" },
  });
  const people = ["neighbour", "crowded"].map((name, index) => {
    return { id: randomUUID(), role: "merchant" as const, name, phone: `+82101234000${index}` };
  });
  await database.client.account.createMany({ data: people });
  const [neighbour, crowded] = people;
  const helper = { id: neighbour?.id ?? "", name: "딸", role: "merchant" as const, helpId: randomUUID() };
  accounts.merchant = { id: merchant.accountId, role: "merchant", name: "김상인", storeId, helper: null };
  accounts.helper = { ...accounts.merchant, helper };
  accounts.neighbour = { id: neighbour?.id ?? "", role: "merchant", name: "이웃", storeId: otherStoreId, helper: null };
  accounts.crowded = { ...accounts.neighbour, id: crowded?.id ?? "" };
  accounts.newcomer = { id: randomUUID(), role: "merchant", name: "새내기", storeId: null, helper: null };
  accounts.curator = { id: randomUUID(), role: "curator", name: "이심사", storeId: null, helper: null };

  folder = await mkdtemp(join(tmpdir(), "uploads-"));
  blobs = await openLocalBlobs(join(folder, "blobs"));
  arriving = arrivingFiles(join(folder, "arriving"));
  const log = pino({ level: "silent" });
  const progress = new ProgressStream(database.url, database.client, log);
  const app = createApp({
    settings: { publicUrl: "http://localhost", https: false, trustProxy: false, clientDirectory: "build/client" },
    house: {
      database: database.client,
      blobs,
      arriving,
      search: openPostgresIndex(database.client),
      config: loadConfig({ DATA_DIR: folder }),
    },
    build,
    findSession: async (token) => accounts[token] ?? null,
    findRendition: async () => null,
    progress,
    log,
  });
  web = await listen(app, progress, 0, "127.0.0.1");
  base = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  await web.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

const as = (who: string) => tusCaller(base, `session=${who}`);
const bytes = (length: number) => new Uint8Array(randomBytes(length));
const hashOf = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const importOf = (address: string) =>
  database.client.import.findUniqueOrThrow({ where: { id: address.split("/").at(-1) ?? "" } });

/** A whole upload. */
async function bring(who: string, name: string, body = bytes(100)): Promise<string> {
  const { url, id } = await as(who).announce(name, body.length);
  await as(who).send(url, 0, body);
  return id;
}

describe("a file that comes in pieces", () => {
  it("goes on where it was, and only there", async () => {
    const merchant = as("merchant");
    const [first, second] = [bytes(70_000), bytes(30_000)];
    const { status, url, id } = await merchant.announce("상품표.xlsx", 100_000);
    expect(status).toBe(201);
    expect(await merchant.offset(url)).toBe(0);
    expect(await merchant.send(url, 0, first)).toEqual({ status: 204, offset: 70_000 });
    expect((await merchant.send(url, 0, first)).status).toBe(409);
    expect((await merchant.send(url, 70_000, bytes(30_001))).status).toBe(413);
    expect(await merchant.offset(url)).toBe(70_000);
    expect((await database.client.upload.findUniqueOrThrow({ where: { id } })).arrivedAt).toBeNull();
    expect(await merchant.begin([id])).toContain("refused=upload.not_whole");

    expect(await merchant.send(url, 70_000, second)).toEqual({ status: 204, offset: 100_000 });
    const noted = await database.client.upload.findUniqueOrThrow({ where: { id } });
    expect(noted).toMatchObject({ fileName: "상품표.xlsx", bytes: 100_000n, takenAt: null });
    expect(noted.arrivedAt).not.toBeNull();

    const { sheetName, sheetBlob, photosBlob } = await importOf(await merchant.begin([id]));
    expect({ sheetName, sheetBlob, photosBlob }).toEqual({
      sheetName: "상품표.xlsx",
      sheetBlob: `uploads/${hashOf(first, second)}`,
      photosBlob: null,
    });
    expect(await arriving.size(id)).toBeNull();
    expect(await merchant.offset(url)).toBeNull();
  });

  it("is taken over by the next connection when the last one hangs", async () => {
    const merchant = as("merchant");
    const { url } = await merchant.announce("상품표.csv", 200_000);
    const hanging = merchant.sendSlowly(url, 0, 200_000);
    hanging.write(bytes(120_000));
    await expect.poll(async () => arriving.size(url.split("/").at(-1) ?? "")).toBe(120_000);
    const offset = await merchant.offset(url);
    expect(offset).toBe(120_000);
    expect(await merchant.send(url, offset ?? 0, bytes(80_000))).toEqual({ status: 204, offset: 200_000 });
    hanging.destroy();
  });

  it("keeps what came before its connection was cut", async () => {
    const merchant = as("merchant");
    const { url, id } = await merchant.announce("상품표.csv", 50_000);
    const cut = merchant.sendSlowly(url, 0, 50_000);
    cut.write(bytes(20_000));
    await expect.poll(async () => arriving.size(id)).toBe(20_000);
    cut.destroy();
    await expect.poll(() => merchant.offset(url)).toBe(20_000);
    expect(await merchant.remove(url)).toBe(204);
    expect(await arriving.size(id)).toBeNull();
    expect(await database.client.upload.findUnique({ where: { id } })).toBeNull();
  });
});

describe("whose it is", () => {
  it("is nobody else's", async () => {
    const { url, id } = await as("merchant").announce("상품표.xlsx", 100);
    for (const who of ["neighbour", "crowded"]) {
      expect(await as(who).offset(url)).toBeNull();
      expect((await as(who).send(url, 0, bytes(100))).status).toBe(404);
      expect(await as(who).remove(url)).toBe(404);
    }
    expect((await as("merchant").send(url, 0, bytes(100))).status).toBe(204);
    expect(await as("neighbour").begin([id])).toContain("refused=upload.gone");
    expect((await fetch(url, { headers: { cookie: "session=merchant" } })).status).toBe(405);
  });

  it("is the merchant's when somebody types for them", async () => {
    const id = await bring("helper", "상품표.xlsx");
    const { accountId, storeId } = await importOf(await as("merchant").begin([id]));
    expect({ accountId, storeId }).toEqual({ accountId: accounts.merchant?.id, storeId: accounts.merchant?.storeId });
  });

  it("is refused to visitors, other roles, merchants without a store, and other sites", async () => {
    expect((await as("nobody").announce("상품표.xlsx", 100)).status).toBe(401);
    expect((await as("curator").announce("상품표.xlsx", 100)).status).toBe(403);
    expect((await as("newcomer").announce("상품표.xlsx", 100)).status).toBe(403);
    const headers = { cookie: "session=merchant", "tus-resumable": "1.0.0", "upload-length": "5" };
    const foreign = await fetch(`${base}/uploads`, {
      method: "POST",
      headers: { ...headers, origin: "https://elsewhere.example" },
    });
    expect(foreign.status).toBe(403);
  });
});

describe("what is not taken in", () => {
  const said = async (name: string, length: number, who = "merchant") => {
    const { status, said } = await as(who).announce(name, length);
    return { status, issue: JSON.parse(said).issue };
  };

  it("says why, before a byte of it came", async () => {
    expect(await said("상품표.xlsx", uploadLimits.sheetBytes + 1)).toMatchObject({
      status: 422,
      issue: { code: "upload.too_large", params: { maximum: 50 } },
    });
    expect(await said("사진.zip", uploadLimits.photoBytes + 1)).toMatchObject({
      status: 413,
      issue: { code: "upload.too_large", params: { maximum: 2048 } },
    });
    expect(await said("가족.mp4", 100)).toMatchObject({ issue: { code: "upload.unknown_kind" } });
    expect(await said("상품표.xlsx", 0)).toMatchObject({ issue: { code: "upload.empty" } });
  });

  it("has a name without folders and tricks", async () => {
    const { id } = await as("merchant").announce("..\\..\\몰래/\u202egpj\u0000.exe.xlsx", 100);
    const { fileName } = await database.client.upload.findUniqueOrThrow({ where: { id } });
    expect(fileName).toBe("gpj.exe.xlsx");
  });

  it("is what goes beyond an account's room, also when much is asked at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) => as("crowded").announce(`${index}.zip`, uploadLimits.photoBytes)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
    expect(await said("5.zip", uploadLimits.photoBytes, "crowded")).toMatchObject({
      issue: { code: "upload.no_room" },
    });
    const kept = answers.find(({ status }) => status === 201);
    await as("crowded").remove(kept?.url ?? "");
    expect((await as("crowded").announce("5.zip", uploadLimits.photoBytes)).status).toBe(201);
    expect(uploadQuota.bytes).toBeLessThan(3 * uploadLimits.photoBytes);
  });

  it("is a length that is not known", async () => {
    const answer = await fetch(`${base}/uploads`, {
      method: "POST",
      headers: { cookie: "session=merchant", origin: base, "tus-resumable": "1.0.0", "upload-defer-length": "1" },
    });
    expect(answer.status).toBe(501);
  });
});

describe("an import", () => {
  it("begins once, however often and however fast it is asked for", async () => {
    const ids = [
      await bring("merchant", "상품표.csv"),
      await bring("merchant", "a.jpg"),
      await bring("merchant", "b.jpg"),
    ];
    const jobs = () => database.client.$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker.jobs WHERE key = ${`import:${ids[0]}`}`;
    const addresses = await Promise.all(Array.from({ length: 6 }, () => as("merchant").begin(ids)));
    expect(new Set(addresses)).toEqual(new Set([`/merchant/imports/${ids[0]}`]));
    expect(await as("merchant").begin(ids)).toBe(addresses[0]);
    expect(await jobs()).toHaveLength(1);
    const { photosBlob } = await importOf(addresses[0] ?? "");
    expect((await blobs.get(photosBlob as BlobKey)).subarray(0, 2).toString()).toBe("PK");
  });

  it("takes no file of another import", async () => {
    const [sheet, photo] = [await bring("merchant", "가.csv"), await bring("merchant", "a.jpg")];
    const other = await bring("merchant", "나.csv");
    expect(await as("merchant").begin([sheet, photo])).toBe(`/merchant/imports/${sheet}`);
    expect(await as("merchant").begin([other, photo])).toContain("refused=upload.gone");
    expect(await database.client.import.findUnique({ where: { id: other } })).toBeNull();
    expect(await as("merchant").begin([other])).toBe(`/merchant/imports/${other}`);
  });

  it("does not mix two uploads of one store at once", async () => {
    const bodies = { 가: bytes(300_000), 나: bytes(300_000) };
    const both = await Promise.all(
      (["가", "나"] as const).map(async (name) => {
        const who = as(name === "가" ? "merchant" : "helper");
        const sheet = await who.announce(`${name}.csv`, 300_000);
        for (let offset = 0; offset < 300_000; offset += 50_000) {
          await who.send(sheet.url, offset, bodies[name].slice(offset, offset + 50_000));
        }
        return who.begin([sheet.id]);
      }),
    );
    const [first, second] = await Promise.all(both.map(importOf));
    expect(first).toMatchObject({ sheetName: "가.csv", sheetBlob: `uploads/${hashOf(bodies.가)}` });
    expect(second).toMatchObject({ sheetName: "나.csv", sheetBlob: `uploads/${hashOf(bodies.나)}` });
  });

  it("needs one sheet, and photos of one kind", async () => {
    const { begin } = as("merchant");
    const [sheet, second] = [await bring("merchant", "1.csv"), await bring("merchant", "2.xlsx")];
    const [archive, photo] = [await bring("merchant", "사진.zip"), await bring("merchant", "사진.HEIC")];
    expect(await begin([])).toContain("refused=upload.no_sheet");
    expect(await begin([photo])).toContain("refused=upload.no_sheet");
    expect(await begin([sheet, second])).toContain("refused=upload.two_sheets");
    expect(await begin([sheet, archive, photo])).toContain("refused=upload.two_archives");
    expect(await begin(["x"])).toContain("refused=");
    expect(await begin([archive, sheet])).toBe(`/merchant/imports/${sheet}`);
  });

  it("begins with a file whose arrival a killed server did not note", async () => {
    const id = await bring("merchant", "상품표.csv");
    await database.client.upload.update({ where: { id }, data: { arrivedAt: null } });
    expect(await as("merchant").begin([id])).toBe(`/merchant/imports/${id}`);
  });
});

it("is swept when a week has passed and nobody went on", async () => {
  const [old, growing, fresh, taken] = [
    await bring("merchant", "old.csv"),
    await bring("merchant", "growing.csv"),
    await bring("merchant", "fresh.csv"),
    await bring("merchant", "taken.csv"),
  ];
  const orphan = randomUUID();
  writeFileSync(arriving.pathOf(orphan), "nobody's");
  await as("merchant").begin([taken]);
  writeFileSync(arriving.pathOf(taken), "left by a killed server");
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60_000);
  await database.client.upload.updateMany({ where: { id: { in: [old, growing] } }, data: { createdAt: longAgo } });
  await utimes(arriving.pathOf(old), longAgo, longAgo);

  await sweepUploads({ database: database.client, arriving });
  const left = [old, growing, fresh, taken, orphan].filter((id) => existsSync(arriving.pathOf(id)));
  expect(left).toEqual([growing, fresh]);
  expect(await database.client.upload.findUnique({ where: { id: old } })).toBeNull();
  expect(await as("merchant").begin([fresh])).toBe(`/merchant/imports/${fresh}`);
});
