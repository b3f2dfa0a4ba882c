import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { pages } from "./routes.ts";
import { LocaleProvider } from "./ui/plain/locale.tsx";
import { NonceProvider } from "./ui/plain/nonce.tsx";
import { htmlStream } from "./web/html-stream.ts";

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const shared = status === 200 && !context.account && isShared(remixContext);
  if (shared && !headers.has("Cache-Control")) headers.set("Cache-Control", sharedFor);
  keepPrivate(headers, context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Accept-Language, Cookie");
  const readyFor = shared
    ? "onAllReady"
    : isbot(request.headers.get("user-agent") ?? "")
      ? "onAllReady"
      : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <LocaleProvider locale={context.locale}>
        <NonceProvider nonce={context.nonce}>
          <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
        </NonceProvider>
      </LocaleProvider>,
      {
        nonce: context.nonce,
        [readyFor]() {
          const body = htmlStream();
          pipe(body);
          if (shared) buffer(body).then((page) => resolve(unlessKnown(request, page, headers)), reject);
          else resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        },
        onShellError: reject,
        onError(error: unknown) {
          context.log.error({ requestId: context.requestId, error }, "a page could not be drawn");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Browsers ask each time whether it is still the same; caches on the way need not for a minute. */
const sharedFor = "public, max-age=0, s-maxage=60, stale-while-revalidate=300";
const sharedPaths = new Set(pages.filter(({ shared }) => shared).map(({ path }) => path));

function isShared({ staticHandlerContext: { matches } }: EntryContext): boolean {
  const last = matches.at(-1)?.route;
  return last !== undefined && sharedPaths.has(last.index ? "/" : (last.path ?? ""));
}

/** Pages without scripts hold nothing of the request: the same content has the same tag. */
function unlessKnown(request: Request, page: Buffer, headers: Headers): Response {
  // Weak: on its way it may be compressed.
  const tag = `W/"${createHash("sha256").update(page).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", tag);
  const known = request.headers.get("If-None-Match")?.split(/\s*,\s*/) ?? [];
  return known.includes(tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(page), { status: 200, headers });
}

/** Failures of loaders and actions; a visitor who left is none, nor is an address nobody answers. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  const expected = request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500);
  if (!expected) context.log.error({ requestId: context.requestId, error }, "a page failed");
}

export function handleDataRequest(response: Response, { context }: { context: AppLoadContext }): Response {
  keepPrivate(response.headers, context);
  return response;
}

function keepPrivate(headers: Headers, { account }: AppLoadContext): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", account ? "private, no-store" : "private, no-cache");
}
