import { data, redirect } from "@remix-run/node";
import { requestLoginCode } from "#app/domain/account/request-login-code.ts";
import { homes } from "#app/routes.ts";
import { allow } from "#app/web/allow.server.ts";
import { entrySettings } from "#app/web/log-in.server.ts";
import { destinationCookie } from "#app/web/login-destination.ts";

/** Who is somebody already goes to their own pages. */
export const loadJoin = allow("public", ({ account }) => {
  if (account) throw redirect(homes[account.role]);
  return null;
});

/** Answers alike whether or not the number or address is somebody's already: who proves it goes in or begins at `next`. */
export function askToJoin(by: "phone" | "email", next: string) {
  return allow("public", async ({ request, database, config, clientAddress, locale, secure }) => {
    const destination = String((await request.formData()).get("destination") ?? "");
    const asked = { by, destination, joining: true } as const;
    const outcome = await requestLoginCode(
      database,
      { ...asked, address: clientAddress, locale },
      entrySettings({ config }),
    );
    if (!outcome.ok) return data({ destination, issues: outcome.issues }, { status: 422 });
    throw redirect(`/login/code?${new URLSearchParams({ next })}`, {
      headers: { "Set-Cookie": destinationCookie(asked, secure) },
    });
  });
}
