import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { eraseAccount, findErasable } from "#app/domain/closing/erase-account.ts";
import { eraseWorkPapers } from "#app/domain/closing/erase-work-papers.ts";
import { finishClosing } from "#app/domain/closing/finish-closing.ts";
import { requestClosing } from "#app/domain/closing/request-closing.ts";
import { removeDraftPhoto } from "#app/domain/draft/arrange-photos.ts";
import { deleteDraft } from "#app/domain/draft/delete-draft.ts";
import { requestHelp } from "#app/domain/help/request-help.ts";
import { judgeSubmission } from "#app/domain/season/judge-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import { originalKey, packageKey, sha256Of, uploadKey } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

const settings = { secret: "s".repeat(32), allowDemonstration: false };

let database: Database;
let season: OpenSeason;
let accountId: string;
let storeId: string;

beforeEach(async () => {
  database = (await testDatabase({ untilTestEnds: true })).client;
  season = await openSeason(database);
  accountId = season.merchant.accountId;
  storeId = season.storeId;
});

const ask = () => requestClosing(database, season.merchant, { accountId });
const finish = (now?: Date) => finishClosing(database, { accountId }, now);
const account = () => database.account.findUniqueOrThrow({ where: { id: accountId } });
const store = () => database.store.findUniqueOrThrow({ where: { id: storeId } });

