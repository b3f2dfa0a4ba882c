import { describe, expect, it } from "vitest";
import { findSession } from "#app/domain/account/find-session.ts";
import { logInWithPassword } from "#app/domain/account/log-in-with-password.ts";
import { hashPassword } from "#app/domain/account/password.ts";
import { requestPasswordReset } from "#app/domain/account/request-password-reset.ts";
import { setPassword } from "#app/domain/account/set-password.ts";
import { accountScene, at, codesOf, later, password, start, tokenOf } from "./scene.ts";

const scene = accountScene();

describe("a password", () => {
  const logIn = (email: string, given = password, now = start, address = "a") =>
    logInWithPassword(scene.database, { email, password: given, address }, at(now));

  it("lets staff in, and nobody else", async () => {
    const passwordHash = await hashPassword(password);
    await scene.make("curator", { passwordHash });
    await scene.make("creator", { passwordHash });
    expect((await logIn(" Curator@example.com")).ok).toBe(true);
    for (const refused of [
      await logIn("curator@example.com", `${password}!`),
      await logIn("creator@example.com"),
      await logIn("nobody@example.com"),
    ]) {
      expect(codesOf(refused)).toEqual(["login.refused"]);
    }
  });

  it("may be tried ten times in a quarter of an hour, also all at once and for strangers", async () => {
    await scene.make("office", { passwordHash: await hashPassword(password) });
    for (const email of ["office@example.com", "nobody@example.com"]) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) => logIn(email, "wrong", start, `${index}`)),
      );
      expect(answers.filter((one) => codesOf(one)[0] === "login.refused")).toHaveLength(10);
    }
    expect(codesOf(await logIn("office@example.com"))).toEqual(["login.too_many_passwords"]);
    expect((await logIn("office@example.com", password, later(901))).ok).toBe(true);
  });

  it("takes as long for strangers", async () => {
    await scene.make("office", { passwordHash: await hashPassword(password) });
    const time = async (email: string) => {
      const begun = performance.now();
      await logIn(email, "wrong");
      return performance.now() - begun;
    };
    const [known, strange]: [number[], number[]] = [[], []];
    await time("warm@example.com");
    // Side by side, and the quickest of each: other work on the machine slows both.
    for (let round = 0; round < 6; round++) {
      known.push(await time("office@example.com"));
      strange.push(await time("nobody@example.com"));
    }
    const ratio = Math.min(...strange) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it("that was forgotten is set anew by a link that works once and ends all sessions", async () => {
    await scene.make("office", { passwordHash: await hashPassword(password) });
    const before = await logIn("office@example.com");
    if (!before.ok) throw new Error("not logged in");
    const ask = (email: string) => requestPasswordReset(scene.database, { email, address: "a" }, at());
    expect(await ask("nobody@example.com")).toEqual(await ask("office@example.com"));
    expect(await scene.database.outboxMessage.count()).toBe(1);
    const token = tokenOf((await scene.newestParams()).link);
    expect(JSON.stringify(await scene.database.oneTimeLink.findMany())).not.toContain(token);

    const set = (fresh: string, now = start) =>
      setPassword(scene.database, { token, password: fresh, repeated: fresh }, at(now));
    expect(codesOf(await set("short"))).toEqual(["password.too_short"]);
    expect(codesOf(await set("새로운 비밀번호 하나", later(3601)))).toEqual(["link.invalid"]);
    const two = await Promise.all([set("새로운 비밀번호 하나"), set("새로운 비밀번호 둘이")]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.flatMap((one) => codesOf(one))).toEqual(["link.invalid"]);
    expect(await findSession(scene.database, before.result.token, at())).toBeNull();
    expect(codesOf(await logIn("office@example.com"))).toEqual(["login.refused"]);
    const won = two[0]?.ok ? "새로운 비밀번호 하나" : "새로운 비밀번호 둘이";
    expect((await logIn("office@example.com", won)).ok).toBe(true);
  });

  it("cannot be asked for anew more than five times a day", async () => {
    const ask = () => requestPasswordReset(scene.database, { email: "office@example.com", address: "a" }, at());
    await scene.make("office");
    for (let asked = 0; asked < 5; asked++) expect((await ask()).ok).toBe(true);
    expect(codesOf(await ask())).toEqual(["login.too_many_resets"]);
    expect(await scene.database.oneTimeLink.count()).toBe(1);
  });
});
