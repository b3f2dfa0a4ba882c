import { type Caller, callMall, type MallReply, NoReply, withoutSecrets } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { CoupangSettings } from "./settings.ts";
import { authorization, signedDate } from "./signature.ts";

/**
 * `error` is the mall's own "no" and nothing changed there. `not_sent` never reached the part of the mall that acts.
 * `unknown`: it may have acted.
 */
export type CoupangAnswer =
  | { kind: "success"; data: unknown; nextToken: string | null }
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

export function createCaller(settings: CoupangSettings, { now, pace }: Wiring): CallCoupang {
  const { baseUrl, vendorId, accessKey, secretKey, timeoutMilliseconds = 30_000, requestsPerSecond } = settings;
  const caller: Caller = {
    baseUrl,
    timeoutMilliseconds,
    secrets: [secretKey, accessKey],
    // The mall counts single seconds and shuts out who asks faster.
    pace: pace("", { perSecond: requestsPerSecond, capacity: 1 }),
  };

  return async ({ method, path, query = "", body }) => {
    try {
      const reply = await callMall(caller, {
        method,
        path: `${path}${query === "" ? "" : `?${query}`}`,
        // Signed when its turn has come: a date of long ago is refused.
        headers: () => ({
          Authorization: authorization({ method, path, query }, settings, signedDate(new Date(now()))),
          "Content-Type": "application/json;charset=UTF-8",
          "X-Requested-By": vendorId,
        }),
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return readAnswer(reply, withoutSecrets(reply.bytes.toString(), caller.secrets));
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      if (error.left) return unknown("mall.outcome_unknown", error.trouble);
      return notSent("mall.unavailable", retrySeconds.unreachable, error.trouble);
    }
  };
}

function readAnswer({ status, headers }: MallReply, text: string): CoupangAnswer {
  if (status === 429) {
    const wait = Number(headers.get("retry-after"));
    return notSent("mall.rate_limited", wait > 0 ? wait : retrySeconds.rateLimited, text);
  }
  if (status === 401) return notSent("mall.credentials_refused", retrySeconds.account, text);
  if (status === 403) return readForbidden(text);
  if (status >= 500) return unknown("mall.unavailable", text);

  const envelope = parseEnvelope(text);
  if (envelope === null) return unknown("mall.answer_unreadable", text);
  if (isSuccess(envelope.code)) return unwrap(envelope);
  return refusal(envelope, text);
}

function readForbidden(text: string): CoupangAnswer {
  if (/access denied/i.test(text)) return notSent("mall.rate_limited", retrySeconds.blocked, text);
  if (/\bip\b|not allowed/i.test(text)) return notSent("mall.address_not_allowed", retrySeconds.account, text);
  return notSent("mall.credentials_refused", retrySeconds.account, text);
}

/** Some answers nest a second envelope inside `data`; its verdict counts. */
function unwrap({ data, nextToken }: Envelope): CoupangAnswer {
  const nested = asEnvelope(data);
  if (nested === null) return { kind: "success", data, nextToken };
  return isSuccess(nested.code) ? unwrap(nested) : refusal(nested, nested.message);
}

function refusal(envelope: Envelope, text: string): CoupangAnswer {
  // Of the account, never of a product: the seller's number stands in the header and in what is sent.
  if (envelope.code === "UNAUTHORIZATION" || /업체\s?코드/.test(envelope.message)) {
    return notSent("mall.credentials_refused", retrySeconds.account, text);
  }
  if (`${envelope.code} ${envelope.message}`.includes("TEMP_FAILURE")) return unknown("mall.unavailable", text);
  return { kind: "error", message: envelope.message };
}

interface Envelope {
  code: string;
  message: string;
  data: unknown;
  /** Of a list; null on its last page. */
  nextToken: string | null;
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
  const { code, message, data, nextToken } = value as Record<string, unknown>;
  if (typeof code !== "string" && typeof code !== "number") return null;
  const next = nextToken === undefined || nextToken === null || nextToken === "" ? null : String(nextToken);
  return { code: String(code), message: typeof message === "string" ? message : "", data, nextToken: next };
}

function isSuccess(code: string): boolean {
  return code === "SUCCESS" || code === "200";
}

function mallIssue(code: Parameters<typeof issue>[0], raw: string | undefined): Issue {
  const words = parseEnvelope(raw ?? "")?.message || raw;
  return issue(code, { mall: "coupang" }, words ? { raw: words.slice(0, 500) } : {});
}

function notSent(code: Parameters<typeof issue>[0], retryAfterSeconds: number, raw: string): CoupangAnswer {
  return { kind: "not_sent", reason: mallIssue(code, raw), retryAfterSeconds };
}

function unknown(code: Parameters<typeof issue>[0], raw: string | undefined): CoupangAnswer {
  return { kind: "unknown", reason: mallIssue(code, raw) };
}
