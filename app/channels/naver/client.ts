import { callMall, type MallCall, type MallReply, NoReply } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { Pace } from "#app/services/pace/pace.ts";
import { type ErrorBody, refusalIssues } from "./complaints.ts";
import type { NaverSettings } from "./settings.ts";
import { signTokenRequest } from "./signature.ts";
import { createTokens } from "./tokens.ts";

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

/** Seconds to wait where the mall names no time. */
const waits = { unreachable: 30, perSecondLimit: 1, quota: 60, account: 600 } as const;

/** Of an API nobody has asked yet: what some own-store applications get. Its first answer tells the real one. */
const firstAllowance = { perSecond: 2, capacity: 4 };

export function createNaverClient(settings: NaverSettings, wiring: Wiring): NaverClient {
  const { now, pace } = wiring;
  const tokens = createTokens(settings.clientId, wiring, requestToken);
  const caller = {
    baseUrl: settings.baseUrl,
    timeoutMilliseconds: settings.timeoutMilliseconds ?? 20_000,
    requestIdHeader: "GNCP-GW-Trace-ID",
  };
  const apis = new Map<string, Api>();

  async function call(method: string, path: string, body?: object | FormData): Promise<unknown> {
    const token = await currentToken();
    const reply = await authorised(token, method, path, body);
    if (reply.status !== 401) return readAnswer(reply);
    return readAnswer(await authorised(await currentToken(token), method, path, body));
  }

  async function authorised(token: string, method: string, path: string, body?: object | FormData): Promise<MallReply> {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    const isForm = body instanceof FormData;
    if (body && !isForm) headers["content-type"] = "application/json";
    // A form brings a picture: a listing that nobody has made does not show it. And a search is asked for by POST.
    const harmless = isForm || path.endsWith("/search");
    return send({ method, path, headers, body: body && !isForm ? JSON.stringify(body) : body, harmless }, token);
  }

  async function currentToken(refused?: string): Promise<string> {
    try {
      return await tokens(refused);
    } catch (error) {
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
    const reply = await send({ method: "POST", path: "/v1/oauth2/token", body, secret: true });
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) {
      const { code, message } = readJson<ErrorBody>(reply);
      const issueCode = code === "GW.IP_NOT_ALLOWED" ? "mall.address_not_allowed" : "mall.credentials_refused";
      throw new CallError(heldBack(issueCode, waits.account, message ?? code));
    }
    const answer = readAnswer(reply) as { access_token?: string; expires_in?: number } | null;
    if (!answer?.access_token || !answer.expires_in) throw new CallError(lost("mall.answer_unreadable"));
    return { value: answer.access_token, endsAt: now() + answer.expires_in * 1000 };
  }

  async function send(request: MallCall, token = ""): Promise<MallReply> {
    const api = apiOf(request);
    try {
      const secrets = [settings.clientSecret, token];
      const reply = await callMall({ ...caller, pace: api.pace, secrets }, request);
      await keepToBucket(api, reply.headers);
      return reply;
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      if (error.left) throw new CallError(lost("mall.outcome_unknown"));
      throw new CallError({ ...heldBack("mall.unavailable", waits.unreachable), kind: "not_reached" });
    }
  }

  /** Each API of the mall has a bucket of its own: the path with its numbers left out, and the method. */
  function apiOf({ method, path }: MallCall): Api {
    const name = `${method} ${path.replace(/\?.*$/, "").replace(/\/\d+(?=\/|$)/g, "/#")}`;
    const known = apis.get(name) ?? { pace: pace(name, firstAllowance), told: "" };
    apis.set(name, known);
    return known;
  }

  return { call };
}

interface Api {
  pace: Pace;
  /** The allowance that its answers told last. */
  told: string;
}

/** The bucket is told when it changed or runs dry: asked every time it would cost as much as the call. */
async function keepToBucket(api: Api, headers: Headers): Promise<void> {
  const perSecond = Number(headers.get("GNCP-GW-RateLimit-Replenish-Rate"));
  const capacity = Number(headers.get("GNCP-GW-RateLimit-Burst-Capacity"));
  const remaining = headers.get("GNCP-GW-RateLimit-Remaining");
  if (!(perSecond > 0 && capacity > 0) || remaining === null) return;
  const told = `${perSecond} ${capacity}`;
  if (told === api.told && Number(remaining) > 1) return;
  api.told = told;
  await api.pace.heard({ perSecond, capacity, remaining: Number(remaining) });
}

function readAnswer(reply: MallReply): unknown {
  if (reply.status >= 200 && reply.status < 300) {
    const text = reply.bytes.toString();
    try {
      return text === "" ? null : JSON.parse(text);
    } catch {
      throw new CallError(lost("mall.answer_unreadable"));
    }
  }
  throw new CallError(failureOf(reply, readJson<ErrorBody>(reply)));
}

function failureOf({ status, headers }: MallReply, body: ErrorBody): CallFailure {
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

function readJson<Body extends object>({ bytes }: MallReply): Partial<Body> {
  try {
    const body: unknown = JSON.parse(bytes.toString());
    return body && typeof body === "object" ? body : {};
  } catch {
    return {};
  }
}
