import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { getResponse } from "msw";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { createStandIns, type MallLimits, type StandIns } from "./played-malls.ts";
import { actAtConsole, type Consoles, createConsoles, refuseNewcomer } from "./sandbox-console.ts";
import { consolePage, listingPage, mallsPage, notFoundPage, storePage } from "./sandbox-pages.ts";
import { earlyAnswer, spoilAnswer } from "./spoiled-answers.ts";
import type { StandIn, StandInOptions } from "./stand-in.ts";
import { openStateFile } from "./state-file.ts";

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** What the addresses of pictures begin with in a listing, and where this machine really serves them. */
  publicOrigin: string;
  localOrigin: string;
  reviewMilliseconds: number;
  limits?: MallLimits;
  /** Where the malls remember what they hold; without it they forget it when they end. */
  stateFile?: string;
}

/** Listings a mall holds and has not taken down, and how many of them it holds besides the first of their reference. */
export type MallCount = { listings: number; duplicates: number };

export interface Sandbox {
  origin: string;
  standIns: StandIns;
  counts(): Record<MallKey, MallCount>;
  /** Requests that the malls were asked so far, each as `naver PATCH /path`. */
  requests(): readonly string[];
  /** What they answered, in the order of the answers. */
  answers(): readonly MallAnswer[];
  close(): Promise<void>;
}

export interface MallAnswer {
  mall: MallKey;
  method: string;
  path: string;
  status: number;
  /** Milliseconds, `Date.now()`. */
  at: number;
}

/** A file of before a mall was there holds nothing of it. */
type StandInStates = Partial<Record<MallKey, unknown>>;

/** Serves the stand-ins over HTTP below `/<mall>/`, with a page for people to look at. For demonstrations; never production. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let origin = "";
  const standIns = createStandIns(mallOptions(options), (key) => `${origin}/${key}/store`, options.limits);
  const consoles = createConsoles(standIns);
  const counts = () => countAll(standIns);
  const stateFile =
    options.stateFile === undefined
      ? null
      : await openStateFile<StandInStates>(options.stateFile, {
          state: () => statesOf(standIns),
          restore: (states) => restoreAll(standIns, states),
        });
  const changed = () => stateFile?.changed();
  const requests: string[] = [];
  const answers: MallAnswer[] = [];
  const server = createServer((request, response) => {
    answer(request, response, { standIns, consoles, counts, changed, requests, answers, options }).catch(() =>
      response.destroy(),
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, options.host ?? "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  origin = `http://${options.host ?? "127.0.0.1"}:${port}`;
  return {
    origin,
    standIns,
    counts,
    requests: () => requests,
    answers: () => answers,
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await stateFile?.close();
    },
  };
}

function mallOptions({ publicOrigin, localOrigin, reviewMilliseconds }: SandboxOptions): StandInOptions {
  return {
    reviewMilliseconds,
    /** Only our own pictures: a sandbox asks nobody else for anything. */
    fetchPicture: async (url: string) =>
      url.startsWith(`${publicOrigin}/`)
        ? fetchPatiently(`${localOrigin}${url.slice(publicOrigin.length)}`)
        : new Response(null, { status: 404 }),
  };
}

/** Our web server starts and ends when it likes, and its silence says nothing about a picture: asked for ten seconds. */
async function fetchPatiently(url: string): Promise<Response> {
  for (let triesLeft = 20; ; triesLeft--) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      return new Response(await response.arrayBuffer(), response);
    } catch (error) {
      if (triesLeft === 0) throw error;
      await sleep(500, undefined, { ref: false });
    }
  }
}

function statesOf(standIns: StandIns): StandInStates {
  return Object.fromEntries(mallKeys.map((key) => [key, standIns[key].state()]));
}

function restoreAll(standIns: StandIns, states: StandInStates): void {
  for (const key of mallKeys) if (states[key] !== undefined) (standIns[key] as StandIn).restore(states[key]);
}

function countAll(standIns: Record<MallKey, StandIn>): Record<MallKey, MallCount> {
  return Object.fromEntries(mallKeys.map((key) => [key, count(standIns[key])])) as Record<MallKey, MallCount>;
}

function count(standIn: StandIn): MallCount {
  const kept = standIn.listings().filter((listing) => listing.state !== "withdrawn");
  const references = new Set(kept.map((listing) => listing.reference));
  return { listings: kept.length, duplicates: kept.length - references.size };
}

