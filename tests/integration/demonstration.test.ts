import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { hasNotice } from "#app/channels/elevenst/notice.ts";
import { malls } from "#app/channels/registry.ts";
import { checkPassword, verifyPassword } from "#app/domain/account/password.ts";
import { parsePhone } from "#app/domain/account/phone.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { readinessForMalls } from "#app/domain/product/readiness.ts";
import { findResult } from "#app/domain/season/explain-result.ts";
import { readBusinessNumber } from "#app/domain/store/business-number.ts";
import { loadStoreRecord } from "#app/domain/store/load-store-record.ts";
import { judgeRequirements } from "#app/domain/store/requirements.ts";
import { sha256Of, uploadKey } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { demonstrationLogins, type SampleFiles, seedDemonstration } from "#prisma/seed/demonstration.ts";
import { loadMallCategories, loadMallTerms, loadReferenceData } from "#prisma/seed/reference.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { sandboxTerms } from "#tests/malls/sandbox-terms.ts";

/** A market that the register told of before the first start. */
const registered = "서울특별시 동대문구 고산자로36길 3";

let database: TestDatabase;
const taken: string[] = [];

/** Keeps what a photo is, without its bytes. */
const filesOf = (client: Database): SampleFiles => ({
  async takePhoto(_fileName, bytes) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { width, height } = await sharp(bytes).metadata();
    await client.original.createMany({
      data: [{ sha256, bytes: bytes.length, mediaType: "image/jpeg", width, height }],
      skipDuplicates: true,
    });
    taken.push(sha256);
    return { sha256 };
  },
  keepPaper: async (bytes) => uploadKey(sha256Of(bytes)),
});

async function countAll() {
  const { account, store, product, productVersion, submission, place, listing, consent, auditLine } = database.client;
  return Promise.all(
    [account, store, product, productVersion, submission, place, listing, consent, auditLine].map((model) =>
      (model as typeof account).count(),
    ),
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await loadReferenceData(database.client);
  await loadMallCategories(database.client, sandboxCategories);
  await loadMallTerms(database.client, sandboxTerms);
  await database.client.market.create({ data: { name: "경동시장", address: registered, districtCode: null } });
  await seedDemonstration(database.client, filesOf(database.client));
}, 60_000);
afterAll(() => database.drop());

