import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { renewalsSettled, storedTokens, type Token } from "#app/services/secrets/rotating-tokens.ts";
import { createSeal, SealBroken } from "#app/services/secrets/seal.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";

const seal = createSeal(["0123456789abcdef0123456789abcdef"]);
const holder = { channel: "naver", account: "myshop" };
let database: TestDatabase;
let otherProcess: Database;

beforeAll(async () => {
  database = await testDatabase();
  await loadReferenceData(database.client);
  otherProcess = openDatabase(database.url, { connections: 4 });
});
afterAll(async () => {
  await otherProcess.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await database.client.mallToken.deleteMany();
});

function token(number: number): Token {
  const endsAt = new Date(Date.UTC(2026, 11, 1) + number * 1000);
  return {
    accessToken: `access-${number}`,
    accessEndsAt: endsAt,
    refreshToken: `refresh-${number}`,
    refreshEndsAt: endsAt,
  };
}

test("what was renewed is read by others, and stands sealed in the database", async () => {
  const tokens = storedTokens(database.client, seal);
  expect(await tokens.read(holder)).toBeNull();
  expect(await tokens.renew(holder, async (stored) => token(stored === null ? 1 : 0))).toEqual(token(1));
  expect(await storedTokens(otherProcess, seal).read(holder)).toEqual(token(1));
  const [row] = await database.client.mallToken.findMany();
  expect(row?.sealed).toMatch(/^v1\./);
  expect(row?.sealed).not.toMatch(/access|refresh/);
});

test("two workers that renew at once do so one after the other, each with what the one before was given", async () => {
  const mall = { valid: "refresh-0", used: new Set<string>(), number: 0 };
  const spend = async (stored: Token | null): Promise<Token> => {
    const given = stored?.refreshToken ?? "refresh-0";
    // The mall takes each refresh token once.
    expect(given).toBe(mall.valid);
    expect(mall.used.has(given)).toBe(false);
    mall.used.add(given);
    await new Promise((later) => setTimeout(later, 20));
    mall.number += 1;
    mall.valid = `refresh-${mall.number}`;
    return token(mall.number);
  };
  const workers = [storedTokens(database.client, seal), storedTokens(otherProcess, seal)];
  await Promise.all(Array.from({ length: 8 }, (_, turn) => workers[turn % 2]?.renew(holder, spend)));
  expect(mall.number).toBe(8);
  expect((await workers[0]?.read(holder))?.refreshToken).toBe(mall.valid);
});

test("a renewal that fails leaves what was there, also when nothing was", async () => {
  const tokens = storedTokens(database.client, seal);
  const fail = async () => {
    throw new Error("the mall is away");
  };
  await expect(tokens.renew(holder, fail)).rejects.toThrow("the mall is away");
  expect(await database.client.mallToken.count()).toBe(0);
  await tokens.renew(holder, async () => token(1));
  await expect(tokens.renew(holder, fail)).rejects.toThrow("the mall is away");
  expect(await tokens.read(holder)).toEqual(token(1));
});

test("a row that was put in another's place, or sealed with a lost key, is not opened", async () => {
  const tokens = storedTokens(database.client, seal);
  await tokens.renew(holder, async () => token(1));
  await database.client.mallToken.updateMany({ data: { account: "othershop" } });
  await expect(tokens.read({ ...holder, account: "othershop" })).rejects.toThrow(SealBroken);
  const withoutKey = storedTokens(database.client, createSeal(["another key of at least 32 characters"]));
  await database.client.mallToken.updateMany({ data: { account: holder.account } });
  await expect(withoutKey.read(holder)).rejects.toThrow(SealBroken);
  expect(await tokens.read(holder)).toEqual(token(1));
});

test("a process that is to end waits for what a mall is about to give it", async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const renewing = storedTokens(database.client, seal).renew(holder, async () => {
    await answered;
    return token(8);
  });
  const settled = renewalsSettled();
  const nextTurn = new Promise((turn) => setTimeout(() => turn("waits"), 50));
  expect(await Promise.race([settled.then(() => "ends"), nextTurn])).toBe("waits");
  answer();
  await settled;
  expect(await storedTokens(otherProcess, seal).read(holder)).toEqual(token(8));
  expect(await renewing).toEqual(token(8));
});

test("a database that is lost after the mall has answered costs no token: it is stored once it is back", async () => {
  const tokens = storedTokens(otherProcess, seal);
  const renewing = tokens.renew(holder, async () => {
    await database.client.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    return token(7);
  });
  expect(await renewing).toEqual(token(7));
  await renewalsSettled();
  expect(await storedTokens(database.client, seal).read(holder)).toEqual(token(7));
});
