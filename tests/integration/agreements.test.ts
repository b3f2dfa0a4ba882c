import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agreeToMall, withdrawAgreement } from "#app/domain/agreement/agree-to-mall.ts";
import { holdWithoutWord } from "#app/domain/agreement/hold-without-word.ts";
import { listMallTerms } from "#app/domain/agreement/list-mall-terms.ts";
import { setMallTerms } from "#app/domain/channel/set-mall-terms.ts";
import { answerConsent, withdrawConsent } from "#app/domain/consent/answer-consent.ts";
import { askedConsents } from "#app/domain/consent/kinds.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { recordPublishAnswer, recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

const terms = { feeBasisPoints: 300, settlementDays: 10 };
const followUp = { nextSeconds: 1, settleSeconds: 1 };
const heardLive = { state: "live" as const, remoteId: "1", pageUrl: null, issues: [] };

let own: TestDatabase;
let database: Database;
let season: OpenSeason;
let office: { kind: "person"; accountId: string; role: "office" };

beforeEach(async () => {
  own = await testDatabase();
  database = own.client;
  season = await openSeason(database);
  const { id } = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  office = { kind: "person", accountId: id, role: "office" };
});
afterEach(() => own.drop());

const agree = (mall = "naver", over = terms) =>
  agreeToMall(database, season.merchant, { storeId: season.storeId, mall, ...over });
const withdraw = (mall = "naver") => withdrawAgreement(database, season.merchant, { storeId: season.storeId, mall });
const passingOn = { kind: "passing_on" as const, version: askedConsents.passing_on.version };
const passOn = (agreed: boolean) =>
  answerConsent(database, season.merchant, { accountId: season.merchant.accountId, ...passingOn, agreed });
const keepBack = () =>
  withdrawConsent(database, season.merchant, { accountId: season.merchant.accountId, kind: "passing_on" });

async function select(sku = "A") {
  const [submissionId = ""] = await submit(database, season, [content(sku)]);
  const selected = await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  expect(selected).toMatchObject({ ok: true });
}

async function listing(mall = "naver") {
  const found = await database.listing.findFirstOrThrow({ where: { channelKey: mall } });
  return { ...found, codes: fromStored(found.issues).map(({ code }) => code) };
}

async function goLive(mall = "naver") {
  const { id: listingId, wantedVersionId: versionId } = await listing(mall);
  expect(await beginSending(database, { listingId, versionId })).toBe(true);
  await recordPublishAnswer(database, { listingId, followUp, answer: { outcome: "accepted", heard: heardLive } });
  return listingId;
}

async function takenDown(listingId: string) {
  expect(await beginWithdrawal(database, listingId)).toMatchObject({ state: "withdrawing" });
  await recordWithdrawal(database, { listingId, answer: { outcome: "withdrawn" } });
}

