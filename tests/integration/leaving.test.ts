import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { eraseAccount } from "#app/domain/closing/erase-account.ts";
import { eraseWorkPapers } from "#app/domain/closing/erase-work-papers.ts";
import { finishClosing } from "#app/domain/closing/finish-closing.ts";
import { requestClosing, takeBackClosing } from "#app/domain/closing/request-closing.ts";
import { withdrawConsent } from "#app/domain/consent/answer-consent.ts";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { findStore } from "#app/domain/store/find-store.ts";
import { listStores, readStoreFilter } from "#app/domain/store/list-stores.ts";
import { type BlobStore, originalKey, renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, save, submit } from "./season-setup.ts";

let database: Database;
let season: OpenSeason;
let accountId: string;
let storeId: string;

beforeEach(async () => {
  database = (await testDatabase({ untilTestEnds: true })).client;
  season = await openSeason(database);
  ({ accountId } = season.merchant);
  ({ storeId } = season);
});

const close = () => requestClosing(database, season.merchant, { accountId });

test("who is leaving sends nothing in, until they stay after all", async () => {
  await save(database, season, [content("A")]);
  const { id } = await database.product.findFirstOrThrow();
  const { seasonId } = season;
  const send = () => submitProducts(database, season.merchant, { seasonId, storeId, productIds: [id] });
  await close();
  expect(await send()).toMatchObject({ ok: false, issues: [{ code: "closing.under_way" }] });
  expect(await database.submission.count()).toBe(0);
  await takeBackClosing(database, season.merchant, { accountId });
  expect(await send()).toMatchObject({ ok: true });
});

describe("visitors", () => {
  const welcome = async () => {
    const index = openPostgresIndex(database);
    while ((await indexChanges(database, index)) > 0);
    const { stores } = await listStores(database, index, readStoreFilter(new URLSearchParams()));
    return [(await findStore(database, "store"))?.visitable, stores[0]?.visitable];
  };
  beforeEach(() => database.store.update({ where: { id: storeId }, data: { visitable: true } }));

  test("are welcome only while the store's data may be passed on", async () => {
    expect(await welcome()).toEqual([true, true]);
    await withdrawConsent(database, season.merchant, { accountId, kind: "passing_on" });
    expect(await welcome()).toEqual([false, false]);
    await giveWord(database, season.merchant, storeId);
    expect(await welcome()).toEqual([true, true]);
  });

  test("are not welcome to somebody who is leaving", async () => {
    await close();
    expect(await welcome()).toEqual([false, false]);
  });
});

