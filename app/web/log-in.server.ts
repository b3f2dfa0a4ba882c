import { redirect } from "@remix-run/node";
import type { EntrySettings } from "#app/domain/account/entry.ts";
import type { OpenedSession } from "#app/domain/account/open-session.ts";
import { homes } from "../routes.ts";
import { sessionCookie } from "./cookies.ts";
import type { LoadContext } from "./load-context.ts";
import { endedDestinationCookie } from "./login-destination.ts";
import { nextPage } from "./next-page.ts";

type Door = Pick<LoadContext, "config" | "secure">;

export function entrySettings({ config }: Pick<Door, "config">): EntrySettings & { publicUrl: string } {
  return { secret: config.sessionSecret, allowDemonstration: !config.production, publicUrl: config.webUrl };
}

/** The answer to somebody who has just proved who they are: the cookie, and on to where they wanted to go. */
export function welcome(
  { token, expiresAt, account }: OpenedSession,
  { secure }: Pick<Door, "secure">,
  url: URL,
): Response {
  const headers = new Headers();
  const maxAge = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
  headers.append("Set-Cookie", sessionCookie(token, { secure, maxAge }));
  headers.append("Set-Cookie", endedDestinationCookie(secure));
  return redirect(nextPage(url, homes[account.role]), { headers });
}