describe("erasing", () => {
  const ownerName = "남궁별순";
  const personal = [
    ownerName,
    "01055557777",
    "010-5555-7777",
    "+821055557777",
    "별빛로77길",
    "byeol@example.com",
    "별순이네",
  ];

  /** Somebody whose data lie wherever data can lie. */
  async function fullLife() {
    const folder = await mkdtemp(join(tmpdir(), "closing-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const blobs = await openLocalBlobs(folder);
    await database.account.update({
      where: { id: accountId },
      data: { name: ownerName, phone: "+821055557777", email: "byeol@example.com" },
    });
    await database.store.update({
      where: { id: storeId },
      data: {
        ...{
          name: "별순이네",
          slug: "별순이네",
          ownerName,
          phone: "010-5555-7777",
          address: "서울 마포구 별빛로77길 3",
        },
        ...{ story: `${ownerName}의 가게`, hours: "010-5555-7777로 전화", mailOrderNumber: `제2026-${ownerName}호` },
        issues: [{ code: "store.returned", severity: "error", path: {}, params: { note: ownerName } }],
      },
    });
    const photo = await addPhoto(database, "a");
    const notice = { 소비자상담: `${ownerName} 010-5555-7777` };
    const said = content("별순이네-1", {
      ...{ name: "별순이네 참기름", maker: ownerName, description: `<p>${ownerName}</p>`, tags: ["별순이네"], notice },
      variants: [{ key: "별순이네", options: [{ name: "맛", value: "별순이네" }], priceDelta: 0, stock: 3 }],
      photos: [{ ...photo, fileName: `${ownerName}.jpg` }],
    });
    const [submissionId = ""] = await submit(database, season, [said]);
    await judgeSubmission(database, season.curator, { submissionId, mark: 5, note: `${ownerName} 님 훌륭` });
    await selectSubmission(database, season.curator, { submissionId }, twoMalls);
    const listing = await database.listing.findFirstOrThrow({ where: { channelKey: "naver" } });
    const raw = { severity: "error", path: {}, params: {}, raw: `${ownerName}: 010-5555-7777` };
    await database.listing.update({
      where: { id: listing.id },
      data: { issues: [{ code: "mall.refused", ...raw }], pageUrl: "https://mall.example/별순이네" },
    });
    await database.listingExchange.create({
      data: {
        ...{ listingId: listing.id, at: new Date(), method: "POST", address: "https://mall.example", status: 200 },
        ...{ request: `{"seller":"${ownerName}"}`, answer: "010-5555-7777", milliseconds: 1 },
      },
    });
    const bytes = Buffer.from(ownerName);
    const own: BlobKey[] = [
      packageKey(sha256Of(bytes)),
      uploadKey(sha256Of(bytes)),
      uploadKey(sha256Of(Buffer.from("둘"))),
    ];
    await blobs.putAt(own[0] as BlobKey, bytes);
    await blobs.putAt(own[1] as BlobKey, bytes);
    await blobs.putAt(own[2] as BlobKey, Buffer.from("둘"));
    const [packageBlob = "", sheet = "", proof = ""] = own;
    await database.handOver.create({
      data: {
        reference: listing.reference,
        reasons: [ownerName],
        pageUrl: "https://x/별순이네",
        packages: { create: { edition: 1, mark: "BCDFGHJK", packageBlob, fileName: "별순이네.zip" } },
      },
    });
    await database.import.create({
      data: {
        ...{ storeId, accountId, sheetName: `${ownerName}.xlsx`, sheetBlob: sheet, headings: [ownerName] },
        rows: { create: { row: 2, outcome: "refused", name: ownerName, issues: [{ code: "x", ...raw }] } },
        cells: { create: { row: 2, column: 1, text: "010-5555-7777", typedById: accountId } },
      },
    });
    await database.storeApplication.create({
      data: {
        ...{ accountId, storeId, state: "accepted", answers: { owner_name: ownerName, address: "별빛로77길" } },
        documents: {
          create: {
            ...{ kind: "business_registration", blob: proof, fileName: `${ownerName}.pdf` },
            ...{ mediaType: "application/pdf", bytes: 3, uploadedById: accountId },
          },
        },
      },
    });
    await database.designation.create({
      data: { storeId, number: `별순이네 제1호`, validFrom: new Date("2020-01-01"), validTo: new Date("2030-01-01") },
    });
    await database.productDraft.create({ data: { storeId, accountId, cells: { maker: ownerName } } });
    await database.columnChoice.create({ data: { storeId, heading: ownerName, column: "" } });
    await database.upload.create({ data: { id: "u", accountId, storeId, fileName: `${ownerName}.zip`, bytes: 1n } });
    const other = await database.account.create({ data: { role: "merchant", name: "이웃", phone: "+821044443333" } });
    await requestHelp(
      database,
      { helperId: accountId, phone: "010-4444-3333", address: "::1", locale: "ko" },
      settings,
    );
    return { blobs, own, listing, other };
  }

  /** Every table with a row that says any of it. */
  async function saying(): Promise<string[]> {
    const tables = await database.$queryRaw<{ name: string }[]>`
      SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'graphile_worker')`;
    const found: string[] = [];
    for (const { name } of tables) {
      for (const word of personal) {
        const [row] = await database.$queryRawUnsafe<{ count: bigint }[]>(
          `SELECT count(*) FROM ${name} AS told WHERE told::text LIKE '%' || $1 || '%'`,
          word,
        );
        if (Number(row?.count) > 0) found.push(`${name}: ${word}`);
      }
    }
    return found;
  }

  test("leaves the person's name, phone, address and e-mail nowhere, and the audit as it was", async () => {
    const { blobs, own } = await fullLife();
    const before = await saying();
    const tables = new Set(before.map((one) => one.split(":")[0]));
    // The search finds what it should, in at least so many tables.
    expect(tables.size).toBeGreaterThan(15);
    await ask();
    const ended = new Date("2026-12-01T00:00:00Z");
    expect(await finish(ended)).toBe(true);
    await eraseWorkPapers(database, blobs, storeId);
    expect(await database.storeDocument.count()).toBe(0);
    expect(await database.import.count()).toBe(0);
    expect(await blobs.has(own[1] as BlobKey)).toBe(false);
    expect(await blobs.has(own[2] as BlobKey)).toBe(false);

    expect(await findErasable(database, new Date("2031-11-30T00:00:00Z"))).toEqual([]);
    const due = new Date("2031-12-01T00:00:01Z");
    expect(await findErasable(database, due)).toEqual([accountId]);
    await eraseAccount(database, blobs, { accountId }, ended);
    expect(await account()).toMatchObject({ name: ownerName });
    const lines = await database.auditLine.count();
    await eraseAccount(database, blobs, { accountId }, due);
    expect(await saying()).toEqual([]);
    expect(await blobs.has(own[0] as BlobKey)).toBe(false);
    expect(await database.auditLine.count()).toBe(lines + 1);
    expect(await account()).toMatchObject({ state: "ended", phone: null, email: null, erasedAt: due });
    expect(await database.consent.count({ where: { accountId } })).toBe(3);
    await eraseAccount(database, blobs, { accountId }, due);
    expect(await findErasable(database, due)).toEqual([]);
  });

  test("the phone is free again: another life begins", async () => {
    const { blobs } = await fullLife();
    await ask();
    await finish(new Date("2026-12-01T00:00:00Z"));
    await eraseAccount(database, blobs, { accountId }, new Date("2032-01-01"));
    await database.account.create({ data: { role: "merchant", name: ownerName, phone: "+821055557777" } });
    const { businessNumber } = await store();
    expect(businessNumber).toBe(storeId);
  });

  test("a file that another store has uploaded too stays theirs", async () => {
    const { blobs, own, other } = await fullLife();
    await database.storeApplication.create({
      data: {
        accountId: other.id,
        documents: {
          create: {
            ...{ kind: "business_registration", blob: own[2] ?? "", fileName: "등록증.pdf" },
            ...{ mediaType: "application/pdf", bytes: 3, uploadedById: other.id },
          },
        },
      },
    });
    await ask();
    await finish();
    await eraseWorkPapers(database, blobs, storeId);
    expect(await blobs.has(own[1] as BlobKey)).toBe(false);
    expect(await blobs.has(own[2] as BlobKey)).toBe(true);
  });

  test("what was uploaded for photos that were taken out again goes with the other papers", async () => {
    const { blobs } = await fullLife();
    const uploaded = async (text: string) => {
      const bytes = Buffer.from(text);
      const { sha256 } = await blobs.put(bytes);
      await blobs.putAt(uploadKey(sha256), bytes);
      await database.original.create({
        data: { sha256, bytes: bytes.length, mediaType: "image/jpeg", width: 1, height: 1 },
      });
      const photo = { position: 0, fileName: "a.jpg", blob: uploadKey(sha256), sha256, state: "ready" as const };
      const { id: draftId } = await database.productDraft.create({ data: { storeId, accountId } });
      const { id: photoId } = await database.draftPhoto.create({ data: { ...photo, id: randomUUID(), draftId } });
      return { own: { storeId, draftId }, photoId, keys: [originalKey(sha256), uploadKey(sha256)], sha256 };
    };
    const [taken, deleted] = [await uploaded("하나만"), await uploaded("모두")];
    await removeDraftPhoto(database, season.merchant, { ...taken.own, photoId: taken.photoId });
    await deleteDraft(database, season.merchant, deleted.own);
    const keys = [...taken.keys, ...deleted.keys];
    for (const key of keys) expect(await blobs.has(key)).toBe(true);
    await ask();
    await finish();
    await eraseWorkPapers(database, blobs, storeId);
    for (const key of keys) expect(await blobs.has(key)).toBe(false);
    expect(await database.original.count({ where: { sha256: { in: [taken.sha256, deleted.sha256] } } })).toBe(0);
    expect(await database.removedPhoto.count()).toBe(0);
  });

  test("a pinned version of anybody else still never changes", async () => {
    await fullLife();
    const change = () => database.productVersion.updateMany({ data: { maker: "남" } });
    await expect(change()).rejects.toThrow();
    await inTransaction(
      database,
      (transaction) =>
        transaction.$executeRaw`UPDATE "store" SET "state" = 'closed', "erased_at" = now() WHERE "id" = ${storeId}::uuid`,
    );
    await expect(database.productVersion.deleteMany()).rejects.toThrow();
  });
});
