import { redirect } from "@remix-run/node";
import { endSession } from "#app/domain/account/end-session.ts";
import { allow } from "#app/web/allow.server.ts";
import { endedSessionCookie, readSessionToken } from "#app/web/cookies.ts";

/** Only a form logs out; a picture or a link that leads here does nothing. */
export const loader = allow("public", () => redirect("/"));

export const action = allow("public", async ({ request, database, secure }) => {
  const token = readSessionToken(request.headers.get("cookie"), secure);
  if (token) await endSession(database, token);
  return redirect("/login", { headers: { "Set-Cookie": endedSessionCookie(secure) } });
});
