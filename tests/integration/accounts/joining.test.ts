import { expect, it } from "vitest";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { saveProfile } from "#app/domain/creator/save-profile.ts";
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

it("who proves an address that nobody has becomes a creator, and agrees to the use of their data with their profile", async () => {
  const creator = { by: "email", destination: "nari@example.com", joining: true } as const;
  await requestLoginCode(scene.database, { ...creator, address: "203.0.113.1" }, at(start));
  const { code } = await scene.newestParams();
  const { account } = opened(await confirmLoginCode(scene.database, { ...creator, code }, at(later(5))));
  expect(account.role).toBe("creator");
  const actor = { kind: "person", accountId: account.id, role: "creator" } as const;
  const profile = { penName: "나리", name: "김나리" };
  expect(codesOf(await saveProfile(scene.database, actor, profile))).toEqual(["consent.needed"]);
  expect((await saveProfile(scene.database, actor, { ...profile, agreedTo: "2026-11" })).ok).toBe(true);
  expect((await saveProfile(scene.database, actor, profile)).ok).toBe(true);
  expect(await scene.database.account.findMany({ include: { consents: true, creator: true } })).toMatchObject([
    {
      ...{ name: "김나리", email: "nari@example.com", creator: { penName: "나리" } },
      consents: [{ kind: "creator_data", version: "2026-11", agreed: true }],
    },
  ]);
});

it.each([
  { role: "office", name: "정", email: "nari@example.com" },
  { role: "creator", name: "나리", email: "nari@example.com", state: "ended", endedAt: start, eraseAfter: start },
] as const)("an address of somebody else makes no creator: $role", async (somebody) => {
  await scene.database.account.create({ data: somebody });
  const creator = { by: "email", destination: "nari@example.com", joining: true } as const;
  expect((await requestLoginCode(scene.database, { ...creator, address: "203.0.113.1" }, at(start))).ok).toBe(true);
  expect(await scene.database.outboxMessage.count()).toBe(0);
});

it("logging in makes nobody", async () => {
  await scene.askCode();
  expect(await scene.database.outboxMessage.count()).toBe(0);
  expect(codesOf(await scene.confirm("000000"))).toEqual(["login.code_wrong"]);
  expect(await scene.database.account.count()).toBe(0);
});
