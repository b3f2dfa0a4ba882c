import { createHmac, randomUUID } from "node:crypto";
import { HttpResponse, http } from "msw";
import { refuseMessage, type StandInMessage, type StandInTemplate } from "./solapi-rules.ts";

export interface SolapiStandInOptions {
  apiKey: string;
  apiSecret: string;
  /** Registered sender numbers. */
  senders: string[];
  kakaoChannel: string;
  templates: StandInTemplate[];
  /** Numbers that opted out. */
  blocked?: string[];
  /** Messages that the balance still pays for. */
  balance?: number;
  now?: () => number;
}

type GroupStatus = "PENDING" | "SENDING" | "COMPLETE" | "FAILED" | "DELETED";

interface Entry extends StandInMessage {
  messageId: string;
  groupId: string;
  statusCode: string;
  replacement: boolean;
}

/** What the next call of a step does besides its work. */
type Mishap = "answer lost" | "503 before" | "503 after";

/** Solapi's groups and look-ups, as strict as its reference; says no wherever the real one would. */
export function solapiStandIn(options: SolapiStandInOptions) {
  const { apiKey, apiSecret, now = Date.now } = options;
  const origin = "https://api.solapi.com";
  const groups = new Map<string, GroupStatus>();
  const entries = new Map<string, Entry>();
  const signatures = new Set<string>();
  const mishaps = new Map<string, Mishap>();
  let balance = options.balance ?? 1000;

  const no = (status: number, errorCode: string) =>
    HttpResponse.json({ errorCode, errorMessage: `stand-in: ${errorCode}` }, { status });

  function refuseCaller(header: string | null): Response | null {
    const form = /^HMAC-SHA256 apiKey=([^,]+), date=([^,]+), salt=([^,]+), signature=([0-9a-f]{64})$/.exec(
      header ?? "",
    );
    const [, key, date = "", salt = "", signature = ""] = form ?? [];
    if (!form || key !== apiKey || salt.length < 12 || salt.length > 64) return no(403, "InvalidAPIKey");
    const expected = createHmac("sha256", apiSecret)
      .update(date + salt)
      .digest("hex");
    if (signature !== expected) return no(403, "SignatureDoesNotMatch");
    if (!(Math.abs(now() - Date.parse(date)) <= 15 * 60_000)) return no(403, "RequestTimeTooSkewed");
    if (signatures.has(signature)) return no(403, "DuplicatedSignature");
    signatures.add(signature);
    return null;
  }

  /** Checks the caller, lets the planned mishap happen, and does the work. */
  async function step(name: string, request: Request, work: () => Response | Promise<Response>): Promise<Response> {
    const refused = refuseCaller(request.headers.get("authorization"));
    if (refused) return refused;
    const mishap = mishaps.get(name);
    mishaps.delete(name);
    if (mishap === "503 before") return no(503, "Unavailable");
    const answer = await work();
    if (mishap === "503 after") return no(503, "Unavailable");
    return mishap === "answer lost" ? HttpResponse.error() : answer;
  }

  const ofGroup = (groupId: string) => [...entries.values()].filter((entry) => entry.groupId === groupId);
  const asList = (found: Entry[]) =>
    HttpResponse.json({
      startKey: null,
      nextKey: null,
      limit: 20,
      messageList: Object.fromEntries(found.map((entry) => [entry.messageId, entry])),
    });

  function add(groupId: string, messages: StandInMessage[]): Response {
    const seen = new Set<string>();
    const resultList = messages.map((message) => {
      const refused = seen.has(message.to) ? "1026" : refuseMessage(message, options);
      seen.add(message.to);
      const messageId = `M4V${randomUUID()}`;
      if (!refused) entries.set(messageId, { ...message, messageId, groupId, statusCode: "2000", replacement: false });
      return { to: message.to, from: message.from, type: message.type, messageId, statusCode: refused ?? "2000" };
    });
    // A number in the reference, a string in the vendor's own types.
    const errors = resultList.filter(({ statusCode }) => statusCode !== "2000").length;
    return HttpResponse.json({ errorCount: errors > 0 ? String(errors) : errors, resultList });
  }

  function send(groupId: string): Response {
    const found = ofGroup(groupId);
    if (groups.get(groupId) !== "PENDING") return no(409, "AlreadySent");
    if (found.length > balance) return no(402, "NotEnoughBalance");
    balance -= found.length;
    groups.set(groupId, "SENDING");
    for (const entry of found) entry.statusCode = "3000";
    return HttpResponse.json({ groupId, status: "SENDING" });
  }

  const handlers = [
    http.post(`${origin}/messages/v4/groups`, ({ request }) =>
      step("open", request, () => {
        const groupId = `G4V${randomUUID()}`;
        groups.set(groupId, "PENDING");
        return HttpResponse.json({ groupId, status: "PENDING" });
      }),
    ),
    http.put<{ id: string }>(`${origin}/messages/v4/groups/:id/messages`, ({ request, params }) =>
      step("add", request, async () => {
        const { messages } = (await request.json()) as { messages: StandInMessage[] };
        if (!groups.has(params.id)) return no(404, "ResourceNotFound");
        return groups.get(params.id) === "PENDING" ? add(params.id, messages) : no(400, "InvalidStatus");
      }),
    ),
    http.post<{ id: string }>(`${origin}/messages/v4/groups/:id/send`, ({ request, params }) =>
      step("send", request, () => (groups.has(params.id) ? send(params.id) : no(404, "ResourceNotFound"))),
    ),
    http.get<{ id: string }>(`${origin}/messages/v4/groups/:id/messages`, ({ request, params }) =>
      step("group messages", request, () => asList(ofGroup(params.id))),
    ),
    http.get<{ id: string }>(`${origin}/messages/v4/groups/:id`, ({ request, params }) =>
      step("group", request, () => {
        const status = groups.get(params.id);
        return status ? HttpResponse.json({ groupId: params.id, status }) : no(404, "ResourceNotFound");
      }),
    ),
    http.get(`${origin}/messages/v4/list`, ({ request }) =>
      step("list", request, () => {
        const found = entries.get(new URL(request.url).searchParams.get("messageId") ?? "");
        return asList(found ? [found] : []);
      }),
    ),
  ];

  return {
    handlers,
    /** What went out, in order. */
    sent: () => [...entries.values()].filter(({ statusCode }) => !statusCode.startsWith("2")),
    /** What waits in groups or went out. */
    taken: () => [...entries.values()],
    mishap: (name: "open" | "add" | "send" | "list", mishap: Mishap) => void mishaps.set(name, mishap),
    /** The operators' report; a failed 알림톡 that allows it arrives as a text. */
    report(messageId: string, statusCode: string) {
      const entry = entries.get(messageId);
      if (!entry) throw new Error("no such message");
      const fallsBack = entry.type === "ATA" && statusCode.startsWith("31") && !entry.kakaoOptions?.disableSms;
      entry.statusCode = fallsBack ? "4000" : statusCode;
      entry.replacement = fallsBack;
      groups.set(entry.groupId, "COMPLETE");
    },
    endGroups: () => {
      for (const id of groups.keys()) groups.set(id, "DELETED");
    },
    earn: (messages: number) => {
      balance += messages;
    },
  };
}
