import iconv from "iconv-lite";
import { type Caller, callMall, type MallReply, NoReply, withoutSecrets } from "#app/channels/call-mall.ts";
import type { Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { childOf, readXml, textOf, type XmlElement } from "#app/services/xml/xml-tree.ts";
import type { ElevenstSettings } from "./settings.ts";

/**
 * `message` is a `ClientMessage`, the mall's verdict with its code; `document` anything else it answered. `not_sent` never
 * reached the part of the mall that acts; `unknown`: it may have acted.
 */
export type ElevenstAnswer =
  | { kind: "message"; code: string; text: string; productNo: string | null }
  | { kind: "document"; root: XmlElement }
  | { kind: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { kind: "unknown"; reason: Issue };

export interface ElevenstRequest {
  method: "GET" | "POST" | "PUT";
  path: string;
  /** XML text; its letters are all in EUC-KR. */
  body?: string;
  /** The mall changes a price by GET. */
  changes?: boolean;
}

export type CallElevenst = (request: ElevenstRequest) => Promise<ElevenstAnswer>;

/** Seconds to wait where the mall names no time. */
const waits = { unreachable: 30, rateLimited: 2, account: 1800 } as const;

/** Nothing is published of a limit on requests; this is what one seller's client keeps to. */
const allowance = { perSecond: 5, capacity: 5 };

export function createElevenstCaller(settings: ElevenstSettings, { pace }: Wiring): CallElevenst {
  const { baseUrl, apiKey, timeoutMilliseconds = 30_000 } = settings;
  const caller: Caller = {
    baseUrl,
    timeoutMilliseconds,
    secrets: [apiKey],
    charset: "euc-kr",
    pace: pace("", allowance),
  };
  return async ({ method, path, body, changes }) => {
    const headers: Record<string, string> = { openapikey: apiKey };
    // Any other type is answered with 415 and nothing.
    if (body !== undefined) headers["content-type"] = "text/xml; charset=EUC-KR";
    try {
      const bytes = body && iconv.encode(body, "euc-kr");
      const reply = await callMall(caller, { method, path, headers, body: bytes, changes });
      return readAnswer(reply, withoutSecrets(iconv.decode(reply.bytes, "euc-kr"), caller.secrets));
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      if (error.left) return unknown("mall.outcome_unknown", error.trouble);
      return notSent("mall.unavailable", waits.unreachable, error.trouble);
    }
  };
}

function readAnswer({ status, headers }: MallReply, text: string): ElevenstAnswer {
  if (status === 429) {
    return notSent("mall.rate_limited", Number(headers.get("retry-after")) || waits.rateLimited, text);
  }
  if (status === 401 || status === 403) return notSent("mall.credentials_refused", waits.account, text);
  if (status === 415) return notSent("mall.unavailable", waits.account, "415");
  if (status >= 500) return unknown("mall.unavailable", text);
  const root = parse(text);
  if (root === null) return unknown("mall.answer_unreadable", text);
  const code = textOf(root, "resultCode") ?? "";
  if (root.name === "AuthMessage" || ["-100", "-200"].includes(code)) {
    return notSent("mall.credentials_refused", waits.account, textOf(root, "message") ?? code);
  }
  // An unknown path, a wrong method and a service that is not switched on for the account are one code.
  if (code === "-997") return notSent("mall.credentials_refused", waits.account, textOf(root, "message") ?? code);
  if (root.name !== "ClientMessage") return { kind: "document", root };
  return { kind: "message", code, text: textOf(root, "message") ?? "", productNo: productNumber(root) };
}

/** Known to come as an element, and as an attribute. */
function productNumber(root: XmlElement): string | null {
  const said = textOf(root, "productNo") || root.attributes.productNo || childOf(root, "message")?.attributes.productNo;
  return said && /^\d+$/.test(said) ? said : null;
}

function parse(text: string): XmlElement | null {
  try {
    return readXml(text);
  } catch {
    return null;
  }
}

function mallIssue(code: IssueCode, raw: string): Issue {
  return issue(code, { mall: "elevenst" }, raw === "" ? {} : { raw: raw.slice(0, 500) });
}

function notSent(code: IssueCode, retryAfterSeconds: number, raw: string): ElevenstAnswer {
  return { kind: "not_sent", reason: mallIssue(code, raw), retryAfterSeconds };
}

function unknown(code: IssueCode, raw: string): ElevenstAnswer {
  return { kind: "unknown", reason: mallIssue(code, raw) };
}
