import type { Pace } from "#app/services/pace/pace.ts";
import { noteExchange } from "./exchange.ts";
import { permitToSend } from "./send-guard.ts";

/** What all calls of one connection share. */
export interface Caller {
  /** The mall's address; what follows it is an exchange's address. */
  baseUrl: string;
  pace: Pace;
  timeoutMilliseconds: number;
  /** Never written down, wherever they stand. */
  secrets: readonly string[];
  /** The header by which the mall names a request. */
  requestIdHeader?: string;
  /** How the mall writes, for what is kept; UTF-8 when absent. */
  charset?: "euc-kr";
}

export interface MallCall {
  method: string;
  /** Path and query, from the base. */
  path: string;
  /** Or how to make them when the turn has come, where they hold a time. */
  headers?: Record<string, string> | (() => Record<string, string>);
  body?: string | Buffer | FormData | URLSearchParams;
  /** What it takes from the mall's bucket; 1 when absent. */
  cost?: number;
  /** What that must hold besides; 0 when absent. */
  headroom?: number;
  /** Hands over or brings a key: neither body is written down. */
  secret?: boolean;
  /** Makes and changes no listing, whatever its method says. */
  harmless?: boolean;
  /** Changes one, though its method is GET. */
  changes?: boolean;
}

export interface MallReply {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** No answer. `left` tells whether the request left this machine: then the mall may have acted. */
export class NoReply extends Error {
  constructor(
    readonly left: boolean,
    /** The system's or fetch's own name of the trouble. */
    readonly trouble: string,
  ) {
    super(`no reply: ${trouble}`);
    this.name = "NoReply";
  }
}

/** Errors of fetch from before the request left this machine. */
const notLeft = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Sends one request when its turn has come and reads the whole answer, so that a connection cut in the middle of it is no
 * answer. @throws NoReply, and what the guard of a sending throws
 */
export async function callMall(caller: Caller, call: MallCall): Promise<MallReply> {
  await caller.pace.turn(call.cost, call.headroom);
  const acts = (call.method !== "GET" || call.changes === true) && !call.harmless && !call.secret;
  // Last of all: however long the turn was waited for, what leaves now is known to leave now.
  if (acts) await permitToSend();
  const at = new Date();
  const began = performance.now();
  const note = (reply: MallReply | null, trouble: string | null) =>
    noteExchange({
      at,
      method: call.method,
      acts,
      address: withoutSecrets(call.path, caller.secrets),
      request: call.secret ? null : shown(call.body, caller),
      status: reply?.status ?? null,
      requestId: (caller.requestIdHeader && reply?.headers.get(caller.requestIdHeader)) || null,
      answer: trouble ?? (call.secret || !reply ? null : shown(reply.bytes, caller)),
      milliseconds: Math.round(performance.now() - began),
    });
  try {
    const response = await fetch(`${caller.baseUrl}${call.path}`, {
      method: call.method,
      headers: typeof call.headers === "function" ? call.headers() : call.headers,
      body: Buffer.isBuffer(call.body) ? new Uint8Array(call.body) : call.body,
      signal: AbortSignal.timeout(caller.timeoutMilliseconds),
    });
    const { status, headers } = response;
    const bytes = Buffer.from(await response.arrayBuffer());
    // People read a refusal's words, and a mall may repeat in them what it was given.
    const reply = { status, headers, bytes: status < 400 ? bytes : bytesWithoutSecrets(bytes, caller.secrets) };
    note(reply, null);
    return reply;
  } catch (error) {
    const code = causeOf(error);
    note(null, code);
    throw new NoReply(!notLeft.has(code), code);
  }
}

function causeOf(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
}

/** Characters of a body that are kept. */
const longest = 4_000;

function shown(body: MallCall["body"], { secrets, charset }: Caller): string | null {
  if (body === undefined) return null;
  // A file's bytes tell nobody anything.
  if (Buffer.isBuffer(body) && body.includes(0)) return `${body.length} bytes`;
  if (body instanceof FormData)
    return [...body.entries()].map(([name, value]) => `${name}: ${partOf(value)}`).join("\n");
  const said = charset && Buffer.isBuffer(body) ? new TextDecoder(charset).decode(body) : body.toString();
  const text = withoutSecrets(said, secrets);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function partOf(value: FormDataEntryValue): string {
  return typeof value === "string" ? value : `${value.name}, ${value.type}, ${value.size} bytes`;
}

/** Whatever the mall's charset: secrets are ASCII, and each byte is taken for a letter of its own. */
function bytesWithoutSecrets(bytes: Buffer, secrets: readonly string[]): Buffer {
  const text = bytes.toString("latin1");
  const clean = secrets.reduce((left, secret) => (secret === "" ? left : left.replaceAll(secret, "...")), text);
  return clean === text ? bytes : Buffer.from(clean, "latin1");
}

export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => (secret === "" ? clean : clean.replaceAll(secret, "…")), text);
}
