import { expect, it } from "vitest";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { accountScene, at, codesOf, later, opened, phone, start, wrongOf } from "./scene.ts";

const scene = accountScene();
const asked = { by: "phone", destination: "010-1234-5678", joining: true } as const;
const ask = (now = start) => requestLoginCode(scene.database, { ...asked, address: "203.0.113.1" }, at(now));
const confirm = (code: string, now = later(5)) => confirmLoginCode(scene.database, { ...asked, code }, at(now));

it("who proves a number that nobody has becomes a merchant without a store", async () => {
  await ask();
  const { code } = await scene.newestParams();
  expect(codesOf(await confirm(wrongOf(code)))).toEqual(["login.code_wrong"]);
  expect(await scene.database.account.count()).toBe(0);
  const { account } = opened(await confirm(code));
  expect(await scene.database.account.findMany({ include: { memberships: true } })).toMatchObject([
    { id: account.id, role: "merchant", phone, name: "010-1234-5678", memberships: [] },
  ]);
  const line = await scene.database.auditLine.findFirst({ where: { subjectId: account.id } });
  expect(line).toMatchObject({ action: "join", actorId: account.id });
});

it("a merchant who joins again comes in as who they are", async () => {
  const { id } = await scene.make("merchant");
  await ask();
  const { code } = await scene.newestParams();
  expect(opened(await confirm(code)).account.id).toBe(id);
  expect(await scene.database.account.count()).toBe(1);
});

it("the answer is the same for a number that may not enter, and nothing is sent or made", async () => {
  const stranger = await ask();
  await scene.database.outboxMessage.deleteMany();
  await scene.database.account.create({ data: { role: "office", name: "정", email: "o@example.com", phone } });
  const known = await ask(later(60));
  expect([stranger.ok, known.ok]).toEqual([true, true]);
  expect(await scene.database.outboxMessage.count()).toBe(0);
  expect(codesOf(await confirm("000000", later(61)))).toEqual(["login.code_wrong"]);
  expect(await scene.database.account.count()).toBe(1);
});

it("one code makes one account, however often it is pressed", async () => {
  await ask();
  const { code } = await scene.newestParams();
  const outcomes = await Promise.all([confirm(code), confirm(code), confirm(code)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await scene.database.account.count()).toBe(1);
});

it("logging in makes nobody", async () => {
  await scene.askCode();
  expect(await scene.database.outboxMessage.count()).toBe(0);
  expect(codesOf(await scene.confirm("000000"))).toEqual(["login.code_wrong"]);
  expect(await scene.database.account.count()).toBe(0);
});
