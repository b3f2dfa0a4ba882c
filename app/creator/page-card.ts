import type { MetaDescriptor } from "@remix-run/node";
import type { WebPicture } from "#app/domain/picture/load-web-pictures.ts";
import { type Locale, locales, say } from "#app/messages/sentence.ts";
import { shellMessages } from "#app/messages/shell.ts";

/** What a public page tells of itself to browsers, search engines and those who share it. */
export interface PageCard {
  locale: Locale;
  title: string;
  description: string;
  /** Its one address, absolute and without a language. */
  address: string;
  image: SharedImage | null;
  /** What the page is about, in the words of schema.org. */
  data?: object | null;
}

export interface SharedImage {
  /** Absolute. */
  address: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What is to be seen, for those who cannot. */
  alt: string;
}

/** A picture's card as those who share its page get it. */
export function sharedImage(
  webUrl: string,
  picture: Pick<WebPicture, "card"> | null | undefined,
  alt: string,
): SharedImage | null {
  if (!picture) return null;
  const { path, width, height } = picture.card;
  return { address: webUrl + path, width, height, alt };
}

export function pageCard({ locale, title, description, address, image, data }: PageCard): MetaDescriptor[] {
  const site = say(locale, shellMessages.name);
  return [
    { title: `${title} · ${site}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: address },
    ...locales.map((other) => ({
      ...{ tagName: "link" as const, rel: "alternate", hrefLang: other },
      href: inLanguage(address, other),
    })),
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: site },
    { property: "og:locale", content: locale === "ko" ? "ko_KR" : "en_US" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: address },
    ...(image
      ? [
          { property: "og:image", content: image.address },
          { property: "og:image:width", content: String(image.width) },
          { property: "og:image:height", content: String(image.height) },
          { property: "og:image:alt", content: image.alt },
        ]
      : []),
    // A block of data, not a script: nothing runs it, and the policy for scripts does not concern it.
    ...(data ? [{ "script:ld+json": data as Record<string, never> }] : []),
    { name: "twitter:card", content: image ? "summary_large_image" : "summary" },
  ];
}

function inLanguage(address: string, locale: Locale): string {
  const url = new URL(address);
  url.searchParams.set("lang", locale);
  return url.href;
}

/** Cut at a word, for what shows one or two lines only. */
export function shortened(text: string, longest = 150): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, line.lastIndexOf(" ", longest) + 1 || longest).trim()}…`;
}
