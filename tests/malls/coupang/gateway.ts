import { createHmac, timingSafeEqual } from "node:crypto";
import { HttpResponse } from "msw";
import type { CoupangAccount } from "./account.ts";
import { type RequestRule, refuse, trouble } from "./refusals.ts";

/**
 * What the next fitting request meets. `…_after`: the mall acts first and its answer is lost. `no_id`: a success that does
 * not say which product was made.
 */
export const coupangFaults = [
  "timeout_after",
  "cut_after",
  "cut_before",
  "server_error",
  "temp_failure",
  "garbage",
  "no_id",
  "nested",
  "rate_limited",
] as const;
export type CoupangFault = (typeof coupangFaults)[number];

export interface GatewaySettings {
  account: CoupangAccount;
  now: () => number;
  /** The published baseline is 5. */
  requestsPerSecond: number;
}

/** A signature is refused when its date is further away than this (from memory of the documentation: about 5 minutes). */
const signatureMilliseconds = 300_000;
const blockMilliseconds = 600_000;

/** Of what was done. */
export function success(message: string, data: unknown = null) {
  return HttpResponse.json({ code: "SUCCESS", message, data });
}

/** Everything that stands before the mall's own work: blocks, pace, signature, seller, and the faults of a test. */
export function createGateway({ account, now, requestsPerSecond }: GatewaySettings) {
  const faults: { fault: CoupangFault; method: string | null }[] = [];
  let blockedUntil = 0;
  let addressAllowed = true;
  let tokens = requestsPerSecond;
  let refilledAt = now();
  let tooMany: number[] = [];
  let answered = 0;

  function takeToken(): boolean {
    const time = now();
    tokens = Math.min(requestsPerSecond, tokens + ((time - refilledAt) / 1000) * requestsPerSecond);
    refilledAt = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  }

  function rateLimited(): Response {
    const time = now();
    tooMany = [...tooMany.filter((at) => time - at < 5_000), time];
    if (tooMany.length >= 20) blockedUntil = time + blockMilliseconds;
    return refuse("more than the allowed requests a second");
  }

  function refusal(request: Request): Response | null {
    if (now() < blockedUntil) {
      return refuse("a caller who is shut out");
    }
    if (!addressAllowed) {
      return refuse("an address that is not registered");
    }
    if (!takeToken()) return rateLimited();
    const unsigned = signatureComplaint(request, account, now());
    if (unsigned !== null) return refuse(unsigned);
    if (request.headers.get("x-requested-by") !== account.vendorId) {
      return refuse("another seller in the header");
    }
    return null;
  }

  async function pass(request: Request, work: () => Promise<Response>): Promise<Response> {
    const refused = refusal(request);
    if (refused) return refused;
    const index = faults.findIndex(({ method }) => method === null || method === request.method);
    const fault = index < 0 ? null : faults.splice(index, 1)[0]?.fault;
    answered += 1;
    if (fault === "cut_before") return HttpResponse.error();
    if (fault === "rate_limited") return rateLimited();
    if (fault === "temp_failure") return trouble(400);
    const response = await work();
    switch (fault) {
      case "timeout_after":
        return new Promise<never>(() => undefined);
      case "cut_after":
        return HttpResponse.error();
      case "server_error":
        return trouble(500);
      case "garbage":
        return HttpResponse.html("<html>gateway</html>");
      case "no_id":
        return success("");
      case "nested":
        return success("OK", await response.json());
      default:
        return response;
    }
  }

  return {
    pass,
    /** The next request (of this method) meets the fault. */
    failNext: (fault: CoupangFault, method: "GET" | "POST" | "PUT" | "DELETE" | null = null) => {
      faults.push({ fault, method });
    },
    /** Shuts every caller out, as the mall does for about ten minutes. */
    block: (milliseconds = blockMilliseconds) => {
      blockedUntil = now() + milliseconds;
    },
    allowAddress: (allowed: boolean) => {
      addressAllowed = allowed;
    },
    /** Requests that got past the gateway. */
    answered: () => answered,
  };
}

function signatureComplaint(
  request: Request,
  { accessKey, secretKey }: CoupangAccount,
  time: number,
): RequestRule | null {
  const header = request.headers.get("authorization") ?? "";
  const fields = /^CEA algorithm=HmacSHA256, access-key=([^,]+), signed-date=(\d{6}T\d{6}Z), signature=([0-9a-f]{64})$/;
  const [, givenKey, date = "", given = ""] = fields.exec(header) ?? [];
  if (givenKey === undefined) return "no signature";
  if (givenKey !== accessKey) return "an unknown key";
  const [, yy, month, day, hour, minute, second] = /^(..)(..)(..)T(..)(..)(..)Z$/.exec(date) ?? [];
  const signedAt = Date.parse(`20${yy}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(Math.abs(time - signedAt) <= signatureMilliseconds)) return "a signature of another time";
  const { pathname, search } = new URL(request.url);
  const message = `${date}${request.method}${pathname}${search.slice(1)}`;
  const expected = createHmac("sha256", secretKey).update(message).digest("hex");
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given)) ? null : "a wrong signature";
}
