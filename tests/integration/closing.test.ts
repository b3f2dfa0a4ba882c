import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { endAccount } from "#app/domain/account/end-account.ts";
import { openSession } from "#app/domain/account/open-session.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { findApplication } from "#app/domain/application/find-application.ts";
import { eraseAccount, findErasable } from "#app/domain/closing/erase-account.ts";
import { eraseWorkPapers } from "#app/domain/closing/erase-work-papers.ts";
import { finishClosing } from "#app/domain/closing/finish-closing.ts";
import { requestClosing, takeBackClosing } from "#app/domain/closing/request-closing.ts";
import { findOpenConsent } from "#app/domain/consent/find-consents.ts";
import { removeDraftPhoto } from "#app/domain/draft/arrange-photos.ts";
import { deleteDraft } from "#app/domain/draft/delete-draft.ts";
import { requestHelp } from "#app/domain/help/request-help.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { recordPublishAnswer, recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import { judgeSubmission } from "#app/domain/season/judge-submission.ts";
import { listHundred } from "#app/domain/season/list-hundred.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { findStore } from "#app/domain/store/find-store.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import { originalKey, packageKey, sha256Of, uploadKey } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 1, settleSeconds: 1 };
const phone = "+821012345678";
const settings = { secret: "s".repeat(32), allowDemonstration: false };
const heardLive = { state: "live" as const, remoteId: "1", pageUrl: "https://mall.example/1", issues: [] };

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
const takeBack = () => takeBackClosing(database, season.merchant, { accountId });
const finish = (now?: Date) => finishClosing(database, { accountId }, now);
const account = () => database.account.findUniqueOrThrow({ where: { id: accountId } });
const store = () => database.store.findUniqueOrThrow({ where: { id: storeId } });

