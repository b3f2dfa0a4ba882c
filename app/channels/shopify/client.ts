import { type Caller, callMall, type MallReply, NoReply, withoutSecrets } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type DocumentName, documents } from "./documents.ts";
import type { ShopifySettings } from "./settings.ts";
import { createTokens, type Grant, TokenTrouble } from "./tokens.ts";

/** `done` with the answer's data; `refused`: a definite no; `not_sent`: nothing was done; `lost`: it may have been. */
export type ShopifyAnswer =
  | { kind: "done"; data: unknown }
  | { kind: "refused"; issues: Issue[] }
  | { kind: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { kind: "lost"; reason: Issue };

export type AskShopify = (name: DocumentName, variables: Record<string, unknown>) => Promise<ShopifyAnswer>;

/** Guaranteed until 2027-07; a retired one is not refused, the oldest that is left answers instead. */
export const apiVersion = "2026-07";

/** Seconds to wait where the mall names no time. */
const waits = { unreachable: 30, throttled: 2, account: 1800 } as const;

/** Of a shop nobody has asked yet; its first answer tells the real one. */
const firstAllowance = { perSecond: 50, capacity: 1_000 };

/** Points of a document before the mall has told them. */
const firstPoints: Points = { requested: 100, actual: 100 };

/** Documents of ours that the mall may have in hand at once; more are only asked for by people, and told to wait. */
const atOnce = 4;

/** A document is held for all that it could read, and costs what there was: of a product with one picture a tenth. */
interface Points {
  requested: number;
  actual: number;
}

interface Cost {
  requestedQueryCost?: number;
  /** Null: it was not carried out. */
  actualQueryCost?: number | null;
  throttleStatus?: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

interface AnswerBody {
  data?: unknown;
  errors?: { message?: string; extensions?: { code?: string } }[] | string;
  extensions?: { cost?: Cost };
}

export function createShopifyCaller(settings: ShopifySettings, wiring: Wiring): AskShopify {
  const { baseUrl, clientId = "", clientSecret = "", timeoutMilliseconds = 30_000 } = settings;
  const pace = wiring.pace("", firstAllowance);
  const secrets = new Set(
    [settings.accessToken, clientSecret, settings.refreshToken].filter((one) => one !== undefined),
  );
  const caller = (): Caller => ({
    ...{ baseUrl, timeoutMilliseconds, pace, secrets: [...secrets], requestIdHeader: "x-request-id" },
  });
  const token = createTokens(settings, wiring, spend);
  /** What each document took the last time. */
  const points = new Map<DocumentName, Points>();
  let lastVersion: string | null = null;

  async function spend(grant: Grant): Promise<unknown> {
    if (grant.grant_type === "refresh_token") secrets.add(grant.refresh_token);
    const reply = await callMall(caller(), {
      method: "POST",
      path: "/admin/oauth/access_token",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...grant }),
      cost: 0,
      secret: true,
    });
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) return null;
    const body = readJson(reply.bytes.toString());
    if (reply.status !== 200 || body === null) throw new TokenTrouble();
    return body;
  }

  /** Without a token the call itself never left. */
  async function tokenOr(refused?: string): Promise<string | Extract<ShopifyAnswer, { kind: "not_sent" }>> {
    try {
      return (await token(refused)) ?? notSent("mall.credentials_refused", waits.account, "");
    } catch (error) {
      if (error instanceof NoReply || error instanceof TokenTrouble) {
        return notSent("mall.unavailable", waits.unreachable, error.name);
      }
      throw error;
    }
  }

  async function send(name: DocumentName, variables: Record<string, unknown>, accessToken: string): Promise<MallReply> {
    secrets.add(accessToken);
    const { requested, actual } = points.get(name) ?? firstPoints;
    return callMall(caller(), {
      method: "POST",
      path: `/admin/api/${apiVersion}/graphql.json`,
      headers: { "content-type": "application/json", "x-shopify-access-token": accessToken },
      body: JSON.stringify({ query: documents[name], variables }),
      ...{ cost: actual, headroom: atOnce * (requested - actual) },
      harmless: documents[name].trimStart().startsWith("query"),
    });
  }

  async function learn(
    name: DocumentName,
    { requestedQueryCost, actualQueryCost, throttleStatus }: Cost,
  ): Promise<void> {
    const before = points.get(name) ?? firstPoints;
    const requested = requestedQueryCost ?? before.requested;
    const actual = Math.min(actualQueryCost ?? before.actual, requested);
    points.set(name, { requested, actual });
    // Some shops tell nothing.
    if (!throttleStatus) return;
    const { maximumAvailable, currentlyAvailable, restoreRate } = throttleStatus;
    // What others of ours in hand are held for comes back.
    const held = (atOnce - 1) * (requested - actual);
    await pace.heard({ perSecond: restoreRate, capacity: maximumAvailable, remaining: currentlyAvailable + held });
  }

  /** Told once, not at every answer. */
  async function compareVersion(answered: string | null): Promise<void> {
    if (answered === null || answered === lastVersion) return;
    lastVersion = answered;
    const told = { severity: "warning", params: { asked: apiVersion, answered } } as const;
    await wiring.warn(answered === apiVersion ? null : issue("mall.other_version", { mall: "shopify" }, told));
  }

  return async (name, variables) => {
    let usable = await tokenOr();
    if (typeof usable !== "string") return usable;
    try {
      let reply = await send(name, variables, usable);
      if (reply.status === 401 && settings.accessToken === undefined) {
        usable = await tokenOr(usable);
        if (typeof usable !== "string") return usable;
        reply = await send(name, variables, usable);
      }
      const body = readJson(reply.bytes.toString());
      await learn(name, body?.extensions?.cost ?? {});
      await compareVersion(reply.headers.get("x-shopify-api-version"));
      return readAnswer(reply, body, withoutSecrets(reply.bytes.toString(), [...secrets]));
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      if (error.left) return lost("mall.outcome_unknown", error.trouble);
      return notSent("mall.unavailable", waits.unreachable, error.trouble);
    }
  };
}

