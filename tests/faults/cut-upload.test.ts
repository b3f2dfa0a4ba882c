import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openSession } from "#app/domain/account/open-session.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { freePort } from "#tests/free-port.ts";
import { tusCaller } from "#tests/tus.ts";
import { runProgram, startWebProcess } from "#tests/web-process.ts";
import { buildPages } from "../../commands/start/build-pages.ts";

async function stage() {
  const { client: database, url: databaseUrl } = await testDatabase({ untilTestEnds: true });
  await loadReferenceData(database);
  const store = await database.store.create({
    data: {
      ...{ slug: "store", kind: "craft", state: "approved", name: "공방", ownerName: "김공방" },
      ...{ businessNumber: "1248100998", phone: "02-123-4567", postcode: "04018" },
      ...{ address: "서울특별시 마포구", districtCode: "11440" },
    },
  });
  const account = await database.account.create({
    data: { role: "merchant", name: "김공방", phone: "+821012345678", memberships: { create: { storeId: store.id } } },
  });
  const { token } = await openSession(database, { account: { id: account.id, role: "merchant" }, now: new Date() });
  const dataDir = await mkdtemp(join(tmpdir(), "baekseon-cut-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return { database, databaseUrl, dataDir, cookie: `session=${token}` };
}

test("connections that are cut and servers that are killed cost nothing of an upload, and its import runs once", async () => {
  await buildPages();
  const { database, databaseUrl, dataDir, cookie } = await stage();
  const place = { databaseUrl, dataDir };
  const port = await freePort();
  let web = await startWebProcess(place, port);
  onTestFinished(() => web.kill());
  const merchant = tusCaller(web.origin, cookie);
  const again = async () => {
    await web.kill();
    web = await startWebProcess(place, port);
  };

  const archive = new Uint8Array(randomBytes(24 * 1024 * 1024));
  const sheet = new Uint8Array(readFileSync("examples/catalog.csv"));
  const photos = await merchant.announce("photos.zip", archive.length);
  const arriving = arrivingFiles(join(dataDir, "arriving"));
  const offsets: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const from = (await merchant.offset(photos.url)) ?? Number.NaN;
    offsets.push(from);
    const sending = merchant.sendSlowly(photos.url, from, archive.length - from);
    sending.write(archive.subarray(from, from + 3_000_001));
    await expect.poll(() => arriving.size(photos.id)).toBeGreaterThan(from);
    if (round % 3 === 2) await again();
    sending.destroy();
  }
  // Every round brought something, and nothing was taken back.
  expect(offsets[0]).toBe(0);
  for (const [round, offset] of offsets.slice(1).entries())
    expect(offset).toBeGreaterThan(offsets[round] ?? Number.NaN);
  const from = (await merchant.offset(photos.url)) ?? Number.NaN;
  expect(await merchant.send(photos.url, from, archive.slice(from))).toMatchObject({ status: 204 });

  const { url, id } = await merchant.announce("catalog.csv", sheet.length);
  await merchant.send(url, 0, sheet);
  const ids = [id, photos.id];
  // Killed while it takes the files over: whoever did not hear the answer asks again.
  const unheard = merchant.begin(ids).catch(() => "cut");
  await sleep(30);
  await again();
  await unheard;
  expect(await Promise.all([merchant.begin(ids), merchant.begin(ids)])).toEqual(
    Array(2).fill(`/merchant/imports/${id}`),
  );

  const { photosBlob, sheetBlob } = await database.import.findUniqueOrThrow({ where: { id } });
  const blobs = await openLocalBlobs(join(dataDir, "blobs"));
  const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  expect(photosBlob).toBe(`uploads/${hashOf(archive)}`);
  expect(hashOf(await blobs.get(photosBlob as BlobKey))).toBe(hashOf(archive));
  expect(sheetBlob).toBe(`uploads/${hashOf(sheet)}`);

  const worker = runProgram("workers/main.ts", place);
  onTestFinished(() => worker.kill());
  const state = async () => (await database.import.findUniqueOrThrow({ where: { id } })).state;
  await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe("judged");
  expect(await database.import.count()).toBe(1);
  const audited = (action: string) => database.auditLine.count({ where: { action } });
  expect([await audited("request-import"), await audited("finish-judging")]).toEqual([1, 1]);
}, 180_000);
