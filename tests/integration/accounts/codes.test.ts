import { describe, expect, it } from "vitest";
import { confirmLoginCode } from "#app/domain/account/confirm-login-code.ts";
import { deleteExpired } from "#app/domain/account/delete-expired.ts";
import { endAllSessions } from "#app/domain/account/end-all-sessions.ts";
import { endSession } from "#app/domain/account/end-session.ts";
import { findSession } from "#app/domain/account/find-session.ts";
import { codesPerDay } from "#app/domain/account/issue-code.ts";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { keyedHash } from "#app/domain/account/secrets.ts";
import { accountScene, at, codesOf, later, opened, personOf, phone, start, wrongOf } from "./scene.ts";

const scene = accountScene();

describe("a code", () => {
  it("comes by message, is kept as a keyed hash only and opens a session once", async () => {
    const merchant = await scene.make("merchant");
    expect((await scene.askCode()).ok).toBe(true);
    const { code } = await scene.newestParams();
    expect(code).toMatch(/^\d{6}$/);
    const row = await scene.database.loginCode.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${code}|12345678|203\\.0`));
    const job = await scene.database.$queryRaw<{ payload: unknown }[]>`
      SELECT payload FROM graphile_worker._private_jobs AS job
      JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'send-message'`;
    expect(job.length).toBeGreaterThan(0);

    const { token } = opened(await scene.confirm(` ${code.slice(0, 3)}-${code.slice(3)} `, later(290)));
    expect(await findSession(scene.database, token, at())).toEqual({
      account: { id: merchant.id, role: "merchant", name: "김순자", storeId: null, helper: null },
    });
    expect(JSON.stringify(await scene.database.session.findMany())).not.toContain(token);
    expect(codesOf(await scene.confirm(code, later(291)))).toEqual(["login.code_expired"]);
  });

  it("runs out after five minutes", async () => {
    await scene.make("merchant");
    await scene.askCode();
    const { code } = await scene.newestParams();
    expect(codesOf(await scene.confirm(code, later(300)))).toEqual(["login.code_expired"]);
  });

  it("may be tried three times", async () => {
    await scene.make("merchant");
    await scene.askCode();
    const { code } = await scene.newestParams();
    expect(await scene.confirm(wrongOf(code))).toMatchObject({
      issues: [{ code: "login.code_wrong", params: { left: 2 } }],
    });
    expect(codesOf(await scene.confirm(wrongOf(code)))).toEqual(["login.code_wrong"]);
    expect(codesOf(await scene.confirm(wrongOf(code)))).toEqual(["login.too_many_tries"]);
    expect(codesOf(await scene.confirm(code))).toEqual(["login.too_many_tries"]);
    expect(await scene.database.session.count()).toBe(0);
  });

  it("gives three tries to twenty guesses at the same moment", async () => {
    await scene.make("merchant");
    await scene.askCode();
    const { code } = await scene.newestParams();
    const guesses = await Promise.all(Array.from({ length: 20 }, () => scene.confirm(wrongOf(code))));
    const judged = guesses.flatMap((guess) => (guess.ok ? [] : guess.issues));
    expect(
      judged
        .filter(({ code }) => code === "login.code_wrong")
        .map(({ params }) => params.left)
        .sort(),
    ).toEqual([1, 2]);
    expect(codesOf(await scene.confirm(code))).toEqual(["login.too_many_tries"]);
  });

  it("opens one session when confirmed twice at the same moment", async () => {
    await scene.make("merchant");
    await scene.askCode();
    const { code } = await scene.newestParams();
    const both = await Promise.all([scene.confirm(code), scene.confirm(code), scene.confirm(code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await scene.database.session.count()).toBe(1);
  });

  it("counts no longer once a newer one was sent", async () => {
    await scene.make("merchant");
    await scene.askCode();
    const { code: first } = await scene.newestParams();
    await scene.askCode(later(31));
    const { code: second } = await scene.newestParams();
    if (first !== second) expect(codesOf(await scene.confirm(first, later(32)))).toEqual(["login.code_wrong"]);
    expect((await scene.confirm(second, later(33))).ok).toBe(true);
  });

  it("is sent again after thirty seconds, and once when asked for twice at the same moment", async () => {
    await scene.make("merchant");
    const both = await Promise.all([scene.askCode(), scene.askCode()]);
    expect(both.map((one) => codesOf(one)).sort()).toEqual([[], ["login.wait_before_resend"]]);
    expect(await scene.askCode(later(20))).toMatchObject({ issues: [{ params: { seconds: 10 } }] });
    expect((await scene.askCode(later(30))).ok).toBe(true);
    expect(await scene.database.outboxMessage.count()).toBe(2);
  });

  it("is limited by the day, for one phone and for one address", async () => {
    await scene.make("merchant");
    for (let sent = 0; sent < codesPerDay.destination; sent++)
      expect((await scene.askCode(later(sent * 60), `${sent}`)).ok).toBe(true);
    expect(codesOf(await scene.askCode(later(7200), "other"))).toEqual(["login.too_many_codes"]);
    expect((await scene.askCode(later(86_400 + 7200), "other")).ok).toBe(true);

    const addressHash = keyedHash(at().secret, "address", "198.51.100.9");
    await scene.database.loginCode.createMany({
      data: Array.from({ length: codesPerDay.address }, (_, index) => ({
        destinationHash: `${index}`,
        codeHash: "",
        addressHash,
        createdAt: start,
        expiresAt: start,
      })),
    });
    expect(codesOf(await scene.askCode(later(1), "198.51.100.9", "010-7777-0001"))).toEqual(["login.too_many_codes"]);
  });

  it("answers strangers like friends, and leaves no message", async () => {
    await scene.make("merchant");
    const friend = await scene.askCode();
    const stranger = await scene.askCode(start, "203.0.113.1", "010-9999-0000");
    expect(stranger).toEqual(friend);
    expect(await scene.database.outboxMessage.count()).toBe(1);
    expect(await scene.database.loginCode.count()).toBe(2);
    const guess = await confirmLoginCode(
      scene.database,
      { by: "phone", destination: "010-9999-0000", code: "123456" },
      at(),
    );
    expect(guess).toMatchObject({ issues: [{ code: "login.code_wrong", params: { left: 2 } }] });
    expect(codesOf(await scene.askCode(later(1), "203.0.113.1", "010-9999-0000"))).toEqual([
      "login.wait_before_resend",
    ]);
  });

  it("goes to merchants by phone and creators by e-mail, never to staff or people who left", async () => {
    await scene.make("creator");
    await scene.make("office");
    const ended = await scene.make("merchant");
    await scene.database.account.update({
      where: { id: ended.id },
      data: { state: "ended", endedAt: start, eraseAfter: later(60) },
    });
    for (const destination of ["Creator@Example.com ", "office@example.com"]) {
      expect((await requestLoginCode(scene.database, { by: "email", destination, address: "a" }, at())).ok).toBe(true);
    }
    await scene.askCode();
    const sent = await scene.database.outboxMessage.findMany();
    expect(sent.map(({ recipient, medium }) => [recipient, medium])).toEqual([["creator@example.com", "email"]]);
  });

  it("refuses what is no mobile number, address or code", async () => {
    expect(codesOf(await scene.askCode(start, "a", "02-123-4567"))).toEqual(["login.phone_unreadable"]);
    expect(
      codesOf(await requestLoginCode(scene.database, { by: "email", destination: "x@y", address: "a" }, at())),
    ).toEqual(["login.email_unreadable"]);
    expect(codesOf(await scene.confirm("12345"))).toEqual(["login.code_unreadable"]);
    expect(await scene.database.loginCode.count()).toBe(0);
  });
});

describe("a session", () => {
  const open = async (shared = false) => {
    await scene.askCode();
    const { code } = await scene.newestParams();
    return opened(await confirmLoginCode(scene.database, { by: "phone", destination: phone, code, shared }, at()));
  };

  it("lasts a month on one's own phone and a day on a shared one", async () => {
    await scene.make("merchant");
    const { token } = await open();
    expect(await findSession(scene.database, token, at(later(29 * 86_400)))).not.toBeNull();
    expect(await findSession(scene.database, token, at(later(30 * 86_400)))).toBeNull();
    await scene.database.loginCode.deleteMany();
    const shared = await open(true);
    expect(await findSession(scene.database, shared.token, at(later(13 * 3600)))).toBeNull();
    await deleteExpired(scene.database, later(31 * 86_400));
    expect(await scene.database.session.count()).toBe(0);
  });

  it("notes when it was last used, once a minute", async () => {
    await scene.make("merchant");
    const { token } = await open();
    const seen = async () => (await scene.database.session.findFirstOrThrow()).lastSeenAt;
    await findSession(scene.database, token, at(later(59)));
    expect(await seen()).toEqual(start);
    await findSession(scene.database, token, at(later(61)));
    expect(await seen()).toEqual(later(61));
  });

  it("ends alone or with all others", async () => {
    const merchant = await scene.make("merchant");
    const first = await open();
    await scene.database.loginCode.deleteMany();
    const second = await open();
    await endSession(scene.database, first.token);
    expect(await findSession(scene.database, first.token, at())).toBeNull();
    expect(await findSession(scene.database, second.token, at())).not.toBeNull();
    await endAllSessions(scene.database, personOf(merchant), { accountId: merchant.id });
    expect(await findSession(scene.database, second.token, at())).toBeNull();
  });
});