describe("the demonstration season", () => {
  it("is loaded once", async () => {
    const before = await countAll();
    const photos = taken.length;
    await seedDemonstration(database.client, filesOf(database.client));
    expect(await countAll()).toEqual(before);
    expect(taken.length).toBe(photos);
  });

  it("finishes what an interrupted load left undone", async () => {
    const { client } = database;
    const before = await countAll();
    await client.listing.deleteMany();
    await client.place.deleteMany();
    await client.submission.deleteMany();
    await seedDemonstration(client, filesOf(client));
    expect((await countAll()).slice(0, -1)).toEqual(before.slice(0, -1));
  });

  it("has eight stores of all kinds that take part, each in a district of its own, one without products", async () => {
    const where = { state: "approved" } as const;
    const stores = await database.client.store.findMany({ where, include: { products: true, members: true } });
    expect(stores.length).toBe(8);
    expect(new Set(stores.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(stores.map(({ districtCode }) => districtCode)).size).toBe(8);
    expect(stores.filter(({ products }) => products.length === 0).map(({ name }) => name)).toEqual([
      "망원시장 협동조합",
    ]);
    for (const store of stores) {
      expect(readBusinessNumber(store.businessNumber)).toEqual({ ok: true, businessNumber: store.businessNumber });
      expect([store.returnFee, store.exchangeFee, store.members.length]).toEqual([3000, 6000, 1]);
    }
  });

  it("has nothing left to look at for stores that take part, one store that waits and one that was given back", async () => {
    const { client } = database;
    for (const { id, name, state } of await client.store.findMany()) {
      const found = await loadStoreRecord(client, id);
      const open = found ? judgeRequirements(found.record).filter(({ met }) => !met) : [];
      if (state === "approved") expect([name, open, found?.store.application?.state]).toEqual([name, [], "accepted"]);
    }
    const others = await client.store.findMany({
      where: { state: { not: "approved" } },
      include: { application: true, verifications: true },
    });
    expect(
      others
        .map(({ state, application, verifications, issues }) => [
          state,
          application?.state,
          verifications.length,
          (issues as unknown[]).length,
        ])
        .sort(),
    ).toEqual([
      ["returned", "returned", 0, 2],
      ["submitted", "sent", 1, 0],
    ]);
  });

  it("stands in the register's own markets", async () => {
    const market = await database.client.market.findMany({ where: { address: registered }, include: { stores: true } });
    expect(market.map(({ districtCode, stores }) => [districtCode, stores.length])).toEqual([["11230", 1]]);
  });

  it("has products that every mall would take", async () => {
    const submissions = await database.client.submission.findMany();
    expect(submissions.length).toBe(await database.client.product.count());
    expect(submissions.length).toBeGreaterThanOrEqual(8);
    const rules = await loadMallRules(database.client, malls);
    expect(rules.map(({ key }) => key).sort()).toEqual([...mallKeys].sort());
    const facts = await loadProductFacts(
      database.client,
      submissions.map(({ versionId }) => versionId),
    );
    expect(facts.size).toBe(submissions.length);
    for (const product of facts.values()) {
      for (const { mall, verdict, issues } of readinessForMalls(product, rules)) {
        // 11st: not every kind of goods can be told in its codes.
        const offered = mall !== "elevenst" || hasNotice(product.categoryKey);
        const errors = issues.filter(({ severity }) => severity === "error");
        expect([product.sku, mall, verdict, errors]).toEqual([
          product.sku,
          mall,
          offered ? "ready" : "not_offered",
          [],
        ]);
      }
    }
  });

  it("has three products chosen, on their way to every mall", async () => {
    const places = await database.client.place.findMany({ orderBy: { number: "asc" } });
    expect(places.map(({ number }) => number)).toEqual([1, 2, 3]);
    const listings = await database.client.listing.findMany();
    expect(new Set(listings.map(({ state }) => state))).toEqual(new Set(["waiting"]));
    for (const key of mallKeys) {
      const there = listings.filter(({ channelKey }) => channelKey === key).length;
      // Of the three 11st takes no farm goods.
      expect([key, there]).toEqual([key, key === "elevenst" ? 2 : 3]);
    }
  });

  it("has a designation that is over beside one that holds", async () => {
    const designations = await database.client.designation.findMany({ orderBy: { validTo: "asc" } });
    const now = new Date();
    expect(designations.map(({ validFrom, validTo }) => validFrom < now && now < validTo)).toEqual([false, true]);
  });

  it("marks every account as its own, and every merchant's consents are given", async () => {
    const accounts = await database.client.account.findMany({ include: { consents: true } });
    expect(accounts.filter(({ demonstration }) => !demonstration)).toEqual([]);
    for (const { role, consents } of accounts) expect(consents.length).toBe(role === "merchant" ? 3 : 0);
  });

  it("says who can log in, and how", async () => {
    const logins = demonstrationLogins();
    expect(new Set(logins.map(({ role }) => role))).toEqual(new Set(["merchant", "curator", "creator", "office"]));
    expect(logins.length).toBe(await database.client.account.count());
    for (const { role, how, login, password, name } of logins) {
      const where = how === "phone" ? { phone: parsePhone(login) ?? "" } : { email: login };
      const account = await database.client.account.findUniqueOrThrow({ where });
      expect([account.role, account.name]).toEqual([role, name]);
      if (how !== "password") continue;
      expect(checkPassword(password ?? "", password ?? "")).toEqual([]);
      expect(await verifyPassword(account.passwordHash, password ?? "")).toBe(true);
    }
  });
});

it("is decided by marks when that is asked for: nearly all is judged, and every page of the season has something to show", async () => {
  const { client } = await testDatabase({ untilTestEnds: true });
  await loadReferenceData(client);
  await loadMallCategories(client, sandboxCategories);
  await loadMallTerms(client, sandboxTerms);
  await seedDemonstration(client, filesOf(client), "by-marks");
  const season = await client.season.findFirstOrThrow();
  expect(season.state).toBe("judging");
  const { outcome, list } = (await findResult(client, season.id)) ?? {};
  expect(list?.size).toBe(season.places);
  const reasons = new Set(outcome?.explanations.map(({ reason }) => reason));
  expect([...reasons]).toEqual(expect.arrayContaining(["best_of_all", "kept_for_kind", "kind_full"]));
  expect(new Set(outcome?.explanations.map(({ standing }) => standing))).toEqual(new Set(["in", "reserve", "out"]));
  const first = await client.account.findUniqueOrThrow({ where: { email: "curator1@baekseon.example" } });
  expect(await client.judgingSlot.count({ where: { curatorId: first.id, givenAt: null } })).toBe(3);
  expect(await client.conflictOfInterest.count()).toBe(1);
  expect(await client.changeRequest.count({ where: { state: "open" } })).toBe(1);
  // Loaded once.
  const judged = await client.judgement.count();
  await seedDemonstration(client, filesOf(client), "by-marks");
  expect(await client.judgement.count()).toBe(judged);
}, 60_000);