describe("the photos of who has left", () => {
  let blobs: BlobStore;
  const due = new Date("2032-01-01");

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), "leaving-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    blobs = await openLocalBlobs(folder);
  });

  /** A photo with two pictures made of it, the second one sent to a mall. */
  async function photo(name: string) {
    const { sha256 } = await blobs.put(Buffer.from(name));
    await database.original.create({ data: { sha256, bytes: 1, mediaType: "image/jpeg", width: 900, height: 900 } });
    const made = ["small", "sent"].map((use) => sha256Of(Buffer.from(`${name} ${use}`)));
    for (const [index, address] of made.entries()) {
      await blobs.putAt(renditionKey(address), Buffer.from(address));
      const size = { width: 100, height: 100, bytes: 64 };
      const pinnedAt = index === 1 ? new Date() : null;
      await database.rendition.create({
        data: {
          ...size,
          address,
          originalSha256: sha256,
          specKey: "x",
          mediaType: "image/jpeg",
          sha256: address,
          pinnedAt,
        },
      });
    }
    return { sha256, fileName: `${name}.jpg`, small: made[0] ?? "", sent: made[1] ?? "" };
  }

  type Taken = Awaited<ReturnType<typeof photo>>;

  /** Which of a photo's bytes still lie there: the original, the small picture, and the one that was sent. */
  const lying = ({ sha256, small, sent }: Taken) =>
    Promise.all([originalKey(sha256), renditionKey(small), renditionKey(sent)].map((key) => blobs.has(key)));
  const known = async ({ sha256 }: Taken) => (await database.original.count({ where: { sha256 } })) === 1;

  async function leave() {
    await close();
    expect(await finishClosing(database, { accountId }, new Date("2026-12-01"))).toBe(true);
  }

  /** Another store that shows the same photo. */
  async function neighbourShowing({ sha256, fileName }: Taken): Promise<void> {
    const store = await database.store.findUniqueOrThrow({ where: { id: storeId } });
    const { id, slug, businessNumber, issues, photoSha256, createdAt, ...facts } = store;
    const other = await database.store.create({ data: { ...facts, slug: "other", businessNumber: "2208162517" } });
    await save(database, { ...season, storeId: other.id }, [content("B", { photos: [{ sha256, fileName }] })]);
  }

  test("are erased after the legal term, but for pictures that a mall was sent", async () => {
    const [own, front, shared] = [await photo("own"), await photo("front"), await photo("shared")];
    await submit(database, season, [content("A", { photos: [own, shared] })]);
    await database.store.update({ where: { id: storeId }, data: { photoSha256: front.sha256 } });
    await neighbourShowing(shared);
    await leave();
    await eraseWorkPapers(database, blobs, storeId);
    expect(await lying(own)).toEqual([true, true, true]);

    await eraseAccount(database, blobs, { accountId }, due);
    for (const gone of [own, front]) {
      expect([await known(gone), ...(await lying(gone))]).toEqual([false, false, false, true]);
      expect(await database.rendition.findMany({ where: { address: { in: [gone.small, gone.sent] } } })).toMatchObject([
        { address: gone.sent, originalSha256: null },
      ]);
    }
    expect([await known(shared), ...(await lying(shared))]).toEqual([true, true, true, true]);
    expect(await database.productPhoto.count()).toBe(1);
    await eraseAccount(database, blobs, { accountId }, due);
  });

  test("are erased from drawn detail pages too, where nobody can tell whose page it is", async () => {
    const slices = { unsent: sha256Of(Buffer.from("unsent")), sent: sha256Of(Buffer.from("sent")) };
    for (const address of Object.values(slices)) {
      await blobs.putAt(renditionKey(address), Buffer.from(address));
      const pinnedAt = address === slices.sent ? new Date() : null;
      await database.rendition.create({
        data: {
          ...{
            address,
            specKey: "slice",
            mediaType: "image/jpeg",
            width: 860,
            height: 900,
            bytes: 64,
            sha256: address,
          },
          pinnedAt,
        },
      });
      await database.detailPage.create({
        data: { address: sha256Of(Buffer.from(`page ${address}`)), slices: [address] },
      });
    }
    await leave();
    await eraseAccount(database, blobs, { accountId }, due);
    expect(await blobs.has(renditionKey(slices.unsent))).toBe(false);
    expect(await blobs.has(renditionKey(slices.sent))).toBe(true);
    expect(await database.rendition.findMany()).toMatchObject([{ address: slices.sent }]);
    expect(await database.detailPage.findMany()).toMatchObject([{ slices: [slices.sent] }]);
  });

  test("are erased also when a run was killed between their bytes and their rows", async () => {
    const own = await photo("own");
    await submit(database, season, [content("A", { photos: [own] })]);
    await leave();
    await blobs.erase(originalKey(own.sha256));
    const dying: BlobStore = { ...blobs, erase: () => Promise.reject(new Error("killed")) };
    await expect(eraseAccount(database, dying, { accountId }, due)).rejects.toThrow("killed");
    expect([
      await known(own),
      (await database.account.findUniqueOrThrow({ where: { id: accountId } })).erasedAt,
    ]).toEqual([true, null]);
    await eraseAccount(database, blobs, { accountId }, due);
    expect([await known(own), ...(await lying(own))]).toEqual([false, false, false, true]);
  });

  test("that never became a product's go as soon as the account has ended", async () => {
    const [drafted, loose, own] = [await photo("drafted"), await photo("loose"), await photo("own")];
    await submit(database, season, [content("A", { photos: [own] })]);
    for (const { sha256, fileName } of [drafted, own]) {
      const taken = {
        id: crypto.randomUUID(),
        position: 0,
        state: "ready",
        fileName,
        blob: `uploads/${sha256}`,
        sha256,
      } as const;
      await database.productDraft.create({ data: { storeId, accountId, photos: { create: taken } } });
    }
    const { sha256, fileName } = loose;
    await database.import.create({
      data: {
        ...{ storeId, accountId, sheetName: "a.csv", sheetBlob: `uploads/${sha256Of(Buffer.from("sheet"))}` },
        photos: { create: { ordinal: 0, fileName, outcome: "unmatched", sha256 } },
      },
    });
    await leave();
    await eraseWorkPapers(database, blobs, storeId);
    for (const gone of [drafted, loose])
      expect([await known(gone), ...(await lying(gone))]).toEqual([false, false, false, true]);
    expect([await known(own), ...(await lying(own))]).toEqual([true, true, true, true]);
  });

  test("of anybody else stay as they were sent", async () => {
    const own = await photo("own");
    await submit(database, season, [content("A", { photos: [own] })]);
    await expect(database.productPhoto.deleteMany()).rejects.toThrow();
    await expect(database.rendition.deleteMany()).rejects.toThrow();
    const change = { originalSha256: null, width: 1 };
    await expect(database.rendition.updateMany({ where: { address: own.sent }, data: change })).rejects.toThrow();
  });
});