/** A product on sale at one mall and waiting for another. */
async function onSale() {
  const [submissionId = ""] = await submit(database, season, [content("A")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const listing = await database.listing.findFirstOrThrow({ where: { channelKey: "naver" } });
  const { id: listingId, wantedVersionId: versionId } = listing;
  await beginSending(database, { listingId, versionId });
  await recordPublishAnswer(database, { listingId, followUp, answer: { outcome: "accepted", heard: heardLive } });
  return { listingId, submissionId };
}

async function takenDown(listingId: string) {
  expect(await beginWithdrawal(database, listingId)).not.toBeNull();
  await recordWithdrawal(database, { listingId, answer: { outcome: "withdrawn" } });
}

const closingJobs = async () => {
  const [row] = await database.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'finish-closing'`;
  return Number(row?.count);
};

describe("closing an account", () => {
  test("takes everything down first; the last mall's word ends the account, the store and its places", async () => {
    const { listingId } = await onSale();
    await openSession(database, { account: { id: accountId, role: "merchant" }, now: new Date() });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await database.listing.findUnique({ where: { id: listingId } })).toMatchObject({ wanted: "withdrawn" });
    expect(await finish()).toBe(false);
    expect(await account()).toMatchObject({ state: "active" });
    expect((await findStore(database, "store"))?.name).toBe("공방");

    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await takenDown(listingId);
    expect(await closingJobs()).toBe(1);
    const now = new Date("2026-12-01T00:00:00Z");
    expect(await finish(now)).toBe(true);
    expect(await account()).toMatchObject({ state: "ended", eraseAfter: new Date("2031-12-01T00:00:00Z"), phone });
    expect(await store()).toMatchObject({ state: "closed" });
    expect(await findStore(database, "store")).toBeNull();
    expect(await listHundred(database)).toBeNull();
    expect(await database.session.count()).toBe(0);
    expect(await database.place.count()).toBe(0);
    expect(await database.consent.count({ where: { agreed: true, withdrawnAt: null } })).toBe(0);
    expect(await database.mallAgreement.count({ where: { endedAt: null } })).toBe(0);
    expect(await database.listing.count({ where: { state: { not: "withdrawn" } } })).toBe(0);
    expect(await database.outboxMessage.count({ where: { template: "account_closed" } })).toBe(1);
    expect(await finish()).toBe(true);
    expect(await database.outboxMessage.count({ where: { template: "account_closed" } })).toBe(1);
  });

  test("may be taken back until it is done, and what came down goes up again", async () => {
    const { listingId } = await onSale();
    await ask();
    await takenDown(listingId);
    expect(await takeBack()).toMatchObject({ ok: true });
    expect(await database.listing.findMany({ orderBy: { channelKey: "asc" } })).toMatchObject([
      { channelKey: "gachi-sapsida", state: "waiting", wanted: "live" },
      { channelKey: "naver", state: "waiting", wanted: "live" },
    ]);
    expect(await finish()).toBe(false);
    await ask();
    // Nobody knows how far putting it up had come.
    expect(await finish()).toBe(false);
    await takenDown(listingId);
    expect(await finish()).toBe(true);
    expect(await takeBack()).toMatchObject({ ok: false, issues: [{ code: "closing.over" }] });
  });

  test("taking back and finishing at once are never both true", async () => {
    await ask();
    const [done, back] = await Promise.all([finish(), takeBack()]);
    const { state, closingAt } = await account();
    if (done) expect(state).toBe("ended");
    else expect({ state, closingAt, back: back.ok }).toEqual({ state: "active", closingAt: null, back: true });
    expect((await store()).state).toBe(done ? "closed" : "approved");
  });

  test("what is selected meanwhile is not sent", async () => {
    const [submissionId = ""] = await submit(database, season, [content("A")]);
    await ask();
    await selectSubmission(database, season.curator, { submissionId }, twoMalls);
    expect(await database.listing.findMany()).toMatchObject([{ state: "not_ready" }, { state: "not_ready" }]);
    expect(await finish()).toBe(true);
  });

  test("a store that somebody else keeps stays", async () => {
    await database.account.create({
      data: { role: "merchant", name: "이상인", phone: "+821099990000", memberships: { create: { storeId } } },
    });
    await ask();
    expect(await finish()).toBe(true);
    expect(await store()).toMatchObject({ state: "approved" });
  });

  test("is the merchant's alone", async () => {
    const helper = { ...season.merchant, onBehalfOfId: accountId };
    const only = { ok: false, issues: [{ code: "help.only_merchant" }] };
    expect(await requestClosing(database, helper, { accountId })).toMatchObject(only);
    expect(await takeBackClosing(database, helper, { accountId })).toMatchObject(only);
    const curator = { accountId: season.curator.accountId };
    expect(await requestClosing(database, season.curator, curator)).toMatchObject({ ok: false });
  });

  test("who left comes back with the same phone, is asked for consents anew and applies anew", async () => {
    await ask();
    await finish();
    const login = { by: "phone" as const, destination: "010-1234-5678" };
    await requestLoginCode(database, { ...login, address: "203.0.113.1", locale: "ko" }, settings);
    expect(await database.outboxMessage.count({ where: { template: "login_code" } })).toBe(0);
    const now = new Date(Date.now() + 60_000);
    await requestLoginCode(
      database,
      { ...login, joining: true, address: "203.0.113.1", locale: "ko" },
      { ...settings, now },
    );
    const message = await database.outboxMessage.findFirstOrThrow({ where: { template: "login_code" } });
    const { code } = message.params as { code: string };
    expect(await confirmLoginCode(database, { ...login, joining: true, code }, { ...settings, now })).toMatchObject({
      ok: true,
      result: { account: { id: accountId } },
    });
    expect(await account()).toMatchObject({ state: "active", closingAt: null, eraseAfter: null, endedAt: null });
    expect(await findOpenConsent(database, accountId)).toMatchObject({ kind: "terms" });
    expect(await findApplication(database, accountId)).toMatchObject({
      state: "returned",
      open: true,
      answers: { store_name: "공방", business_number: "124-81-00998" },
    });
  });

  test("whom the office ended does not come back by joining", async () => {
    const office = { kind: "person", accountId: season.curator.accountId, role: "office" } as const;
    await database.account.update({ where: { id: season.curator.accountId }, data: { role: "office" } });
    await endAccount(database, office, { accountId });
    expect((await account()).eraseAfter?.getUTCFullYear()).toBe(new Date().getUTCFullYear() + 5);
    const asked = {
      by: "phone" as const,
      destination: "010-1234-5678",
      joining: true,
      address: "::1",
      locale: "ko" as const,
    };
    await requestLoginCode(database, asked, settings);
    expect(await database.outboxMessage.count({ where: { template: "login_code" } })).toBe(0);
  });
});

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
