import { type Caller, callMall, type MallReply, NoReply } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type ErrorBody, refusalIssues } from "./complaints.ts";
import { addressOf, type Cafe24Settings } from "./settings.ts";
import { createTokens } from "./tokens.ts";

/**
 * `done` with the answer's JSON. `missing`: the mall has no such thing; `refused`: a definite no. `not_sent`: nothing was
 * done; `lost`: it may have been.
 */
export type Cafe24Answer =
  | { kind: "done"; body: unknown }
  | { kind: "missing" | "refused"; issues: Issue[] }
  | { kind: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { kind: "lost"; reason: Issue };

/** `path` from `/admin`. */
export type CallCafe24 = (
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: object,
) => Promise<Cafe24Answer>;

/** The version of the API that this was written for; without the header the newest answers. */
const apiVersion = "2026-03-01";

/** Seconds to wait where the mall names no time. */
const waits = { unreachable: 30, rateLimited: 2, account: 1800 } as const;

const bucketSize = 40;

export function createCafe24Caller(settings: Cafe24Settings, wiring: Wiring): CallCafe24 {
  const { clientId, clientSecret, requestsPerSecond, timeoutMilliseconds = 20_000 } = settings;
  const secrets = new Set([clientSecret, settings.refreshToken]);
  const caller = (): Caller => ({
    baseUrl: `${addressOf(settings)}/api/v2`,
    timeoutMilliseconds,
    secrets: [...secrets],
    pace,
  });
  const pace = wiring.pace("", { perSecond: requestsPerSecond, capacity: bucketSize });
  const token = createTokens(settings, wiring, spend);

  async function spend(refreshToken: string): Promise<unknown> {
    secrets.add(refreshToken);
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    const reply = await callMall(caller(), {
      method: "POST",
      path: "/oauth/token",
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
      secret: true,
    });
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) return null;
    const body = readJson(reply);
    if (reply.status !== 200 || body === null) throw new TokenTrouble();
    return body;
  }

  async function authorised(method: string, path: string, body: object | undefined, accessToken: string) {
    secrets.add(accessToken);
    const reply = await callMall(caller(), {
      method,
      path: `/admin${path}`,
      headers: {
        authorization: `Bearer ${accessToken}`,
        "x-cafe24-api-version": apiVersion,
        "content-type": "application/json",
      },
      body: body && JSON.stringify(body),
    });
    const [, used, size] = /^(\d+)\/(\d+)$/.exec(reply.headers.get("x-api-call-limit") ?? "") ?? [];
    if (used && size) await pace.heard({ capacity: Number(size), remaining: Number(size) - Number(used) });
    return reply;
  }

  /** Without a token the call itself never left. */
  async function tokenOr(refused?: string): Promise<string | Extract<Cafe24Answer, { kind: "not_sent" }>> {
    try {
      const usable = await token(refused);
      return usable ?? notSent("mall.credentials_refused", waits.account, "");
    } catch (error) {
      if (error instanceof NoReply || error instanceof TokenTrouble) {
        return notSent("mall.unavailable", waits.unreachable, error.message);
      }
      throw error;
    }
  }

  return async (method, path, body) => {
    let usable = await tokenOr();
    if (typeof usable !== "string") return usable;
    try {
      let reply = await authorised(method, path, body, usable);
      if (reply.status === 401) {
        usable = await tokenOr(usable);
        if (typeof usable !== "string") return usable;
        reply = await authorised(method, path, body, usable);
      }
      return readAnswer(reply);
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      if (error.left) return lost("mall.outcome_unknown", error.trouble);
      return notSent("mall.unavailable", waits.unreachable, error.trouble);
    }
  };
}

/** The mall's answer to a renewal was none: nobody knows whether the refresh token is spent. */
class TokenTrouble extends Error {
  constructor() {
    super("no readable answer to a token's renewal");
  }
}

function readAnswer(reply: MallReply): Cafe24Answer {
  const { status, headers } = reply;
  const body = readJson(reply);
  const { error = {} } = (body ?? {}) as ErrorBody;
  const said = [error.code, error.message].filter(Boolean).join(" ");
  if (status === 429) {
    return notSent("mall.rate_limited", Number(headers.get("retry-after")) || waits.rateLimited, said);
  }
  if (status === 401 || status === 403) return notSent("mall.credentials_refused", waits.account, said);
  if (status >= 500) return lost("mall.unavailable", said);
  if (status === 404) return { kind: "missing", issues: refusalIssues(error) };
  if (status >= 400) return { kind: "refused", issues: refusalIssues(error) };
  return body === null ? lost("mall.answer_unreadable", reply.bytes.toString()) : { kind: "done", body };
}

function readJson({ bytes }: MallReply): unknown {
  try {
    const body: unknown = JSON.parse(bytes.toString());
    return typeof body === "object" ? body : null;
  } catch {
    return null;
  }
}

function notSent(code: IssueCode, retryAfterSeconds: number, raw: string) {
  return { kind: "not_sent" as const, reason: mallIssue(code, raw), retryAfterSeconds };
}

function lost(code: IssueCode, raw: string): Cafe24Answer {
  return { kind: "lost", reason: mallIssue(code, raw) };
}

function mallIssue(code: IssueCode, raw: string): Issue {
  return issue(code, { mall: "cafe24" }, raw === "" ? {} : { raw: raw.slice(0, 500) });
}
