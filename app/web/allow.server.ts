import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import type { Access } from "../routes.ts";
import type { LoadContext } from "./load-context.ts";

/** A registered symbol: the built pages and the server each carry their own copy of this module. */
const mark = Symbol.for("baekseon.access");

type Caller<A extends Access> = A extends readonly (infer R)[] ? SessionAccount & { role: R } : SessionAccount | null;

/** What a loader or action is given: the request, and everything of its context. */
export interface Call<A extends Access> extends Omit<LoadContext, "account" | "nonce"> {
  account: Caller<A>;
  request: Request;
  params: LoaderFunctionArgs["params"];
  url: URL;
}

/**
 * The only way to make a loader or action: says who may call it and refuses everyone else before it runs.
 * Without a session the caller is sent to log in and brought back; with another role the answer is 403.
 */
export function allow<const A extends Access, T>(access: A, handler: (call: Call<A>) => T) {
  async function guarded({ request, params, context }: LoaderFunctionArgs): Promise<Awaited<T>> {
    const { nonce: _, account, ...rest } = context;
    const url = new URL(request.url);
    if (access !== "public") {
      if (!account) throw redirect(loginAddress(url, request.method));
      if (!access.includes(account.role)) throw new Response(null, { status: 403 });
    }
    if (await holdsZeroByte(request)) throw new Response(null, { status: 400 });
    return await handler({ ...rest, account: account as Caller<A>, request, params, url });
  }
  return Object.assign(guarded, { [mark]: access });
}

/** No keyboard types one and no text in the database can hold one. Uploads are looked at where they are read. */
async function holdsZeroByte(request: Request): Promise<boolean> {
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  return request.method !== "GET" && isForm === true && (await request.clone().text()).includes("%00");
}

function loginAddress(url: URL, method: string): string {
  const next = method === "GET" ? url.pathname + url.search : url.pathname;
  return next === "/" ? "/login" : `/login?${new URLSearchParams({ next })}`;
}

/** Who may call `handler`; undefined when it was not made by `allow`. */
export function accessOf(handler: unknown): Access | undefined {
  return typeof handler === "function" ? (handler as { [mark]?: Access })[mark] : undefined;
}
