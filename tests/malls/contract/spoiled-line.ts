import { getResponse, HttpResponse, http, type RequestHandler } from "msw";
import type { StandIn } from "../stand-in.ts";

/** What one request meets on its way; the first three before the mall knows of it, the others after it has acted. */
export const lineFaults = ["429", "429 with a time", "500", "cut in the middle", "wrong body", "slow drip"] as const;
export type LineFault = (typeof lineFaults)[number];

/** What a 429 with a time says, in seconds. */
export const retryAfterSeconds = 7;

/** The way to a mall, on which one request can be spoiled, whichever mall it is and whatever the request asks. */
export interface SpoiledLine {
  handlers: RequestHandler[];
  /** Requests so far. */
  requests(): number;
  /** Each as `PUT /path`, a GraphQL document as `MUTATION Name`. */
  calls(): string[];
  /** Number of the request that made the first listing, counted from 1; 0 before. */
  creating(): number;
  /** Spoils the request of this number; its answer not, where the call is one of `spared`. */
  spoil(fault: LineFault, number: number, spared?: RegExp): void;
  /** From the request of this number on, this is what the mall says, whatever is asked. */
  refuse(answer: () => Response, from: number): void;
}

export function spoiledLine({ origin, handlers, listings }: StandIn): SpoiledLine {
  const calls: string[] = [];
  let creating = 0;
  let armed: { fault: LineFault; number: number; spared?: RegExp | undefined } | null = null;
  let refusing: { answer: () => Response; from: number } | null = null;
  const line = http.all(`${origin}/*`, async ({ request }) => {
    const call = await nameOf(request);
    const number = calls.push(call);
    if (refusing && number >= refusing.from) return refusing.answer();
    const fault = armed?.number === number ? armed.fault : null;
    if (fault === "429") return new HttpResponse(null, { status: 429 });
    if (fault === "429 with a time") {
      return new HttpResponse(null, { status: 429, headers: { "retry-after": String(retryAfterSeconds) } });
    }
    if (fault === "500") return new HttpResponse("Internal Server Error", { status: 500 });
    const answer = await getResponse(handlers, request);
    if (creating === 0 && listings().length > 0) creating = number;
    const spares = armed?.spared?.test(call) ?? false;
    return fault && !spares && answer && answer.type !== "error" ? spoiled(fault, answer, request.signal) : answer;
  });
  return {
    handlers: [line],
    requests: () => calls.length,
    calls: () => calls,
    creating: () => creating,
    spoil: (fault, number, spared) => {
      armed = { fault, number, spared };
    },
    refuse: (answer, from) => {
      refusing = { answer, from };
    },
  };
}

async function nameOf(request: Request): Promise<string> {
  const { pathname } = new URL(request.url);
  if (!pathname.endsWith("/graphql.json")) return `${request.method} ${pathname}`;
  const [, kind = "", name = ""] = /(query|mutation) (\w+)/.exec(await request.clone().text()) ?? [];
  return `${kind.toUpperCase()} ${name}`;
}

async function spoiled(fault: LineFault, answer: Response, signal: AbortSignal): Promise<Response> {
  const { status, headers } = answer;
  if (fault === "wrong body") return HttpResponse.html("<html>점검 중</html>", { status });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const half = Math.floor(bytes.length / 2);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, half));
      if (fault === "slow drip") drip(bytes.subarray(half), controller, signal);
      else controller.error(new TypeError("terminated"));
    },
  });
  return new Response(body, { status, headers });
}

const dripMilliseconds = 200;

/** One byte now and then, and never the last one, for as long as somebody waits. */
function drip(rest: Uint8Array, controller: ReadableStreamDefaultController<Uint8Array>, signal: AbortSignal): void {
  let at = 0;
  const timer = setInterval(() => {
    if (signal.aborted) {
      clearInterval(timer);
      controller.error(signal.reason);
    } else if (at < rest.length - 1) {
      controller.enqueue(rest.subarray(at, at + 1));
      at += 1;
    }
  }, dripMilliseconds);
  timer.unref();
}
