import { createHash } from "node:crypto";
import { z } from "zod";
import { callMall, NoReply } from "#app/channels/call-mall.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type DeskTrouble, type HandOverDesk, handOverStates } from "../hand-over-desk.ts";
import type { PushedDeskSettings } from "./settings.ts";

const handOver = z.object({
  state: z.enum(handOverStates),
  reasons: z.array(z.string()).default([]),
  /** Becomes a link on our pages; what is no web address is none. */
  pageUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  remoteId: z.string().nullable().default(null),
});

const refusal = z.object({ reasons: z.array(z.string()) });

/** An operator's own server, whose limits nobody knows. */
const allowance = { perSecond: 10, capacity: 10 };

/** Seconds to wait where the desk names no time. */
const waits = { unreachable: 60, account: 600 } as const;

/**
 * Delivers over HTTP: `PUT /packages/{reference}` with the zip and its `x-content-sha256`, `GET` for what became of it,
 * `POST …/withdrawal`. The same package twice is one package.
 */
export function pushedDesk(
  { baseUrl, token, timeoutMilliseconds = 30_000 }: PushedDeskSettings,
  { pace }: Wiring = ownWiring(),
): HandOverDesk {
  const caller = { baseUrl, timeoutMilliseconds, secrets: [token], pace: pace("", allowance) };

  async function send(
    method: string,
    path: string,
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const told = { authorization: `Bearer ${token}`, ...headers };
    const {
      status,
      headers: answered,
      bytes,
    } = await callMall(caller, { method, path: `/packages/${path}`, headers: told, body });
    return { ok: status >= 200 && status < 300, status, headers: answered, json: () => parsed(bytes) };
  }

  return {
    async deliver({ reference, fileName, bytes }) {
      try {
        const response = await send("PUT", encodeURIComponent(reference), bytes, {
          "content-type": "application/zip",
          "content-disposition": `attachment; filename="${fileName}"`,
          "x-content-sha256": createHash("sha256").update(bytes).digest("hex"),
        });
        if (response.ok) return { outcome: "received" };
        if (refusing.includes(response.status)) return { outcome: "refused", reasons: await readReasons(response) };
        if (response.status >= 500) return { outcome: "unknown", reason: trouble("mall.unavailable") };
        return { ...heldBack(response), outcome: "not_sent" };
      } catch (error) {
        if (!(error instanceof NoReply)) throw error;
        if (error.left) return { outcome: "unknown", reason: trouble("mall.outcome_unknown") };
        return { outcome: "not_sent", reason: trouble("mall.unavailable"), retryAfterSeconds: waits.unreachable };
      }
    },

    async read(reference) {
      try {
        const response = await send("GET", encodeURIComponent(reference));
        if (response.status === 404) return { outcome: "absent" };
        if (!response.ok) return heldBack(response);
        const read = handOver.safeParse(response.json());
        return read.success ? { outcome: "found", handOver: read.data } : unsure("mall.answer_unreadable");
      } catch {
        return unsure("mall.unavailable");
      }
    },

    async askWithdrawal(reference) {
      try {
        const response = await send("POST", `${encodeURIComponent(reference)}/withdrawal`);
        if (response.status === 404) return { outcome: "absent" };
        return response.ok ? { outcome: "asked" } : heldBack(response);
      } catch {
        return unsure("mall.unavailable");
      }
    },
  };
}

/** Of this package: too large, not to be read, or with reasons. */
const refusing = [400, 413, 415, 422];

async function readReasons(response: Reply): Promise<string[]> {
  const read = refusal.safeParse(response.json());
  return read.success ? read.data.reasons : [`HTTP ${response.status}`];
}

function heldBack({ status, headers }: Reply): DeskTrouble {
  if (status === 401 || status === 403) return unsure("mall.credentials_refused", waits.account);
  const seconds = Number(headers.get("retry-after")) || waits.unreachable;
  return unsure(status === 429 ? "mall.rate_limited" : "mall.unavailable", seconds);
}

function unsure(code: IssueCode, retryAfterSeconds: number = waits.unreachable): DeskTrouble {
  return { outcome: "unsure", reason: trouble(code), retryAfterSeconds };
}

function trouble(code: IssueCode): Issue {
  return issue(code, { mall: "gachi-sapsida" });
}

interface Reply {
  ok: boolean;
  status: number;
  headers: Headers;
  /** Null when it is none. */
  json(): unknown;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
