import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { action as askForCode } from "#app/creator/login.tsx";
import { loader as codePage, action as confirm } from "#app/creator/login-code.tsx";
import { action as forgot } from "#app/creator/login-forgot.tsx";
import { action as passwordLogin } from "#app/creator/login-password.tsx";
import { action as logOut } from "#app/creator/logout.ts";
import { findSession } from "#app/domain/account/find-session.ts";
import { hashPassword } from "#app/domain/account/password.ts";
import { loader as outbox } from "#app/office/outbox.tsx";
import type { LoadContext } from "#app/web/load-context.ts";
import { accountScene, password, start } from "./scene.ts";

const scene = accountScene();

interface Sent {
  context?: Partial<LoadContext>;
  cookie?: string;
  path?: string;
}

function call(fields: Record<string, string> | null, { context = {}, cookie = "", path = "/login" }: Sent = {}) {
  const config = { sessionSecret: "s".repeat(32), production: true, webUrl: "https://baekseon.example" };
  const body = fields && { method: "POST", body: new URLSearchParams(fields) };
  return {
    request: new Request(`https://baekseon.example${path}`, { ...body, headers: { cookie } }),
    params: {},
    context: {
      database: scene.database,
      config,
      account: null,
      locale: "ko",
      clientAddress: "203.0.113.1",
      secure: true,
      ...context,
    } as LoaderFunctionArgs["context"],
  };
}

/** What a loader or action answered, thrown or returned. */
async function answerOf(given: unknown) {
  const answer = await Promise.resolve(given).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response))
    return { data: answer as { data: unknown; init: ResponseInit }, location: null, cookies: [] };
  return { location: answer.headers.get("location"), cookies: answer.headers.getSetCookie(), status: answer.status };
}

const sentCookie = (cookies: string[], name: string) =>
  cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(";")[0] ?? "";

describe("the pages to log in", () => {
  it("answer a stranger's number exactly like a merchant's", async () => {
    await scene.make("merchant");
    const known = await answerOf(askForCode(call({ by: "phone", destination: "010-1234-5678" })));
    const strange = await answerOf(askForCode(call({ by: "phone", destination: "010-1234-5679" })));
    expect(known).toMatchObject({ status: 302, location: "/login/code" });
    expect({ ...strange, cookies: strange.cookies.length }).toEqual({ ...known, cookies: known.cookies.length });
    expect(await scene.database.outboxMessage.count()).toBe(1);
  });

  it("lead from a number over its code to where the merchant wanted to go", async () => {
    const merchant = await scene.make("merchant");
    const asked = await answerOf(
      askForCode(call({ by: "phone", destination: "010-1234-5678" }, { path: "/login?next=/merchant/import" })),
    );
    expect(asked.location).toBe("/login/code?next=/merchant/import");
    expect(asked.cookies[0]).toMatch(/^__Host-login=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/);
    const sent = { cookie: sentCookie(asked.cookies, "__Host-login"), path: "/login/code?next=/merchant/import" };
    expect(await codePage(call(null, sent))).toEqual({
      destination: "010-1234-5678",
      by: "phone",
      joining: false,
      played: false,
    });
    const { code } = await scene.newestParams();
    const entered = await answerOf(confirm(call({ code }, sent)));
    expect(entered.location).toBe("/merchant/import");
    const session = sentCookie(entered.cookies, "__Host-session");
    const token = session.slice("__Host-session=".length);
    expect((await findSession(scene.database, token, { allowDemonstration: false }))?.account.id).toBe(merchant.id);
    expect(sentCookie(entered.cookies, "__Host-login")).toBe("__Host-login=");

    const out = await answerOf(logOut(call({}, { cookie: session })));
    expect(sentCookie(out.cookies, "__Host-session")).toBe("__Host-session=");
    expect(await scene.database.session.count()).toBe(0);
  });

  it("begin anew without the cookie, or with one that says nothing", async () => {
    for (const cookie of ["", "__Host-login=bm90IGpzb24", "__Host-login=eyJieSI6InBpZ2VvbiJ9"]) {
      expect((await answerOf(confirm(call({ code: "123456" }, { cookie, path: "/login/code" })))).location).toBe(
        "/login",
      );
    }
  });

  it("let staff in by password and never to another site", async () => {
    await scene.make("office", { passwordHash: await hashPassword(password) });
    const fields = { email: "office@example.com", password };
    const path = "/login/password?next=https://elsewhere.example/office";
    expect((await answerOf(passwordLogin(call(fields, { path })))).location).toBe("/office");
  });

  it("say one thing about any address that forgot its password", async () => {
    await scene.make("office");
    const ask = async (email: string) => (await answerOf(forgot(call({ email })))).data?.init;
    expect(await ask("office@example.com")).toEqual(await ask("nobody@example.com"));
  });
});

describe("the outbox's page", () => {
  it("shows who got what in the demonstration only", async () => {
    const office = await scene.make("office");
    await scene.make("merchant");
    await scene.askCode(start);
    const account = { id: office.id, role: "office", name: "가", storeId: null, helper: null } as const;
    const open = { sessionSecret: "", production: false } as LoadContext["config"];
    const { code } = await scene.newestParams();
    expect(JSON.stringify(await outbox(call(null, { context: { account, config: open } })))).toContain(code);
    const closed = await outbox(call(null, { context: { account } }));
    expect(closed.messages).toHaveLength(1);
    expect(JSON.stringify(closed)).not.toMatch(new RegExp(`${code}|12345678`));
  });
});