/** Three layers: the status, errors beside the data, and the data itself. */
function readAnswer({ status, headers }: MallReply, body: AnswerBody | null, text: string): ShopifyAnswer {
  const errors = Array.isArray(body?.errors) ? body.errors : [];
  const codes = errors.map(({ extensions }) => extensions?.code);
  const words = errors.map(({ message }) => message ?? "").join(" ") || wordsIn(text);
  if (status === 429 || codes.includes("THROTTLED")) {
    const wait = Number(headers.get("retry-after")) || throttledFor(body?.extensions?.cost);
    return notSent("mall.rate_limited", wait, words);
  }
  // 402 and 423: the shop does not pay or is locked; 404: no such shop.
  if ([401, 402, 403, 404, 423].includes(status) || codes.includes("ACCESS_DENIED")) {
    return notSent("mall.credentials_refused", waits.account, words);
  }
  if (status === 430) return notSent("mall.rate_limited", waits.account, words);
  if (status >= 500 || codes.includes("INTERNAL_SERVER_ERROR")) return lost("mall.unavailable", words);
  if (errors.length > 0 || status >= 400) {
    return { kind: "refused", issues: [mallIssue("mall.refused", words)] };
  }
  return body?.data ? { kind: "done", data: body.data } : lost("mall.answer_unreadable", text);
}

/** Until what was asked for fits into the bucket. */
function throttledFor({ requestedQueryCost, throttleStatus }: Cost = {}): number {
  if (!requestedQueryCost || !throttleStatus) return waits.throttled;
  const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
  return Math.max(1, Math.ceil(missing / throttleStatus.restoreRate));
}

/** Whoever does not get in is told by one string in place of the list. */
function wordsIn(text: string): string {
  const said = readJson(text)?.errors;
  return typeof said === "string" ? said : text;
}

function readJson(text: string): AnswerBody | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" ? body : null;
  } catch {
    return null;
  }
}

export function notSent(code: IssueCode, retryAfterSeconds: number, raw: string) {
  return { kind: "not_sent" as const, reason: mallIssue(code, raw), retryAfterSeconds };
}

export function lost(code: IssueCode, raw = "") {
  return { kind: "lost" as const, reason: mallIssue(code, raw) };
}

function mallIssue(code: IssueCode, raw: string): Issue {
  return issue(code, { mall: "shopify" }, raw === "" ? {} : { raw: raw.slice(0, 500) });
}
