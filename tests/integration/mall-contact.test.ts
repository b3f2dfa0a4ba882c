import { expect, test } from "vitest";
import { mayContact, recordContact, recordWarning } from "#app/domain/channel/contact.ts";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { Database } from "#app/services/database/database.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { makeSubmissions } from "#tests/made-season.ts";

async function stage(): Promise<Database> {
  const { client } = await testDatabase({ untilTestEnds: true });
  await loadReferenceData(client);
  return client;
}

const meet = (database: Database, reason: Issue | null, retryAfterSeconds = 30, pace = 1) =>
  recordContact(database, "coupang", { reason, retryAfterSeconds }, pace);
const down = issue("mall.unavailable", { mall: "coupang" });
const secondsUntil = (until: Date | null) => ((until?.getTime() ?? 0) - Date.now()) / 1000;
const passBreak = (database: Database) =>
  database.channelContact.updateMany({ data: { closedUntil: new Date(Date.now() - 1) } });

test("a mall that fails five times in a row is left alone, each time longer, and asked again by one", async () => {
  const database = await stage();
  for (let failures = 1; failures <= 4; failures++) {
    await meet(database, down);
    expect(await mayContact(database, "coupang")).toBeNull();
  }
  await meet(database, down);
  const first = secondsUntil(await mayContact(database, "coupang"));
  expect(first).toBeGreaterThan(11);
  expect(first).toBeLessThan(19);
  expect(await mayContact(database, "naver"), "other malls go on").toBeNull();

  await passBreak(database);
  const looks = await Promise.all(Array.from({ length: 10 }, () => mayContact(database, "coupang")));
  expect(looks.filter((until) => until === null)).toHaveLength(1);
  await meet(database, down);
  expect(secondsUntil(await mayContact(database, "coupang"))).toBeGreaterThan(first);

  for (let failures = 0; failures < 10; failures++) await meet(database, down);
  expect(secondsUntil(await mayContact(database, "coupang"))).toBeLessThan(721);

  await passBreak(database);
  expect(await mayContact(database, "coupang")).toBeNull();
  await meet(database, null);
  const looking = await Promise.all(Array.from({ length: 10 }, () => mayContact(database, "coupang")));
  expect(looking.filter((until) => until === null)).toHaveLength(10);
  expect(await database.channelContact.findMany()).toMatchObject([{ failures: 0, closedUntil: null, reason: null }]);
});

test("a rest is told while it lasts, with what the mall said, and afterwards as long as something waits for the mall", async () => {
  const database = await stage();
  const told = async () => (await listChannels(database)).find(({ key }) => key === "coupang")?.resting;
  for (let failures = 1; failures <= 5; failures++) await meet(database, down);
  expect(await told()).toMatchObject({ reason: { code: "mall.unavailable" } });
  await passBreak(database);
  expect(await told()).toBeNull();

  const { id: seasonId } = await database.season.create({ data: { year: 2026, name: "2026", state: "intake" } });
  await makeSubmissions(database, seasonId, 1);
  const { id: wantedVersionId, productId } = await database.productVersion.findFirstOrThrow();
  const listing = { productId, wantedVersionId, channelKey: "coupang", reference: "BX26-WAITS-0001" };
  await database.listing.create({ data: listing });
  expect(await told()).toMatchObject({ reason: { code: "mall.unavailable" } });
  await database.listing.updateMany({ data: { state: "not_ready" } });
  expect(await told()).toBeNull();
});

test("a mall that shuts us out is not asked until it may let us in", async () => {
  const database = await stage();
  await meet(database, issue("mall.credentials_refused"), 1_800);
  expect(secondsUntil(await mayContact(database, "coupang"))).toBeGreaterThan(1_790);
  await passBreak(database);
  await meet(database, issue("mall.rate_limited"), 600);
  expect(secondsUntil(await mayContact(database, "coupang"))).toBeGreaterThan(590);
});

test("what concerns one product only does not count", async () => {
  const database = await stage();
  for (let times = 0; times < 10; times++) {
    await meet(database, issue("mall.still_working"), 120);
    await meet(database, issue("mall.rate_limited"), 1);
  }
  expect(await mayContact(database, "coupang")).toBeNull();
});

test("failures of many workers at once are all counted", async () => {
  const database = await stage();
  await Promise.all(Array.from({ length: 20 }, () => meet(database, down)));
  expect(await database.channelContact.findMany()).toMatchObject([{ failures: 20 }]);
  expect(await mayContact(database, "coupang")).not.toBeNull();
});

test("a warning stands beside the mall until it is taken back, whatever else happens there", async () => {
  const database = await stage();
  const told = async () =>
    Object.fromEntries((await listChannels(database)).map(({ key, warning }) => [key, warning?.code ?? null]));
  const warning = issue(
    "mall.other_version",
    { mall: "shopify" },
    { params: { asked: "2026-07", answered: "2026-10" } },
  );
  await recordWarning(database, "shopify", warning);
  await recordWarning(database, "shopify", warning);
  await recordContact(database, "shopify", { reason: down, retryAfterSeconds: 1 }, 1);
  await recordContact(database, "shopify", { reason: null, retryAfterSeconds: 0 }, 1);
  expect(await told()).toMatchObject({ shopify: "mall.other_version", coupang: null });
  await recordWarning(database, "shopify", null);
  expect(await told()).toMatchObject({ shopify: null });
});
