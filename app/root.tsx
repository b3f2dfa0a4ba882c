import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { shellMessages } from "./messages/shell.ts";
import { ErrorPage, errorWords } from "./ui/plain/error-page.tsx";
import { useLocale, useSentence } from "./ui/plain/locale.tsx";
import { useNonce } from "./ui/plain/nonce.tsx";
import pieceStyles from "./ui/plain/pieces.css?url";
import plainStyles from "./ui/plain/plain.css?url";
import tokens from "./ui/plain/tokens.css?url";
import { allow } from "./web/allow.server.ts";
import { rarelyChanged } from "./web/rarely-changed.ts";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "stylesheet", href: tokens },
  { rel: "stylesheet", href: plainStyles },
  { rel: "stylesheet", href: pieceStyles },
];

/** The language for titles, which Remix makes outside of React; the name for the pages that say something went wrong. */
export const loader = allow("public", ({ locale, account }) => ({ locale, name: account?.name ?? null }));

export const shouldRevalidate = rarelyChanged;

/** What a route's `handle` may say. */
interface Handle {
  /** False: the page is complete as HTML and gets no script at all. */
  scripts?: boolean;
}

export default function Root() {
  const bare = useMatches().some(({ handle }) => (handle as Handle | undefined)?.scripts === false);
  return (
    <Shell scripts={!bare}>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const name = useRouteLoaderData<typeof loader>("root")?.name ?? null;
  const t = useSentence();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <Shell scripts={false} title={`${t(errorWords(status).title)} · ${t(shellMessages.name)}`}>
      <ErrorPage status={status} name={name} />
    </Shell>
  );
}

interface ShellProps {
  scripts: boolean;
  /** Instead of the route's own. */
  title?: string;
  children: ReactNode;
}

function Shell({ scripts, title, children }: ShellProps) {
  const locale = useLocale();
  const nonce = useNonce();
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf9f4" />
        {title ? <title>{title}</title> : <Meta />}
        <Links />
      </head>
      <body>
        {children}
        {scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}
