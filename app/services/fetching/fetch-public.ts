import { lookup } from "node:dns/promises";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export interface FetchLimits {
  maximumBytes: number;
  /** For the whole fetch, redirects included. */
  timeoutMilliseconds: number;
  /** Whether what calls itself this is worth reading; without it everything is. */
  accepts?(mediaType: string | null): boolean;
}

/**
 * `blocked`: not https, carries a password, or leads to an address that is not public. `silent`: not whole in time. `failed`: no such
 * host, an answer other than 200, too many redirects. `wrong_type`: what the server calls it is not accepted.
 */
export type FetchAnswer =
  | { outcome: "fetched"; bytes: Buffer; mediaType: string | null; url: string }
  | { outcome: Refusal; detail: string };

type Refusal = "blocked" | "silent" | "failed" | "too_large" | "wrong_type";

export interface Response {
  status: number;
  headers: { location?: string; "content-type"?: string; "content-length"?: string };
  body: AsyncIterable<Buffer>;
  /** Lets go of the connection. */
  discard(): void;
}

/** What the network does; tests and the sandbox put their own in its place. */
export interface Network {
  /** Every address of a host name. */
  resolve(host: string): Promise<string[]>;
  /** Asks the host of the url, but at this address only. */
  send(url: URL, address: string, signal: AbortSignal): Promise<Response>;
}

const mostRedirects = 3;

/** Fetches what strangers name, and only from the public internet: no name may lead into our own network. */
export async function fetchPublic(url: string, limits: FetchLimits, network: Network): Promise<FetchAnswer> {
  const signal = AbortSignal.timeout(limits.timeoutMilliseconds);
  try {
    return await follow(url, limits, signal, network);
  } catch (error) {
    // An answer that is cut off because its time is up fails in many ways.
    if (signal.aborted) return { outcome: "silent", detail: `not whole in ${limits.timeoutMilliseconds} ms` };
    if (error instanceof Stopped) return { outcome: error.outcome, detail: error.message };
    return { outcome: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** All of the IPv6 internet there is; what lies outside may be an IPv4 address in old clothes, such as ::127.0.0.1. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** True for unicast addresses of the public internet; IPv4 inside IPv6 counts as the IPv4 it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return false;
  return parsed.range() === "unicast";
}

class Stopped extends Error {
  constructor(
    readonly outcome: Refusal,
    detail: string,
  ) {
    super(detail);
  }
}

async function follow(
  start: string,
  { maximumBytes, accepts = () => true }: FetchLimits,
  signal: AbortSignal,
  network: Network,
): Promise<FetchAnswer> {
  let url = readAddress(start);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const address = await publicAddress(url, network, signal);
    const response = await beforeAbort(network.send(url, address, signal), signal);
    try {
      if ([301, 302, 303, 307, 308].includes(response.status) && response.headers.location !== undefined) {
        url = readAddress(response.headers.location, url);
        continue;
      }
      if (response.status !== 200) throw new Stopped("failed", `status ${response.status}`);
      const mediaType = response.headers["content-type"] ?? null;
      if (!accepts(mediaType)) throw new Stopped("wrong_type", mediaType ?? "");
      const bytes = await readBody(response, maximumBytes, signal);
      return { outcome: "fetched", bytes, mediaType, url: url.href };
    } finally {
      response.discard();
    }
  }
  throw new Stopped("failed", "too many redirects");
}

function readAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new Stopped("blocked", "not an address");
  const url = new URL(text, base);
  if (url.protocol !== "https:") throw new Stopped("blocked", "not https");
  if (url.username !== "" || url.password !== "") throw new Stopped("blocked", "carries a password");
  return url;
}

/** One private address among public ones blocks the host: which of them would be asked is otherwise chance. */
async function publicAddress(url: URL, network: Network, signal: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await beforeAbort(network.resolve(host), signal);
  const [first] = addresses;
  if (first === undefined) throw new Stopped("failed", "no such host");
  if (!addresses.every(isPublicAddress)) throw new Stopped("blocked", "not a public address");
  return first;
}

async function readBody(response: Response, maximumBytes: number, signal: AbortSignal): Promise<Buffer> {
  const tooLarge = () => new Stopped("too_large", `more than ${maximumBytes} bytes`);
  if (Number(response.headers["content-length"] ?? 0) > maximumBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maximumBytes) throw tooLarge();
    signal.throwIfAborted();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Name look-ups cannot be stopped; waiting for them can. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Stopped("silent", "no answer in time"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Answers every look-up with the address that was checked, so a second answer of the name server cannot slip in. */
export function pinned(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

/** The internet, asked for what it should answer with: `image/*`, `text/html`. */
export const internet = (accept: string): Network => ({
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  send: (url, address, signal) =>
    new Promise((resolve, reject) => {
      const headers = { accept, "accept-encoding": "identity", "user-agent": "Baekseon" };
      const asked = request(url, { lookup: pinned(address), headers, signal, agent: false }, (answer) => {
        const { location, "content-type": type, "content-length": length } = answer.headers;
        resolve({
          status: answer.statusCode ?? 0,
          headers: { location, "content-type": type, "content-length": length },
          body: answer,
          discard: () => answer.destroy(),
        });
      });
      asked.on("error", reject);
      asked.end();
    }),
});
