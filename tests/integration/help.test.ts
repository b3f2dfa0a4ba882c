import { beforeEach, expect, test } from "vitest";
import { findSession } from "#app/domain/account/find-session.ts";
import { openSession } from "#app/domain/account/open-session.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { beginHelp, helpLifetime } from "#app/domain/help/begin-help.ts";
import { endHelp } from "#app/domain/help/end-help.ts";
import { listHelpers } from "#app/domain/help/list-helpers.ts";
import { requestHelp } from "#app/domain/help/request-help.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { merchantActor } from "../../app/merchant/own-store.ts";
import { content, type OpenSeason, openSeason, save } from "./season-setup.ts";

const start = new Date("2026-11-23T01:00:00Z");
const settings = (now = start) => ({ secret: "a secret of tests", allowDemonstration: true, now });
const merchantPhone = "010-1234-5678";

let database: Database;
let season: OpenSeason;
let daughter: { id: string; token: string };

beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  season = await openSeason(database);
  const { id } = await database.account.create({ data: { role: "merchant", name: "김딸", phone: "+821099998888" } });
  daughter = { id, token: await logIn(id) };
});

async function logIn(id: string): Promise<string> {
  const session = { account: { id, role: "merchant" as const }, now: start };
  return (await inTransaction(database, (transaction) => openSession(transaction, session))).token;
}

const ask = (phone = merchantPhone, now = start) =>
  requestHelp(database, { helperId: daughter.id, phone, address: "198.51.100.7", locale: "ko" }, settings(now));

async function sentCode(): Promise<string> {
  const { params } = await database.outboxMessage.findFirstOrThrow({ where: { template: "help_code" } });
  return String((params as { code: string }).code);
}

const begin = (code: string, now = start) =>
  beginHelp(
    database,
    { helperId: daughter.id, helperRole: "merchant", phone: merchantPhone, code, token: daughter.token },
    settings(now),
  );

async function session(token: string, now = start) {
  return (await findSession(database, token, settings(now)))?.account;
}

test("with the code from the merchant's phone a daughter types for the merchant, and every act names both", async () => {
  expect((await ask()).ok).toBe(true);
  const message = await database.outboxMessage.findFirstOrThrow({ where: { template: "help_code" } });
  expect(message.recipient).toBe("+821012345678");
  expect((await begin(await sentCode())).ok).toBe(true);

  const account = await session(daughter.token);
  expect(account).toMatchObject({
    id: season.merchant.accountId,
    storeId: season.storeId,
    helper: { id: daughter.id },
  });
  if (!account) throw new Error("No session");
  const actor = merchantActor(account);
  await save(database, { ...season, merchant: actor } as OpenSeason, [content("A")]);
  const line = await database.auditLine.findFirstOrThrow({ where: { action: "save-products" } });
  expect([line.actorId, line.onBehalfOfId]).toEqual([daughter.id, season.merchant.accountId]);

  const { id } = await database.product.findFirstOrThrow();
  const { seasonId, storeId } = season;
  const sent = await submitProducts(database, actor, { seasonId, storeId, productIds: [id] });
  expect(sent).toMatchObject({ ok: false, issues: [{ code: "help.only_merchant" }] });
  expect(await database.submission.count()).toBe(0);
});

test("help ends by the helper's hand, by the merchant's, or by time; a login begins without it", async () => {
  for (const end of ["helper", "merchant", "time"] as const) {
    const now = new Date(start.getTime() + 60_000 * ["helper", "merchant", "time"].indexOf(end));
    await database.outboxMessage.deleteMany();
    await ask(merchantPhone, now);
    await begin(await sentCode(), now);
    const [help] = await listHelpers(database, season.merchant.accountId, now);
    if (!help) throw new Error("Nobody helps");
    expect(help.name).toBe("김딸");
    if (end !== "time") {
      const accountId = end === "helper" ? daughter.id : season.merchant.accountId;
      expect(
        (await endHelp(database, { kind: "person", accountId, role: "merchant" }, { helpId: help.id, now })).ok,
      ).toBe(true);
    }
    const after = end === "time" ? new Date(now.getTime() + helpLifetime) : now;
    expect(await session(daughter.token, after)).toMatchObject({ id: daughter.id, storeId: null, helper: null });
    expect(await listHelpers(database, season.merchant.accountId, after)).toEqual([]);
  }
  expect(await session(await logIn(daughter.id))).toMatchObject({ helper: null });
});

test("nobody else ends it", async () => {
  await ask();
  await begin(await sentCode());
  const [help] = await listHelpers(database, season.merchant.accountId, start);
  const stranger = { ...season.curator, role: "merchant" as const };
  expect(await endHelp(database, stranger, { helpId: help?.id ?? "" })).toMatchObject({ ok: false });
  expect(await endHelp(database, stranger, { helpId: "x" })).toMatchObject({ ok: false });
  expect(await session(daughter.token)).toMatchObject({ helper: { id: daughter.id } });
});

test("a number that is nobody's is answered like the merchant's own, and lets nobody in", async () => {
  expect(await ask("010-7777-6666")).toEqual(await ask());
  const input = { helperId: daughter.id, helperRole: "merchant" as const, phone: "010-7777-6666", code: "000000" };
  const strange = await beginHelp(database, { ...input, token: daughter.token }, settings());
  expect(strange).toMatchObject({ ok: false, issues: [{ params: { left: 2 } }] });
  expect(await database.outboxMessage.count({ where: { template: "help_code" } })).toBe(1);
});

test("three wrong codes are the end of it, one's own number is refused, and a helper's code is no login code", async () => {
  await ask();
  const code = await sentCode();
  const wrong = code === "111111" ? "222222" : "111111";
  for (let tries = 0; tries < 3; tries += 1) expect((await begin(wrong)).ok).toBe(false);
  expect(await begin(code)).toMatchObject({ ok: false, issues: [{ code: "login.too_many_tries" }] });
  expect(await ask("010-9999-8888")).toMatchObject({ ok: false, issues: [{ code: "help.of_oneself" }] });
  const login = { by: "phone" as const, destination: merchantPhone, address: "198.51.100.7" };
  expect((await requestLoginCode(database, login, settings())).ok).toBe(true);
});
