import { Form, Link, useLocation } from "@remix-run/react";
import type { Sentence } from "#app/messages/sentence.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { useLocale, useSentence } from "./locale.tsx";
import { Mark } from "./mark.tsx";

export interface BarLink {
  to: string;
  word: Sentence;
  /** Current only on this very address, not on those beneath it. */
  end?: boolean;
  /** Current on all addresses beneath this one, where its own is one among them. */
  under?: string;
}

interface TopBarProps {
  home: string;
  links: readonly BarLink[];
  /** Who is logged in; null shows the way to log in. */
  name: string | null;
}

export function TopBar({ home, links, name }: TopBarProps) {
  const t = useSentence();
  const { pathname } = useLocation();
  return (
    <header className="bar">
      <a className="skip" href="#content">
        {t(m.skip)}
      </a>
      <div className="wide bar-inside">
        <Link to={home} className="home">
          <Mark />
          {t(m.name)}
        </Link>
        {links.length > 0 && (
          <nav aria-label={t(m.mainNavigation)}>
            {links.map(({ word, ...link }) => {
              const current = isCurrent(link, pathname) && { "aria-current": "page" as const, ref: bringToMiddle };
              return (
                <Link key={link.to} to={link.to} {...current}>
                  {t(word)}
                </Link>
              );
            })}
          </nav>
        )}
        <div className="bar-end">
          {name !== null && (
            <Link to="/account" className="bar-name" reloadDocument>
              {name}
            </Link>
          )}
          <LanguageLink />
          {name === null ? (
            <Link to="/login">{t(m.logIn)}</Link>
          ) : (
            <Form method="post" action="/logout" reloadDocument>
              <button type="submit">{t(m.logOut)}</button>
            </Form>
          )}
        </div>
      </div>
    </header>
  );
}

/** Where the links are one long row. */
function bringToMiddle(link: HTMLAnchorElement | null): void {
  const row = link?.parentElement;
  if (row) row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}

function isCurrent({ to, end = false, under = to }: Omit<BarLink, "word">, pathname: string): boolean {
  return pathname === to || (!end && pathname.startsWith(`${under}/`));
}

/** This page in the other language; a plain link, so that it works without script and changes the whole document. */
function LanguageLink() {
  const t = useSentence();
  const other = useLocale() === "ko" ? "en" : "ko";
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  query.set("lang", other);
  return (
    <Link to={`${pathname}?${query}`} reloadDocument hrefLang={other} lang={other}>
      {t(m.otherLanguage)}
    </Link>
  );
}
