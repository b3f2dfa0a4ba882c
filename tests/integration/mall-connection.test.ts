import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { setupServer } from "msw/node";
import pino from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { judgeConnection } from "#app/channels/judge-connection.ts";
import { mallSettings } from "#app/channels/mall-settings.ts";
import type { Setting } from "#app/channels/read-settings.ts";
import { loadConfig } from "#app/config.ts";
import {
  type ConnectionValues,
  enterConnection,
  readCheckRequest,
  readConnection,
  recordConnectionCheck,
  requestConnectionCheck,
} from "#app/domain/channel/mall-connection.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { describeConnection, isConnected, nothingEntered, typedConnection } from "#app/web/mall-connections.server.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { createStandIns } from "#tests/malls/played-malls.ts";
import { sandboxEnvironments } from "#tests/malls/sandbox-settings.ts";
import { openMalls } from "#workers/mall-connections.ts";
import { checkConnection } from "#workers/tasks/check-connection.ts";

const key = "k".repeat(32);
const secret = "$2a$04$abcdefghijklmnopqrstuv";
const wholeNaver: ConnectionValues = {
  NAVER_CLIENT_ID: "shop-7",
  NAVER_CLIENT_SECRET: secret,
  NAVER_RELEASE_ADDRESS_ID: "11",
  NAVER_RETURN_ADDRESS_ID: "12",
};

async function stage(environment: Record<string, string> = {}) {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  await loadReferenceData(database);
  const { id } = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  const actor = { kind: "person", accountId: id, role: "office" } as const;
  const config = loadConfig({ SECRETS_KEY: key, ...environment });
  const seal = createSeal(config.secretsKeys);
  const enter = (channelKey: MallKey, typed: ConnectionValues) =>
    enterConnection(database, seal, actor, {
      channelKey,
      typed,
      problemsOf: (entered) => judgeConnection(channelKey, { entered, given: config.mallVariables }),
    });
  const fill = (channelKey: MallKey, values: ConnectionValues) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    return enter(channelKey, typedConnection(form, config, channelKey));
  };
  const describeMall = (channelKey: MallKey) => describeConnection({ database, config }, channelKey);
  return { database, config, seal, enter, fill, describeMall };
}

test("the answer to an earlier question is not taken for that to a later one", async () => {
  const { database, describeMall } = await stage();
  await requestConnectionCheck(database, "naver");
  const askedAt = await readCheckRequest(database, "naver");
  await sleep(2);
  await requestConnectionCheck(database, "naver");
  await recordConnectionCheck(database, { channelKey: "naver", askedAt, fault: null });
  expect((await describeMall("naver")).check.at).toBeNull();
});

test("what the office enters is kept encrypted, and no secret comes back", async () => {
  const { database, config, fill, describeMall, seal } = await stage();
  expect(await isConnected({ database, config }, "naver")).toBe(false);
  const outcome = await fill("naver", wholeNaver);
  expect(outcome).toMatchObject({ ok: true, result: { changed: Object.keys(wholeNaver).sort() } });
  expect(await isConnected({ database, config }, "naver")).toBe(true);

  const row = await database.mallConnection.findUniqueOrThrow({ where: { channelKey: "naver" } });
  expect(row.sealed).toMatch(/^v1\./);
  const everything = inspect([row, await database.auditLine.findMany(), await describeMall("naver")], { depth: null });
  expect(everything).not.toContain(secret);
  expect(await database.auditLine.findFirst({ where: { action: "enter-connection" } })).toMatchObject({
    subjectId: "naver",
    details: { changed: Object.keys(wholeNaver).sort() },
  });
  expect((await describeMall("naver")).fields).toContainEqual(
    expect.objectContaining({ variable: "NAVER_CLIENT_SECRET", secret: true, known: true, value: null }),
  );
  expect((await readConnection(database, seal, "naver")).values).toEqual(wholeNaver);
});

test("an empty secret stays, another empty value goes, and the same again changes nothing", async () => {
  const { database, seal, fill } = await stage();
  await fill("naver", { ...wholeNaver, NAVER_DELIVERY_COMPANY: "HANJIN" });
  const withoutSecret = { ...wholeNaver, NAVER_CLIENT_SECRET: "" };
  expect(await fill("naver", { ...withoutSecret, NAVER_DELIVERY_COMPANY: "HANJIN" })).toMatchObject({
    result: { changed: [] },
  });
  expect(await fill("naver", { ...withoutSecret, NAVER_DELIVERY_COMPANY: "" })).toMatchObject({
    result: { changed: ["NAVER_DELIVERY_COMPANY"] },
  });
  expect(await readConnection(database, seal, "naver")).toMatchObject({ values: wholeNaver, version: 2 });
});

test("what is missing or wrong is said at its field, and nothing is kept", async () => {
  const { database, fill } = await stage();
  const { NAVER_CLIENT_SECRET: _, ...partly } = wholeNaver;
  expect(await fill("naver", { ...partly, NAVER_RETURN_ADDRESS_ID: "열둘" })).toMatchObject({
    ok: false,
    issues: [
      { code: "connection.value_wrong", path: { field: "NAVER_RETURN_ADDRESS_ID" } },
      { code: "connection.value_missing", path: { field: "NAVER_CLIENT_SECRET" } },
    ],
  });
  expect((await database.mallConnection.findMany()).every(({ sealed }) => sealed === null)).toBe(true);
});

