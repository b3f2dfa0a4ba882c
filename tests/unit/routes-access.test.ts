import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roles } from "#app/domain/account/actor.ts";
import { type Access, frames, homes, pages, wingOf } from "#app/routes.ts";
import { accessOf, allow } from "#app/web/allow.server.ts";
import { accessFaults, type RouteModule } from "#app/web/check-access.ts";

const files = ["root.tsx", ...Object.values(frames).map(({ file }) => file), ...pages.map(({ file }) => file)];
const modules: Record<string, RouteModule> = Object.fromEntries(
  await Promise.all(
    files.map(async (file) => [
      file.replace(/\.tsx?$/, ""),
      (await import(/* @vite-ignore */ `/app/${file}`)) as RouteModule,
    ]),
  ),
);

const lets = (access: Access, role: (typeof roles)[number] | null) =>
  access === "public" || (role !== null && access.includes(role));

async function outcome(handler: unknown, role: (typeof roles)[number] | null): Promise<number | "in"> {
  const account = role && { id: "00000000-0000-4000-8000-000000000001", role, name: "이름", storeId: null };
  // Nothing behind the guard is there: whoever is let in fails on that, whoever is refused never gets so far.
  const context = { account, locale: "ko" };
  const request = new Request("http://localhost/somewhere", { method: "POST" });
  try {
    await (handler as (given: unknown) => Promise<unknown>)({ request, params: {}, context });
    return "in";
  } catch (thrown) {
    const refused =
      thrown instanceof Response && (thrown.status === 403 || thrown.headers.get("location")?.startsWith("/login"));
    return refused ? thrown.status : "in";
  }
}

describe("who may call", () => {
  it("is declared by every page, and by every loader and action", () => {
    expect(accessFaults(modules)).toEqual([]);
  });

  const handlers = Object.entries(modules).flatMap(([id, module]) =>
    (["loader", "action"] as const).flatMap((name) => (module[name] ? [{ id, name, handler: module[name] }] : [])),
  );

  for (const { id, name, handler } of handlers) {
    const access = accessOf(handler);
    for (const role of [null, ...roles]) {
      if (!access || lets(access, role)) continue;
      it(`${id}: its ${name} refuses ${role ?? "a visitor"}`, async () => {
        expect(await outcome(handler, role)).toBe(role ? 403 : 302);
      });
    }
  }

  it("finds each way to leave a page open", () => {
    const office = allow(["office"], () => null);
    const anyone = allow("public", () => null);
    const wide = allow(["office", "merchant"], () => null);
    const fault = (id: string, module: RouteModule) => accessFaults({ [id]: module }).join();
    expect(fault("office/frame", { loader: office, action: office })).toBe("");
    expect(fault("office/frame", { loader: () => null })).toContain("not made by allow()");
    expect(fault("office/frame", { loader: office, action: async () => null })).toContain(
      "action is not made by allow()",
    );
    expect(fault("office/frame", { loader: anyone })).toContain("lets in more");
    expect(fault("office/frame", { loader: wide })).toContain("lets in more");
    expect(fault("office/frame", {})).toContain("needs a loader");
    expect(fault("office/elsewhere", { loader: office })).toContain("not in app/routes.ts");
  });

  it("lets the named role in, with its account", async () => {
    const handler = allow(["curator"], ({ account }) => account.role);
    expect(await outcome(handler, "curator")).toBe("in");
    expect(await outcome(handler, "merchant")).toBe(403);
    expect(await outcome(handler, null)).toBe(302);
  });

  it("brings a visitor back after logging in", async () => {
    const handler = allow(["curator"], () => null);
    const request = new Request("http://localhost/curator/queue?page=2");
    const refusal = await handler({ request, params: {}, context: { account: null } } as never).catch(
      (thrown) => thrown,
    );
    expect(refusal.headers.get("location")).toBe("/login?next=%2Fcurator%2Fqueue%3Fpage%3D2");
  });
});

describe("the table of pages", () => {
  it("keeps every page within what its wing's frame lets in", () => {
    for (const page of pages) {
      const frame = frames[wingOf(page)].access;
      for (const role of roles)
        if (page.access !== "public" && lets(page.access, role)) expect(lets(frame, role)).toBe(true);
    }
  });

  it("names no address twice and no file that is not there", () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const { file } of pages) {
      const at = join("app", file);
      expect(readdirSync(join(at, ".."))).toContain(file.split("/").at(-1));
    }
  });

  it("has a home for every role that it may see", () => {
    for (const role of roles) {
      const home = pages.find(({ path }) => path === homes[role]);
      if (home) expect(lets(home.access, role)).toBe(true);
    }
  });
});
