import { HttpResponse, type ResponseResolver } from "msw";
import { holdOpen } from "../hold-open.ts";
import { refuse, trouble } from "./refusals.ts";
import type { NaverCall, NaverFault, NaverWorld } from "./world.ts";

type Resolver = (request: Request, params: Record<string, string>) => Promise<Response> | Response;

/** Everything the gateway does around an API: address, faults, token, rate, and the headers on every answer. */
export function createGateway(world: NaverWorld) {
  const buckets = new Map<NaverCall, { tokens: number; at: number }>();

  return function behindGateway(name: NaverCall, resolver: Resolver): ResponseResolver {
    return async ({ request, params }) => {
      world.calls.set(name, (world.calls.get(name) ?? 0) + 1);
      const rate = world.options.requestsPerSecond ?? 20;
      const bucket = refill(buckets, name, rate, world.now());
      const fault = takeFault(world, name);
      const answer =
        refusedAddress(world) ??
        (fault && faultBefore(fault)) ??
        (name === "token" ? null : refusedToken(world, request)) ??
        spend(bucket) ??
        (await resolver(request, params as Record<string, string>));
      const told = fault ? await faultAfter(fault, answer, request.signal) : answer;
      if (told.type === "error") return told;
      told.headers.set("GNCP-GW-Trace-ID", crypto.randomUUID());
      told.headers.set("GNCP-GW-RateLimit-Replenish-Rate", String(rate));
      told.headers.set("GNCP-GW-RateLimit-Burst-Capacity", String(rate * 2));
      told.headers.set("GNCP-GW-RateLimit-Remaining", String(Math.floor(bucket.tokens)));
      return told;
    };
  };
}

function refill(buckets: Map<NaverCall, { tokens: number; at: number }>, name: NaverCall, rate: number, now: number) {
  const bucket = buckets.get(name) ?? { tokens: rate * 2, at: now };
  buckets.set(name, bucket);
  bucket.tokens = Math.min(rate * 2, bucket.tokens + ((now - bucket.at) / 1000) * rate);
  bucket.at = now;
  return bucket;
}

/** No `Retry-After`: the mall does not promise one. */
function spend(bucket: { tokens: number }): Response | null {
  if (bucket.tokens < 1) return refuse("more than the allowed requests a second");
  bucket.tokens -= 1;
  return null;
}

function refusedAddress({ switches }: NaverWorld): Response | null {
  return switches.addressNotAllowed ? refuse("an address that is not registered") : null;
}

function refusedToken({ tokens, switches, now }: NaverWorld, request: Request): Response | null {
  const value = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  const endsAt = value ? tokens.get(value) : undefined;
  if (!switches.groupMissing && endsAt !== undefined && endsAt > now()) return null;
  return refuse("no token that may do this");
}

function takeFault({ faults }: NaverWorld, name: NaverCall): NaverFault | null {
  const index = faults.findIndex(({ on }) => (on ? on === name : name !== "token"));
  return index < 0 ? null : (faults.splice(index, 1)[0] ?? null);
}

function faultBefore({ kind }: NaverFault): Response | null {
  if (kind === "429") return refuse("more than the allowed requests a second");
  if (kind === "quota") return refuse("a spent quota");
  if (kind === "500" || kind === "503") return trouble(kind === "500" ? 500 : 503);
  if (kind === "401") return refuse("no token that may do this");
  return kind === "cut" ? HttpResponse.error() : null;
}

async function faultAfter({ kind }: NaverFault, answer: Response, signal: AbortSignal): Promise<Response> {
  if (kind === "cut-after") return HttpResponse.error();
  if (kind === "503-after") return trouble(503);
  if (kind === "unreadable-after") return HttpResponse.text("<html>점검 중</html>");
  if (kind === "timeout-after") await holdOpen(signal);
  return answer;
}
