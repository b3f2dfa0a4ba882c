/** One cookie's text out of a `Cookie` header. */
export function readCookie(header: string | undefined | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** `__Host-` binds the cookie to this very host; browsers take it over https only, so http://localhost goes without. */
function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-session" : "session";
}

export function readSessionToken(cookieHeader: string | undefined | null, secure: boolean): string | undefined {
  return readCookie(cookieHeader, sessionCookieName(secure)) || undefined;
}

/** A `Set-Cookie` that opens a session; `maxAge` in seconds. */
export function sessionCookie(token: string, { secure, maxAge }: { secure: boolean; maxAge: number }): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
  return `${sessionCookieName(secure)}=${token}; ${attributes}`;
}

/** A `Set-Cookie` that makes the browser forget its session. */
export function endedSessionCookie(secure: boolean): string {
  return sessionCookie("", { secure, maxAge: 0 });
}