test.each([
  "http://api.commerce.naver.com",
  "https://127.0.0.1/x",
  "https://[::1]",
  "https://localhost:3000",
  "https://queue.internal",
  "https://2130706433",
])("keys are never sent to %s", async (address) => {
  const { fill } = await stage();
  const outcome = await fill("naver", { ...wholeNaver, NAVER_BASE_URL: address });
  expect(outcome).toMatchObject({ ok: false, issues: [{ code: "connection.address_not_public" }] });
});

test("what the environment gives is under it, and comes back when what was entered is removed", async () => {
  const environment = sandboxEnvironments.naver("https://api.commerce.naver.com");
  const { database, config, seal, enter, fill, describeMall } = await stage(environment);
  expect(await fill("naver", { ...environment, NAVER_CLIENT_SECRET: "" })).toMatchObject({ result: { changed: [] } });
  await fill("naver", { ...environment, NAVER_CLIENT_ID: "other", NAVER_CLIENT_SECRET: secret });
  expect((await readConnection(database, seal, "naver")).values).toEqual({
    NAVER_CLIENT_ID: "other",
    NAVER_CLIENT_SECRET: secret,
  });
  expect(await enter("naver", nothingEntered("naver"))).toMatchObject({ ok: true });
  expect(await describeMall("naver")).toMatchObject({ connected: true, enteredAt: null });
  expect(await isConnected({ database, config }, "naver")).toBe(true);
});

test("two of the office at once: both entries are whole, one after the other", async () => {
  const { database, seal, fill } = await stage();
  await fill("naver", wholeNaver);
  await Promise.all([
    fill("naver", { ...wholeNaver, NAVER_RELEASE_ADDRESS_ID: "21" }),
    fill("naver", { ...wholeNaver, NAVER_RELEASE_ADDRESS_ID: "22" }),
  ]);
  const { version, values } = await readConnection(database, seal, "naver");
  expect(version).toBe(3);
  expect(["21", "22"]).toContain(values.NAVER_RELEASE_ADDRESS_ID);
});

test("sealed with a key that is gone it is asked for again, and not an error", async () => {
  const { database, fill } = await stage();
  await fill("naver", wholeNaver);
  const config = loadConfig({ SECRETS_KEY: "n".repeat(32) });
  expect(await describeConnection({ database, config }, "naver")).toMatchObject({ unreadable: true, connected: false });
  const rotated = loadConfig({ SECRETS_KEY: "n".repeat(32), SECRETS_FORMER_KEY: key });
  expect(await describeConnection({ database, config: rotated }, "naver")).toMatchObject({ connected: true });
});

test("access that the former settings bought ends with them; what buys the next stays", async () => {
  const { database, fill } = await stage();
  const later = new Date(Date.now() + 3_600_000);
  const token = { channelKey: "cafe24", account: "shop-7", sealed: "v1.x", accessEndsAt: later, refreshEndsAt: later };
  await database.mallToken.create({ data: token });
  await fill("naver", wholeNaver);
  expect(await database.mallToken.findMany()).toMatchObject([{ accessEndsAt: later }]);
  const shop = {
    CAFE24_MALL_ID: "shop-7",
    CAFE24_CLIENT_ID: "id",
    CAFE24_CLIENT_SECRET: "s",
    CAFE24_REFRESH_TOKEN: "r",
  };
  await fill("cafe24", shop);
  const [kept] = await database.mallToken.findMany();
  expect(kept).toMatchObject({ sealed: "v1.x", refreshEndsAt: later });
  expect(kept?.accessEndsAt.getTime()).toBeLessThanOrEqual(Date.now());
});

describe.each(mallKeys)("%s", (mall) => {
  async function stageWorker() {
    const standIns = createStandIns(
      { fetchPicture: async () => new Response(null, { status: 404 }), reviewMilliseconds: 0 },
      (one) => `https://${one}.example/store`,
    );
    const server = setupServer(...standIns[mall].handlers);
    server.listen({ onUnhandledRequest: "error" });
    onTestFinished(() => server.close());
    const environment = sandboxEnvironments[mall](standIns[mall].origin);
    const house = await stage(environment);
    const folder = await mkdtemp(join(tmpdir(), "mall-connection-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const log = pino({ level: "silent" });
    const opened = await openMalls(house.config, house.database, await openLocalBlobs(folder), log);
    onTestFinished(() => opened.close());
    const context = { malls: opened.connections, refreshMalls: opened.refresh, followUpPace: 1 };
    const check = async () => {
      await requestConnectionCheck(house.database, mall);
      await checkConnection({ database: house.database, ...context } as never, { channelKey: mall });
      return (await house.describeMall(mall)).check;
    };
    return { ...house, check };
  }

  test("good keys are let in; wrong ones are said so, and right again they end the mall's rest", async () => {
    const { database, enter, check } = await stageWorker();
    expect(await check()).toMatchObject({ at: expect.any(Date), fault: null });
    expect(await database.mallConnection.findMany({ where: { channelKey: mall } })).toMatchObject([{ sealed: null }]);

    // Where there are several ways in, those of the one that needs nothing beside it.
    const secrets = Object.values<Setting>(mallSettings[mall]).filter(
      (one) => one.secret && (one.neededWith?.({}) ?? true),
    );
    await enter(mall, Object.fromEntries(secrets.map(({ variable }) => [variable, secret])));
    expect(await check()).toMatchObject({ fault: { code: "mall.credentials_refused", path: { mall } } });
    expect(await database.channelContact.findMany({ where: { channelKey: mall } })).toMatchObject([
      { closedUntil: expect.any(Date) },
    ]);

    await enter(mall, nothingEntered(mall));
    expect(await check()).toMatchObject({ fault: null });
    expect(await database.channelContact.findMany({ where: { channelKey: mall } })).toMatchObject([
      { closedUntil: null, failures: 0 },
    ]);
  });
});
