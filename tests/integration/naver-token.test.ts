import { afterAll, beforeAll, expect, test } from "vitest";
import { connectNaver } from "#app/channels/naver/index.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { storedTokens } from "#app/services/secrets/rotating-tokens.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { openStore, settings } from "../unit/malls/naver/store.ts";

const seal = createSeal(["0123456789abcdef0123456789abcdef"]);
let database: TestDatabase;
let otherProcess: Database;
const store = openStore();
let asked = 0;

beforeAll(async () => {
  database = await testDatabase();
  await loadReferenceData(database.client);
  otherProcess = openDatabase(database.url, { connections: 4 });
  store.server.events.on("request:start", ({ request }) => {
    if (new URL(request.url).pathname.endsWith("/oauth2/token")) asked += 1;
  });
});
afterAll(async () => {
  store.close();
  await otherProcess.$disconnect();
  await database.drop();
});

test("two workers at once ask for one token, and for one more when it nears its end or the mall takes it no longer", async () => {
  const workers = [database.client, otherProcess].map((client) =>
    connectNaver(settings, { ...ownWiring(() => store.clock.now), tokens: storedTokens(client, seal) }),
  );
  const askAll = () =>
    Promise.all(Array.from({ length: 8 }, (_, turn) => workers[turn % 2]?.lookUp(`NOBODY-${turn}`, null)));
  expect(await askAll()).toEqual(Array.from({ length: 8 }, () => ({ outcome: "absent" })));
  expect(asked).toBe(1);
  const [row] = await database.client.mallToken.findMany();
  expect(row).toMatchObject({
    channelKey: "naver",
    account: settings.clientId,
    sealed: expect.stringMatching(/^v1\./),
  });

  // Less than half an hour is left of three.
  store.clock.now += 10_800_000 - 29 * 60_000;
  await askAll();
  expect(asked).toBe(2);

  // A third that comes later finds it.
  const late = connectNaver(settings, {
    ...ownWiring(() => store.clock.now),
    tokens: storedTokens(otherProcess, seal),
  });
  expect(await late.lookUp("NOBODY", null)).toEqual({ outcome: "absent" });
  expect(asked).toBe(2);

  store.mall.endTokens();
  expect(await askAll()).toEqual(Array.from({ length: 8 }, () => ({ outcome: "absent" })));
  expect(asked).toBe(3);
});
