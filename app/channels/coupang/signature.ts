import { createHmac } from "node:crypto";

export interface SignedRequest {
  method: string;
  /** The API's own path, without any prefix of the address it is reached under. */
  path: string;
  /** Exactly as sent, without the question mark; empty when there is none. */
  query: string;
}

/** `260102T030405Z`: two-digit year, UTC. */
export function signedDate(now: Date): string {
  return `${now.toISOString().slice(2, 19).replace(/[-:]/g, "")}Z`;
}

/** Lower-case hex. */
export function signature({ method, path, query }: SignedRequest, secretKey: string, date: string): string {
  return createHmac("sha256", secretKey).update(`${date}${method}${path}${query}`).digest("hex");
}

export function authorization(
  request: SignedRequest,
  keys: { accessKey: string; secretKey: string },
  date: string,
): string {
  const signed = signature(request, keys.secretKey, date);
  return `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${date}, signature=${signed}`;
}
