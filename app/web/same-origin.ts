import type { RequestHandler } from "express";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from our own pages. Every browser says where it posts from; a
 * request that says nothing is refused as well.
 */
export function isSameOrigin(
  headers: { origin?: string | undefined; fetchSite?: string | undefined; host?: string | undefined },
  publicUrl: string,
): boolean {
  const { origin, fetchSite, host } = headers;
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false;
  if (origin === undefined) return fetchSite === "same-origin";
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || new URL(origin).origin === new URL(publicUrl).origin;
}

/** Refuses with 403 what another site makes a visitor's browser send; together with SameSite cookies, no form needs a token. */
export function sameOriginOnly(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    const headers = {
      origin: request.get("origin"),
      fetchSite: request.get("sec-fetch-site"),
      host: request.get("host"),
    };
    if (harmless.has(request.method) || isSameOrigin(headers, publicUrl)) next();
    else response.status(403).type("text/plain").send("cross-site request refused\n");
  };
}
