import { type Locale, locales } from "#app/messages/sentence.ts";
import { readCookie } from "./cookies.ts";

const cookieName = "lang";
const year = 365 * 24 * 60 * 60;

function known(tag: string | null | undefined): Locale | undefined {
  return locales.find((locale) => locale === tag?.toLowerCase().split("-")[0]);
}

/** The best of ours among `Accept-Language`'s wishes; undefined when none is ours. */
function wished(header: string | undefined): Locale | undefined {
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag, ...params] = part.trim().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((value) => value !== undefined);
      return { locale: known(tag?.trim()), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ locale, quality }) => locale !== undefined && quality > 0)
    .sort((left, right) => right.quality - left.quality)[0]?.locale;
}

/** `?lang=` of this request, then the choice made earlier, then what the browser asks for, then Korean. */
export function detectLocale(asked: {
  query: string | null;
  cookie: string | undefined;
  acceptLanguage: string | undefined;
}): Locale {
  return (
    known(asked.query) ?? known(readCookie(asked.cookie, cookieName)) ?? wished(asked.acceptLanguage) ?? locales[0]
  );
}

/** A `Set-Cookie` that keeps the choice made by `?lang=`, or null when none was made. */
export function localeCookie(query: string | null, secure: boolean): string | null {
  const locale = known(query);
  return locale ? `${cookieName}=${locale}; Path=/; Max-Age=${year}; SameSite=Lax${secure ? "; Secure" : ""}` : null;
}
