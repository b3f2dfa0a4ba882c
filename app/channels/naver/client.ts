import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type ErrorBody, refusalIssues } from "./complaints.ts";
import type { NaverSettings } from "./settings.ts";
import { signTokenRequest } from "./signature.ts";

/**
 * How a call can fail. `not_reached`, `held_back`: the mall did nothing and the call may be repeated after so many seconds;
 * `missing`: the mall does not have the thing; `refused`: a definite no; `lost`: sent, and nobody knows what came of it.
 */
export type CallFailure =
  | { kind: "not_reached" | "held_back"; reason: Issue; retryAfterSeconds: number }
  | { kind: "missing" | "refused"; issues: Issue[] }
  | { kind: "lost"; reason: Issue };

/** The only error a call throws; its message is the kind alone, so nothing secret can leak into a log. */
export class CallError extends Error {
  constructor(readonly failure: CallFailure) {
    super(`Naver call failed: ${failure.kind}`);
    this.name = "CallError";
  }
}

export interface NaverClient {
  /** The answer's JSON, or null when it was empty. @throws CallError */
  call(method: string, path: string, body?: object | FormData): Promise<unknown>;
}

/** Renew when less is left: from here on the mall hands out another token (and takes the old one until it ends). */
const renewalMargin = 30 * 60_000;

/** Seconds to wait where the mall names no time. */
const waits = { unreachable: 30, perSecondLimit: 1, quota: 60, account: 600 } as const;

/** Errors of fetch from before the request left this machine. */
const notSentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function createNaverClient(settings: NaverSettings, now: () => number = Date.now): NaverClient {
  let token: Promise<{ value: string; endsAt: number }> | null = null;
  let mayCallAt = 0;

  async function call(method: string, path: string, body?: object | FormData): Promise<unknown> {
    let response = await authorised(method, path, body);
    if (response.status === 401) {
      token = null;
      response = await authorised(method, path, body);
    }
    return readAnswer(response);
  }

  async function authorised(method: string, path: string, body?: object | FormData): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${await currentToken()}` };
    const isForm = body instanceof FormData;
    if (body && !isForm) headers["content-type"] = "application/json";
    return send(path, { method, headers, body: body && !isForm ? JSON.stringify(body) : body });
  }

  async function currentToken(): Promise<string> {
    token ??= requestToken();
    try {
      const { value, endsAt } = await token;
      if (endsAt - now() >= renewalMargin) return value;
      token = requestToken();
      return (await token).value;
    } catch (error) {
      token = null;
      throw beforeSending(error);
    }
  }

  async function requestToken(): Promise<{ value: string; endsAt: number }> {
    const { clientId, clientSecret } = settings;
    // A few seconds back: the mall refuses a time ahead of its own clock.
    const timestamp = now() - 3_000;
    const sign = await signTokenRequest(clientId, clientSecret, timestamp).catch(() => {
      throw new CallError(heldBack("mall.credentials_refused", waits.account));
    });
    const body = new URLSearchParams({
      client_id: clientId,
      timestamp: String(timestamp),
      client_secret_sign: sign,
      grant_type: "client_credentials",
      type: "SELF",
    });
    const response = await send("/v1/oauth2/token", { method: "POST", body });
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      const { code, message } = await readJson<ErrorBody>(response);
      const issueCode = code === "GW.IP_NOT_ALLOWED" ? "mall.address_not_allowed" : "mall.credentials_refused";
      throw new CallError(heldBack(issueCode, waits.account, message ?? code));
    }
    const answer = (await readAnswer(response)) as { access_token?: string; expires_in?: number } | null;
    if (!answer?.access_token || !answer.expires_in) throw new CallError(lost("mall.answer_unreadable"));
    return { value: answer.access_token, endsAt: now() + answer.expires_in * 1000 };
  }

  async function send(path: string, init: RequestInit): Promise<Response> {
    await pause(mayCallAt - now());
    const signal = AbortSignal.timeout(settings.timeoutMilliseconds ?? 20_000);
    try {
      const response = await fetch(`${settings.baseUrl}${path}`, { ...init, signal });
      mayCallAt = now() + emptyBucketPause(response.headers);
      // Read here, so that a connection cut in the middle of the answer is told apart from a refusal.
      return new Response(response.status === 204 ? null : await response.arrayBuffer(), response);
    } catch (error) {
      if (!notSentCodes.has((error as { cause?: { code?: string } }).cause?.code ?? "")) {
        throw new CallError(lost("mall.outcome_unknown"));
      }
      throw new CallError({ ...heldBack("mall.unavailable", waits.unreachable), kind: "not_reached" });
    }
  }

  return { call };
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.ok) {
    const text = await response.text();
    try {
      return text === "" ? null : JSON.parse(text);
    } catch {
      throw new CallError(lost("mall.answer_unreadable"));
    }
  }
  const body = await readJson<ErrorBody>(response);
  throw new CallError(failureOf(response, body));
}

function failureOf({ status, headers }: Response, body: ErrorBody): CallFailure {
  const words = body.message ?? body.code;
  if (status === 429) {
    const usual = body.code === "GW.QUOTA_LIMIT" ? waits.quota : waits.perSecondLimit;
    return heldBack("mall.rate_limited", Number(headers.get("retry-after")) || usual, words);
  }
  if (status === 401) return heldBack("mall.credentials_refused", waits.account, words);
  if (body.code === "GW.IP_NOT_ALLOWED") return heldBack("mall.address_not_allowed", waits.account, words);
  if (status === 404 && body.code?.startsWith("GW.") !== true) return { kind: "missing", issues: refusalIssues(body) };
  if (status >= 500) return lost("mall.unavailable", words);
  return { kind: "refused", issues: refusalIssues(body) };
}

/** Without a token the call itself never left, whatever became of the token's request. */
function beforeSending(error: unknown): unknown {
  if (!(error instanceof CallError) || error.failure.kind !== "lost") return error;
  const { reason } = error.failure;
  return new CallError({ kind: "held_back", reason, retryAfterSeconds: waits.unreachable });
}

function heldBack(code: IssueCode, retryAfterSeconds: number, raw?: string) {
  return { kind: "held_back" as const, reason: issue(code, { mall: "naver" }, { raw }), retryAfterSeconds };
}

function lost(code: IssueCode, raw?: string): CallFailure {
  return { kind: "lost", reason: issue(code, { mall: "naver" }, { raw }) };
}

async function readJson<Body extends object>(response: Response): Promise<Partial<Body>> {
  const body: unknown = await response.json().catch(() => null);
  return body && typeof body === "object" ? body : {};
}

/** Milliseconds until the mall's bucket holds a token again, when this answer took the last one. */
function emptyBucketPause(headers: Headers): number {
  const remaining = headers.get("GNCP-GW-RateLimit-Remaining");
  const perSecond = Number(headers.get("GNCP-GW-RateLimit-Replenish-Rate"));
  return remaining === "0" && perSecond > 0 ? 1000 / perSecond : 0;
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
