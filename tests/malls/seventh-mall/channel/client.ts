import { z } from "zod";
import { callMall, type MallReply, NoReply } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { complaintIssue } from "./complaints.ts";
import type { CornerSettings } from "./settings.ts";

/** `lost`: it may have been done; `not_sent`: it was not. */
export type CornerAnswer =
  | { kind: "done"; goods: CornerGoods[] }
  | { kind: "missing" | "refused"; issues: Issue[] }
  | { kind: "lost" | "not_sent"; reason: Issue; retryAfterSeconds: number };

const goods = z.object({ id: z.number(), code: z.string(), price: z.number(), stock: z.number(), shown: z.boolean() });
export type CornerGoods = z.infer<typeof goods>;
const answered = z.object({ goods: z.array(goods) });
const refused = z.object({ errors: z.array(z.object({ field: z.string().optional(), message: z.string() })).min(1) });

const allowance = { perSecond: 20, capacity: 20 };

export function createCornerCaller(settings: CornerSettings, wiring: Wiring) {
  const { baseUrl, apiKey, timeoutMilliseconds = 20_000 } = settings;
  const caller = { baseUrl, timeoutMilliseconds, secrets: [apiKey], pace: wiring.pace("", allowance) };
  return async (method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<CornerAnswer> => {
    const headers = { "x-api-key": apiKey, "content-type": "application/json" };
    try {
      return readAnswer(await callMall(caller, { method, path, headers, ...(body && { body: JSON.stringify(body) }) }));
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      return error.left
        ? without("lost", "mall.outcome_unknown", 30, error.trouble)
        : without("not_sent", "mall.unavailable", 30, error.trouble);
    }
  };
}

function readAnswer({ status, headers, bytes }: MallReply): CornerAnswer {
  const text = bytes.toString();
  if (status === 429) return without("not_sent", "mall.rate_limited", Number(headers.get("retry-after")) || 2, text);
  if (status === 401) return without("not_sent", "mall.credentials_refused", 1_800, text);
  const said = readJson(text);
  const complaints = refused.safeParse(said);
  if (status === 404) {
    const raw = complaints.data?.errors[0]?.message ?? text;
    return { kind: "missing", issues: [issue("mall.listing_gone", { mall: "corner" }, { raw })] };
  }
  if (complaints.success) return { kind: "refused", issues: complaints.data.errors.map(complaintIssue) };
  const done = answered.safeParse(said);
  if (status < 300 && done.success) return { kind: "done", goods: done.data.goods };
  return without("lost", status >= 500 ? "mall.unavailable" : "mall.answer_unreadable", 30, text);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function without(kind: "lost" | "not_sent", code: IssueCode, retryAfterSeconds: number, raw: string): CornerAnswer {
  return { kind, reason: issue(code, { mall: "corner" }, { raw: raw.slice(0, 500) }), retryAfterSeconds };
}
