import { describe, expect, it } from "vitest";
import { acceptInvitation } from "#app/domain/account/accept-invitation.ts";
import { type Actor, program, type Role } from "#app/domain/account/actor.ts";
import { changeRole } from "#app/domain/account/change-role.ts";
import { createFirstOfficeLink } from "#app/domain/account/create-first-office-link.ts";
import { endAccount } from "#app/domain/account/end-account.ts";
import { findSession } from "#app/domain/account/find-session.ts";
import { invitePerson } from "#app/domain/account/invite-person.ts";
import { findLink } from "#app/domain/account/links.ts";
import { logInWithPassword } from "#app/domain/account/log-in-with-password.ts";
import { hashPassword } from "#app/domain/account/password.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { requestPasswordReset } from "#app/domain/account/request-password-reset.ts";
import { setPassword } from "#app/domain/account/set-password.ts";
import {
  accountScene,
  at,
  codesOf,
  later,
  opened,
  password,
  personOf,
  phone,
  publicUrl,
  start,
  tokenOf,
} from "./scene.ts";

const scene = accountScene();

describe("the office", () => {
  const invite = (actor: Actor, role: Role, more: object = {}) =>
    invitePerson(scene.database, actor, { role, name: "이정희", email: "new@example.com", ...more }, at());

  it("invites staff, who choose a password by a link that works once", async () => {
    const office = await scene.make("office", { passwordHash: "x" });
    expect((await invite(personOf(office), "curator")).ok).toBe(true);
    const first = tokenOf((await scene.newestParams()).link);
    expect((await invite(personOf(office), "curator")).ok).toBe(true);
    expect(await findLink(scene.database, first, at())).toBeNull();
    const token = tokenOf((await scene.newestParams()).link);
    const accept = () => acceptInvitation(scene.database, { token, password, repeated: password }, at());
    expect(codesOf(await acceptInvitation(scene.database, { token, password, repeated: "other" }, at()))).toEqual([
      "password.mismatch",
    ]);
    const two = await Promise.all([accept(), accept()]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      (await logInWithPassword(scene.database, { email: "new@example.com", password, address: "a" }, at())).ok,
    ).toBe(true);
    expect(codesOf(await invite(personOf(office), "curator"))).toEqual(["account.already_exists"]);
  });

  it("invites merchants by phone into their store", async () => {
    await scene.database.district.upsert({
      where: { code: "11110" },
      create: { code: "11110", nameKo: "종로구", nameEn: "Jongno" },
      update: {},
    });
    const store = await scene.database.store.create({
      data: {
        slug: "a",
        kind: "craft",
        name: "순자네",
        ownerName: "이정희",
        businessNumber: "1208800767",
        phone: "02-1",
        postcode: "03001",
        address: "서울",
        districtCode: "11110",
      },
    });
    const merchant = { phone: "010 9876 5432", email: "" };
    expect(codesOf(await invite(program, "merchant", { ...merchant, businessNumber: "999" }))).toEqual([
      "account.store_not_found",
    ]);
    expect(await scene.database.account.count()).toBe(0);
    expect((await invite(program, "merchant", { ...merchant, businessNumber: "120-88-00767" })).ok).toBe(true);
    const message = await scene.database.outboxMessage.findFirstOrThrow();
    expect([message.medium, message.recipient]).toEqual(["kakao", "+821098765432"]);
    const link = tokenOf((await scene.newestParams()).link);
    const { token } = opened(await acceptInvitation(scene.database, { token: link }, at()));
    expect((await findSession(scene.database, token, at()))?.account.storeId).toBe(store.id);
  });

  it("brings back somebody who had left", async () => {
    const curator = await scene.make("curator", { passwordHash: "x" });
    await endAccount(scene.database, program, { accountId: curator.id });
    expect((await invite(program, "creator", { email: "curator@example.com" })).ok).toBe(true);
    expect(await scene.database.account.findUniqueOrThrow({ where: { id: curator.id } })).toMatchObject({
      role: "creator",
      state: "active",
      name: "이정희",
      passwordHash: null,
    });
  });

  it("says what an invitation lacks", async () => {
    expect(codesOf(await invite(program, "merchant", { name: " ", phone: "02-1" }))).toEqual([
      "form.missing",
      "login.phone_unreadable",
    ]);
    expect(codesOf(await invite(program, "office", { email: "" }))).toEqual(["login.email_unreadable"]);
  });

  it("alone may do so", async () => {
    const curator = await scene.make("curator");
    const actor = personOf(curator);
    for (const answer of [
      await invite(actor, "office"),
      await changeRole(scene.database, actor, { accountId: curator.id, role: "office" }, at()),
      await endAccount(scene.database, actor, { accountId: curator.id }),
    ]) {
      expect(codesOf(answer)).toEqual(["account.not_allowed"]);
    }
  });

  it("changes a role: sessions end at once, a new member of staff gets a link", async () => {
    const merchant = await scene.make("merchant", { email: "both@example.com" });
    await scene.askCode();
    const { token } = opened(await scene.confirm((await scene.newestParams()).code));
    expect((await changeRole(scene.database, program, { accountId: merchant.id, role: "curator" }, at())).ok).toBe(
      true,
    );
    expect(await findSession(scene.database, token, at())).toBeNull();
    expect((await findLink(scene.database, tokenOf((await scene.newestParams()).link), at()))?.account.role).toBe(
      "curator",
    );
    const creator = await scene.make("creator");
    expect(
      codesOf(await changeRole(scene.database, program, { accountId: creator.id, role: "merchant" }, at())),
    ).toEqual(["account.phone_needed"]);
  });

  it("ends an account: sessions, links and codes stop at once", async () => {
    const merchant = await scene.make("merchant");
    await scene.askCode();
    const { token } = opened(await scene.confirm((await scene.newestParams()).code));
    await scene.askCode(later(40));
    const { code } = await scene.newestParams();
    expect((await endAccount(scene.database, program, { accountId: merchant.id })).ok).toBe(true);
    expect(await findSession(scene.database, token, at())).toBeNull();
    expect((await scene.confirm(code, later(41))).ok).toBe(false);
    const lines = await scene.database.auditLine.findMany({ where: { subjectId: merchant.id } });
    expect(lines.map(({ action }) => action)).toEqual(["end-account"]);
  });

  it("keeps its last account, also when two end each other at the same moment", async () => {
    const passwordHash = "x";
    const first = await scene.make("office", { passwordHash });
    expect(codesOf(await endAccount(scene.database, program, { accountId: first.id }))).toEqual([
      "account.last_office",
    ]);
    expect(codesOf(await changeRole(scene.database, program, { accountId: first.id, role: "curator" }, at()))).toEqual([
      "account.last_office",
    ]);
    await scene.make("office", { passwordHash, email: "played@example.com", demonstration: true });
    expect(codesOf(await endAccount(scene.database, program, { accountId: first.id }))).toEqual([
      "account.last_office",
    ]);
    const second = await scene.make("office", { passwordHash, email: "second@example.com" });
    const both = await Promise.all([
      endAccount(scene.database, personOf(first), { accountId: second.id }),
      endAccount(scene.database, personOf(second), { accountId: first.id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("begins with a printed link, which is given until somebody took it up", async () => {
    const lost = await createFirstOfficeLink(scene.database, publicUrl, start);
    const link = await createFirstOfficeLink(scene.database, publicUrl, start);
    expect(link).toMatch(/^https:\/\/baekseon\.example\/link\/[\w-]{32}$/);
    expect(await findLink(scene.database, tokenOf(lost ?? ""), at())).toBeNull();
    const given = { token: tokenOf(link ?? ""), password, repeated: password };
    expect(codesOf(await acceptInvitation(scene.database, given, at()))).toEqual([
      "form.missing",
      "login.email_unreadable",
    ]);
    const taken = await acceptInvitation(
      scene.database,
      { ...given, name: "박서울", email: "First@Example.com" },
      at(),
    );
    expect(taken).toMatchObject({ ok: true, result: { account: { role: "office" } } });
    expect(await createFirstOfficeLink(scene.database, publicUrl, start)).toBeNull();
    expect(
      (await logInWithPassword(scene.database, { email: "first@example.com", password, address: "a" }, at())).ok,
    ).toBe(true);
  });
});

describe("in production an account of the demonstration", () => {
  it("gets in by no way at all", async () => {
    const passwordHash = await hashPassword(password);
    await scene.make("merchant", { demonstration: true });
    const office = await scene.make("office", { demonstration: true, passwordHash });
    const invited = await invitePerson(
      scene.database,
      program,
      { role: "curator", name: "가", email: "played@example.com" },
      at(),
    );
    if (!invited.ok) throw new Error("not invited");
    const invitation = tokenOf((await scene.newestParams()).link);
    await scene.database.account.update({ where: { id: invited.result.accountId }, data: { demonstration: true } });
    const played = at(start, true);
    const open = await logInWithPassword(
      scene.database,
      { email: "office@example.com", password, address: "a" },
      played,
    );
    if (!open.ok) throw new Error("the demonstration itself must let it in");
    expect(await findSession(scene.database, open.result.token, played)).not.toBeNull();
    await requestPasswordReset(scene.database, { email: "office@example.com", address: "a" }, played);
    const reset = tokenOf((await scene.newestParams()).link);
    await requestLoginCode(scene.database, { by: "phone", destination: phone, address: "a" }, played);
    const { code } = await scene.newestParams();
    const messages = await scene.database.outboxMessage.count();

    expect(await findSession(scene.database, open.result.token, at())).toBeNull();
    expect(
      codesOf(await logInWithPassword(scene.database, { email: "office@example.com", password, address: "a" }, at())),
    ).toEqual(["login.refused"]);
    expect(codesOf(await scene.confirm(code))).toEqual(["login.code_wrong"]);
    const fresh = { password: "새로운 비밀번호 하나", repeated: "새로운 비밀번호 하나" };
    expect(codesOf(await setPassword(scene.database, { token: reset, ...fresh }, at()))).toEqual(["link.invalid"]);
    expect(codesOf(await acceptInvitation(scene.database, { token: invitation, ...fresh }, at()))).toEqual([
      "link.invalid",
    ]);
    await scene.askCode(later(60));
    await requestPasswordReset(scene.database, { email: "office@example.com", address: "a" }, at());
    expect(await scene.database.outboxMessage.count()).toBe(messages);
    expect(await createFirstOfficeLink(scene.database, publicUrl)).not.toBeNull();
    expect(
      codesOf(
        await invitePerson(scene.database, program, { role: "office", name: "나", email: office.email ?? "" }, at()),
      ),
    ).toEqual(["account.already_exists"]);
  });
});