async function jobs(task: string) {
  const [row] = await database.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = ${task}`;
  return Number(row?.count);
}

describe("nothing is published at a mall whose terms the merchant has not agreed to", () => {
  test("it is held back there only, and goes on by itself when agreed", async () => {
    await withdraw();
    await select();
    expect(await listing()).toMatchObject({ state: "not_ready", wanted: "live", codes: ["agreement.missing"] });
    expect(await listing("gachi-sapsida")).toMatchObject({ state: "waiting" });
    const before = await jobs("publish-listing");
    expect(await agree()).toMatchObject({ ok: true });
    expect(await listing()).toMatchObject({ state: "waiting", codes: [] });
    expect(await jobs("publish-listing")).toBe(before + 1);
  });

  test("what else is wrong with it stays to be put right", async () => {
    await withdraw("gachi-sapsida");
    const foreign = { text: "중국", kind: "foreign" as const, country: "중국" };
    const [submissionId = ""] = await submit(database, season, [content("A", { origin: foreign })]);
    await selectSubmission(database, season.curator, { submissionId }, twoMalls);
    expect((await listing("gachi-sapsida")).codes).toEqual(["origin.not_domestic", "agreement.missing"]);
    await agree("gachi-sapsida");
    expect(await listing("gachi-sapsida")).toMatchObject({ state: "not_ready", codes: ["origin.not_domestic"] });
  });

  test("the database lets no send begin without it", async () => {
    await select();
    const { id } = await listing();
    await database.mallAgreement.updateMany({ data: { endedAt: new Date() } });
    await expect(database.listing.update({ where: { id }, data: { state: "sending" } })).rejects.toThrow();
    await agree();
    await database.consent.updateMany({ where: { kind: "passing_on" }, data: { withdrawnAt: new Date() } });
    await expect(database.listing.update({ where: { id }, data: { state: "sending" } })).rejects.toThrow();
  });

  test("one that waits when it is taken back is held, without a notice", async () => {
    await select();
    await withdraw();
    expect(await listing()).toMatchObject({ state: "not_ready", codes: ["agreement.missing"], paused: false });
    expect(await database.outboxMessage.count({ where: { template: "listing_held" } })).toBe(0);
    await agree();
    expect(await listing()).toMatchObject({ state: "waiting" });
  });

  test("one that slipped through is held before it is sent", async () => {
    await select();
    await database.mallAgreement.updateMany({ data: { endedAt: new Date() } });
    const { id } = await listing();
    expect(await holdWithoutWord(database, await database.listing.findUniqueOrThrow({ where: { id } }))).toBe(true);
    expect(await listing()).toMatchObject({ state: "not_ready", codes: ["agreement.missing"] });
    await agree();
    expect(await holdWithoutWord(database, await database.listing.findUniqueOrThrow({ where: { id } }))).toBe(false);
  });
});

describe("taken back, everything comes down, and goes up again when it is given again", () => {
  test("at that mall only", async () => {
    await select();
    const listingId = await goLive();
    await withdraw();
    expect(await listing()).toMatchObject({ state: "live", wanted: "withdrawn", paused: true });
    expect(await listing("gachi-sapsida")).toMatchObject({ wanted: "live" });
    await takenDown(listingId);
    expect(await listing()).toMatchObject({ state: "withdrawn", paused: true });
    await agree();
    expect(await listing()).toMatchObject({ state: "waiting", wanted: "live", paused: false });
  });

  test("what the office took down stays down", async () => {
    await select();
    const listingId = await goLive();
    await database.listing.update({ where: { id: listingId }, data: { wanted: "withdrawn" } });
    await withdraw();
    await takenDown(listingId);
    await agree();
    expect(await listing()).toMatchObject({ state: "withdrawn", wanted: "withdrawn" });
  });

  test("given again before the mall was asked, it simply stays", async () => {
    await select();
    const listingId = await goLive();
    await withdraw();
    await agree();
    expect(await beginWithdrawal(database, listingId)).toBeNull();
    expect(await listing()).toMatchObject({ state: "live", wanted: "live", paused: false });
  });

  test("given again while the mall takes it down, it is sent anew afterwards", async () => {
    await select();
    const listingId = await goLive();
    await withdraw();
    await beginWithdrawal(database, listingId);
    await agree();
    expect(await beginWithdrawal(database, listingId)).toMatchObject({ state: "withdrawing" });
    await recordWithdrawal(database, { listingId, answer: { outcome: "withdrawn" } });
    expect(await listing()).toMatchObject({ state: "waiting", wanted: "live" });
  });

  test("a send under way is settled first and then comes down", async () => {
    await select();
    const { id: listingId, wantedVersionId: versionId } = await listing();
    await beginSending(database, { listingId, versionId });
    await withdraw();
    expect(await beginWithdrawal(database, listingId)).toBeNull();
    await recordPublishAnswer(database, { listingId, followUp, answer: { outcome: "accepted", heard: heardLive } });
    await takenDown(listingId);
    expect(await listing()).toMatchObject({ state: "withdrawn" });
  });

  test("the consent to passing on, at every mall", async () => {
    await select();
    const listingId = await goLive();
    await keepBack();
    expect(await listing()).toMatchObject({ state: "live", wanted: "withdrawn", paused: true });
    expect(await listing("gachi-sapsida")).toMatchObject({ state: "not_ready", codes: ["consent.passing_on_missing"] });
    await takenDown(listingId);
    await passOn(true);
    expect(await listing()).toMatchObject({ state: "waiting", wanted: "live" });
    expect(await listing("gachi-sapsida")).toMatchObject({ state: "waiting" });
  });

  test("a no is like taking it back; both words are needed again", async () => {
    await select();
    await keepBack();
    expect(await passOn(false)).toMatchObject({ ok: true });
    await withdraw();
    expect((await listing()).codes).toEqual(["consent.passing_on_missing", "agreement.missing"]);
    await agree();
    expect((await listing()).state).toBe("not_ready");
    await passOn(true);
    expect(await listing()).toMatchObject({ state: "waiting", codes: [] });
  });
});

describe("the office sets a mall's terms", () => {
  const set = (feePercent: string, settlementDays = "10") =>
    setMallTerms(database, office, { key: "naver", feePercent, settlementDays });

  test("changed ones ask again; what is on sale stays, what waits is held", async () => {
    await select();
    await goLive();
    expect(await set("3.5%")).toMatchObject({ ok: true, result: { askedAgain: 1 } });
    expect(await listing()).toMatchObject({ state: "live", wanted: "live" });
    const [changed] = (await listMallTerms(database, season.storeId)).filter(({ mall }) => mall === "naver");
    expect(changed).toEqual({
      mall: "naver",
      terms: { feeBasisPoints: 350, settlementDays: 10 },
      agreedAt: null,
      before: terms,
    });
    expect(await database.outboxMessage.findMany({ where: { template: "mall_terms_changed" } })).toHaveLength(1);
    await select("B");
    expect(
      await database.listing.findFirstOrThrow({ where: { channelKey: "naver", product: { sku: "B" } } }),
    ).toMatchObject({ state: "not_ready" });
    expect(await agree("naver", terms)).toMatchObject({ ok: false, issues: [{ code: "agreement.terms_changed" }] });
    expect(await agree("naver", { feeBasisPoints: 350, settlementDays: 10 })).toMatchObject({ ok: true });
  });

  test("the same again asks nobody", async () => {
    expect(await set("3.00", "10일")).toMatchObject({ ok: true, result: { askedAgain: 0 } });
    expect(await database.mallAgreement.count({ where: { endedAt: null } })).toBe(2);
  });

  test.each(["", "101", "-1", "3.123", "삼", "3..5"])("a fee of “%s” is told to be unreadable", async (fee) => {
    const outcome = await set(fee, "400");
    expect(outcome).toMatchObject({
      issues: [{ code: "agreement.fee_unreadable" }, { code: "agreement.days_unreadable" }],
    });
  });

  test("unknown terms cannot be agreed to, and only the office sets them", async () => {
    await database.channel.create({ data: { key: "new", nameKo: "새 몰" } });
    expect(await agree("new", { feeBasisPoints: 0, settlementDays: 0 })).toMatchObject({
      issues: [{ code: "agreement.no_terms" }],
    });
    const input = { key: "new", feePercent: "1", settlementDays: "1" };
    expect(await setMallTerms(database, season.merchant, input)).toMatchObject({ ok: false });
  });
});

test("a helper neither agrees nor withdraws", async () => {
  const helper = { ...season.curator, role: "merchant" as const, onBehalfOfId: season.merchant.accountId };
  const where = { storeId: season.storeId, mall: "naver" };
  const only = { ok: false, issues: [{ code: "help.only_merchant" }] };
  expect(await agreeToMall(database, helper, { ...where, ...terms })).toMatchObject(only);
  expect(await withdrawAgreement(database, helper, where)).toMatchObject(only);
  const consent = { accountId: season.merchant.accountId, ...passingOn, agreed: true };
  expect(await answerConsent(database, helper, consent)).toMatchObject(only);
  expect(await withdrawConsent(database, helper, consent)).toMatchObject(only);
});

describe("races", () => {
  test("agreeing and withdrawing while sends begin: no send without an agreement, and none is left standing", async () => {
    const other = openDatabase(own.url);
    const skus = Array.from({ length: 12 }, (_, index) => `R${index}`);
    const submissions = await submit(
      database,
      season,
      skus.map((sku) => content(sku)),
    );
    for (const submissionId of submissions)
      await selectSubmission(database, season.curator, { submissionId }, twoMalls);
    const waiting = await database.listing.findMany({ where: { channelKey: "naver" } });
    const outcomes = await Promise.all([
      ...waiting.map(({ id, wantedVersionId }) =>
        beginSending(other, { listingId: id, versionId: wantedVersionId }).catch(() => false),
      ),
      withdraw(),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ ok: true });
    const begun = outcomes.filter((one) => one === true).length;
    const after = await database.listing.findMany({ where: { channelKey: "naver" } });
    // What was begun before is known to the withdrawal; what came after was never begun.
    expect(after.filter(({ state, paused }) => state === "sending" && paused)).toHaveLength(begun);
    expect(after.filter(({ state }) => state === "not_ready")).toHaveLength(skus.length - begun);
    await other.$disconnect();
  });

  test("agreeing while products are being selected leaves none held back", async () => {
    await withdraw();
    const submissions = await submit(
      database,
      season,
      ["S1", "S2", "S3", "S4", "S5"].map((sku) => content(sku)),
    );
    await Promise.all([
      ...submissions.map((submissionId) => selectSubmission(database, season.curator, { submissionId }, twoMalls)),
      agree(),
    ]);
    expect(await database.listing.count({ where: { channelKey: "naver", state: "waiting" } })).toBe(5);
  });

  test("two taps are one agreement, and terms that change meanwhile are never agreed to unseen", async () => {
    await withdraw();
    await Promise.all([
      agree(),
      agree(),
      setMallTerms(database, office, { key: "naver", feePercent: "4", settlementDays: "10" }),
    ]);
    const inForce = await database.mallAgreement.findMany({ where: { channelKey: "naver", endedAt: null } });
    expect(inForce).toEqual([]);
    await Promise.all([1, 2, 3].map(() => agree("naver", { feeBasisPoints: 400, settlementDays: 10 })));
    expect(await database.mallAgreement.count({ where: { channelKey: "naver", endedAt: null } })).toBe(1);
  });
});
