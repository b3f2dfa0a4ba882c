import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
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
  keepPrivate(headers, context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Accept-Language, Cookie");
  const readyFor = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
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
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
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
