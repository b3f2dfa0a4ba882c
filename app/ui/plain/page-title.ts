import type { MetaFunction } from "@remix-run/node";
import { type Locale, type Sentence, say } from "#app/messages/sentence.ts";
import { shellMessages } from "#app/messages/shell.ts";

/** A route's `meta`: the tab's title, and for public pages what a search engine shows. */
export function pageTitle(title: Sentence, description?: Sentence): MetaFunction {
  return ({ matches }) => {
    const root = matches.find(({ id }) => id === "root")?.data as { locale: Locale } | undefined;
    const locale = root?.locale ?? "ko";
    return [
      { title: `${say(locale, title)} · ${say(locale, shellMessages.name)}` },
      ...(description ? [{ name: "description", content: say(locale, description) }] : []),
    ];
  };
}
