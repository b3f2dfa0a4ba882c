import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { CoupangSettings } from "./settings.ts";
import { authorization, signedDate } from "./signature.ts";

/**
 * `error` is the mall's own "no" and nothing changed there. `not_sent` never reached the part of the mall that acts.
 * `unknown`: it may have acted.
 */
export type CoupangAnswer =
  | { kind: "success"; data: unknown }
  | { kind: "error"; message: string }
  | { kind: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { kind: "unknown"; reason: Issue };

export interface CoupangRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  query?: string;
  body?: object;
}

export type CallCoupang = (request: CoupangRequest) => Promise<CoupangAnswer>;

export const retrySeconds = {
  unreachable: 30,
  rateLimited: 2,
  /** The mall shuts a caller out for about ten minutes. */
  blocked: 600,
  /** A changed list of allowed addresses takes up to half an hour to count. */
  account: 1800,
} as const;

const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

export function createCaller(settings: CoupangSettings): CallCoupang {
  const { baseUrl, vendorId, timeoutMilliseconds = 30_000, requestsPerSecond } = settings;
  const takeTurn = createPace(1000 / requestsPerSecond);

  return async ({ method, path, query = "", body }) => {
    await takeTurn();
    const headers: Record<string, string> = {
      Authorization: authorization({ method, path, query }, settings, signedDate(new Date())),
      "Content-Type": "application/json;charset=UTF-8",
      "X-Requested-By": vendorId,
    };
    const request: RequestInit = { method, headers, signal: AbortSignal.timeout(timeoutMilliseconds) };
    if (body !== undefined) request.body = JSON.stringify(body);
    try {
      const response = await fetch(`${baseUrl}${path}${query === "" ? "" : `?${query}`}`, request);
      return readAnswer(response, withoutSecrets(await response.text(), settings));
    } catch (error) {
      if (neverConnected.has(causeCode(error))) {
        return notSent("mall.unavailable", retrySeconds.unreachable, causeCode(error));
      }
      return unknown("mall.outcome_unknown", error instanceof Error ? error.name : undefined);
    }
  };
}

/** Requests leave one interval apart, in the order they came. */
function createPace(intervalMilliseconds: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = Date.now();
    const turn = Math.max(now, next);
    next = turn + intervalMilliseconds;
    if (turn > now) await new Promise((resolve) => setTimeout(resolve, turn - now));
  };
}

function readAnswer(response: Response, text: string): CoupangAnswer {
  if (response.status === 429) {
    const wait = Number(response.headers.get("retry-after"));
    return notSent("mall.rate_limited", wait > 0 ? wait : retrySeconds.rateLimited, text);
  }
  if (response.status === 401) return notSent("mall.credentials_refused", retrySeconds.account, text);
  if (response.status === 403) return readForbidden(text);
  if (response.status >= 500) return unknown("mall.unavailable", text);

  const envelope = parseEnvelope(text);
  if (envelope === null) return unknown("mall.answer_unreadable", text);
  if (isSuccess(envelope.code)) return unwrap(envelope.data);
  return refusal(envelope, text);
}

function readForbidden(text: string): CoupangAnswer {
  if (/access denied/i.test(text)) return notSent("mall.rate_limited", retrySeconds.blocked, text);
  if (/\bip\b|not allowed/i.test(text)) return notSent("mall.address_not_allowed", retrySeconds.account, text);
  return notSent("mall.credentials_refused", retrySeconds.account, text);
}

/** Some answers nest a second envelope inside `data`; its verdict counts. */
function unwrap(data: unknown): CoupangAnswer {
  const nested = asEnvelope(data);
  if (nested === null) return { kind: "success", data };
  return isSuccess(nested.code) ? unwrap(nested.data) : refusal(nested, nested.message);
}

function refusal(envelope: Envelope, text: string): CoupangAnswer {
  if (envelope.code === "UNAUTHORIZATION") return notSent("mall.credentials_refused", retrySeconds.account, text);
  if (`${envelope.code} ${envelope.message}`.includes("TEMP_FAILURE")) return unknown("mall.unavailable", text);
  return { kind: "error", message: envelope.message };
}

interface Envelope {
  code: string;
  message: string;
  data: unknown;
}

function parseEnvelope(text: string): Envelope | null {
  try {
    return asEnvelope(JSON.parse(text));
  } catch {
    return null;
  }
}

function asEnvelope(value: unknown): Envelope | null {
  if (typeof value !== "object" || value === null || !("code" in value)) return null;
  const { code, message, data } = value as Record<string, unknown>;
  if (typeof code !== "string" && typeof code !== "number") return null;
  return { code: String(code), message: typeof message === "string" ? message : "", data };
}

function isSuccess(code: string): boolean {
  return code === "SUCCESS" || code === "200";
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "";
}

function withoutSecrets(text: string, { accessKey, secretKey }: CoupangSettings): string {
  return text.replaceAll(secretKey, "…").replaceAll(accessKey, "…");
}

function mallIssue(code: Parameters<typeof issue>[0], raw: string | undefined): Issue {
  return issue(code, { mall: "coupang" }, raw ? { raw: raw.slice(0, 500) } : {});
}

function notSent(code: Parameters<typeof issue>[0], retryAfterSeconds: number, raw: string): CoupangAnswer {
  return { kind: "not_sent", reason: mallIssue(code, raw), retryAfterSeconds };
}

function unknown(code: Parameters<typeof issue>[0], raw: string | undefined): CoupangAnswer {
  return { kind: "unknown", reason: mallIssue(code, raw) };
}
