import { beforeEach, describe, expect, test } from "vitest";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { endAccount } from "#app/domain/account/end-account.ts";
import { openSession } from "#app/domain/account/open-session.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { findApplication } from "#app/domain/application/find-application.ts";
import { finishClosing } from "#app/domain/closing/finish-closing.ts";
import { requestClosing, takeBackClosing } from "#app/domain/closing/request-closing.ts";
import { findOpenConsent } from "#app/domain/consent/find-consents.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { recordPublishAnswer, recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import { listHundred } from "#app/domain/season/list-hundred.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { findStore } from "#app/domain/store/find-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

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