interface Served {
  standIns: StandIns;
  consoles: Consoles;
  counts: Sandbox["counts"];
  /** A mall may know more than before. */
  changed(): void;
  requests: string[];
  answers: MallAnswer[];
  options: SandboxOptions;
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const path = request.url ?? "/";
  const { pathname, search } = new URL(path, "http://sandbox");
  const [, key = "", first, second] = pathname.split("/");
  const { standIns, consoles, counts, changed, requests, answers, options } = served;
  if (pathname === "/") sendPage(response, mallsPage(standIns, counts()));
  else if (pathname === "/counts") sendJson(response, counts());
  else if (key === "pictures")
    await send(response, await relayPicture(options, pathname.slice("/pictures".length) + search));
  else if (!isMall(key, standIns)) sendPage(response, null);
  else if (first === "store" && request.method === "GET") sendPage(response, storeOrListing(key, second, served));
  else if (first === "console") await answerConsole(request, response, key, served);
  else {
    requests.push(`${key} ${request.method} ${pathname.slice(key.length + 1)}`);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const spoil = consoles[key].line.take();
    const early = earlyAnswer(spoil);
    if (early) return send(response, early);
    const answered = await ask(standIns[key], request, path.slice(key.length + 1), gone.signal);
    const { method = "GET" } = request;
    answers.push({
      mall: key,
      method,
      path: pathname.slice(key.length + 1),
      status: answered?.status ?? 0,
      at: Date.now(),
    });
    refuseNewcomer(standIns[key], key, consoles[key]);
    // Also after a question: a review that is over is settled when somebody asks.
    changed();
    if (spoil && answered) await spoilAnswer(spoil, response, answered, gone.signal);
    else await send(response, answered);
  }
}

/** A form's answer leads back to the page that it stood on. */
async function answerConsole(
  request: IncomingMessage,
  response: ServerResponse,
  key: MallKey,
  { standIns, consoles, changed }: Served,
): Promise<void> {
  if (request.method !== "POST") return sendPage(response, consolePage(standIns[key], consoles[key]));
  const form = new URLSearchParams(new TextDecoder().decode(await readWhole(request)));
  const own = ["same-origin", "none", undefined].includes(request.headersDistinct["sec-fetch-site"]?.[0]);
  if (!own || !actAtConsole(standIns, consoles, key, form)) {
    response.writeHead(own ? 422 : 403).end();
    return;
  }
  changed();
  const product = form.get("product");
  const back = product ? `/${key}/store/${encodeURIComponent(product)}` : `/${key}/console`;
  response.writeHead(303, { location: back }).end();
}

function isMall(key: string, standIns: StandIns): key is MallKey {
  return Object.hasOwn(standIns, key);
}

/** Null: no such product. */
function storeOrListing(key: MallKey, number: string | undefined, { standIns, options }: Served): string | null {
  const standIn: StandIn = standIns[key];
  const picture = (url: string) => pictureAddress(url, standIn, options.publicOrigin);
  if (!number) return storePage(standIn, picture);
  const remoteId = standIn.remoteIdOfPage?.(Number(number)) ?? number;
  const listing = standIn.listings().find((one) => one.remoteId === remoteId);
  return listing ? listingPage(standIn, listing, picture) : null;
}

/** Where this server shows a picture which the mall names. */
function pictureAddress(url: string, { key, origin }: StandIn, publicOrigin: string): string | null {
  if (url.startsWith(`${origin}/`)) return `/${key}${url.slice(origin.length)}`;
  if (url.startsWith(`${publicOrigin}/`)) return `/pictures${url.slice(publicOrigin.length)}`;
  return null;
}

async function relayPicture({ localOrigin }: SandboxOptions, path: string): Promise<Response> {
  return fetch(`${localOrigin}${path}`, { signal: AbortSignal.timeout(10_000) });
}

/** The mall's own answer, or null when it cuts the line. */
async function ask(
  { handlers, origin }: StandIn,
  incoming: IncomingMessage,
  path: string,
  signal: AbortSignal,
): Promise<Response | null> {
  const { method = "GET" } = incoming;
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const body = method === "GET" || method === "HEAD" ? null : await readWhole(incoming);
  const request = new Request(`${origin}${path}`, { method, headers, body, signal });
  const response = await getResponse(handlers, request);
  if (response?.type === "error") return null;
  return response ?? new Response("No such API", { status: 404 });
}

async function readWhole(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of incoming) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

async function send(response: ServerResponse, answered: Response | null): Promise<void> {
  if (answered === null) {
    response.destroy();
    return;
  }
  // The bytes were decoded on their way here.
  const dropped = new Set(["content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"]);
  const headers = Object.fromEntries([...answered.headers].filter(([name]) => !dropped.has(name)));
  response.writeHead(answered.status, headers);
  if (answered.body === null) response.end();
  else await pipeline(Readable.fromWeb(answered.body as ReadableStream), response);
}

/** Null: there is nothing of that address. */
function sendPage(response: ServerResponse, html: string | null): void {
  const policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  response.writeHead(html === null ? 404 : 200, headers);
  response.end(html ?? notFoundPage());
}

function sendJson(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}
