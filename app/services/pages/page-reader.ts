import { Parser } from "htmlparser2";
import { fetchPublic, type Network } from "../fetching/fetch-public.ts";

/** What a page says to whoever opens it without logging in. */
export interface ReadPage {
  title: string;
  description: string;
  /** The words of its body, in one line; may hold menus too. */
  text: string;
  /** Addresses that it names as its author's. */
  authors: string[];
  /** How often it was seen, where it says so (schema.org's interaction count). */
  views: number | null;
  /** Behind redirects. */
  address: string;
}

/** `gone`: the page's own server says so. `unreadable`: it could not be asked, or shows nothing without a log-in. */
export type PageRead =
  | { outcome: "read"; page: ReadPage }
  | { outcome: "gone" }
  | { outcome: "unreadable"; detail: string };

export interface PageReader {
  read(address: string): Promise<PageRead>;
}

const limits = {
  maximumBytes: 3 * 1024 * 1024,
  timeoutMilliseconds: 15_000,
  accepts: (type: string | null) => type === null || /^(text\/html|application\/xhtml\+xml)/i.test(type),
};

/** Reads public pages over `network`, which must refuse what leads into our own. */
export function pageReader(network: Network): PageReader {
  return {
    async read(address) {
      const answer = await fetchPublic(address, limits, network);
      if (answer.outcome === "fetched") {
        const page = readHtml(decode(answer.bytes, answer.mediaType), answer.url);
        return page.title === "" && page.text === ""
          ? { outcome: "unreadable", detail: "an empty page" }
          : { outcome: "read", page };
      }
      if (answer.outcome === "failed" && /^status (404|410)$/.test(answer.detail)) return { outcome: "gone" };
      return { outcome: "unreadable", detail: `${answer.outcome}: ${answer.detail}` };
    },
  };
}

function decode(bytes: Buffer, mediaType: string | null): string {
  const head = bytes.subarray(0, 2048).toString("latin1");
  const named =
    /charset=["']?([\w-]+)/i.exec(mediaType ?? "")?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** What is no text of the page. */
const silent = new Set(["script", "style", "noscript", "template", "svg", "title"]);

export function readHtml(html: string, address: string): ReadPage {
  const page: ReadPage = { title: "", description: "", text: "", authors: [], views: null, address };
  const words: string[] = [];
  const scripts: string[] = [];
  let silence = 0;
  let within = "";
  const parser = new Parser(
    {
      onopentag(name, { property, name: named, itemprop, content = "", href = "", rel = "", type = "" }) {
        within = name === "script" && type === "application/ld+json" ? "ld" : name;
        if (within === "ld") scripts.push("");
        if (silent.has(name)) silence += 1;
        const key = (property ?? named ?? itemprop ?? "").toLowerCase();
        if (name === "meta" && ["og:title", "title"].includes(key) && content) page.title = content;
        if (
          name === "meta" &&
          ["og:description", "description"].includes(key) &&
          content.length > page.description.length
        )
          page.description = content;
        if (name === "meta" && key === "interactioncount" && /^\d+$/.test(content)) page.views = Number(content);
        if (name === "meta" && ["article:author", "og:article:author:url"].includes(key)) page.authors.push(content);
        if (name === "meta" && key === "channelid" && content) {
          page.authors.push(`https://www.youtube.com/channel/${content}`);
        }
        if (name === "link" && (itemprop === "url" || rel === "author") && href) page.authors.push(href);
      },
      ontext(text) {
        if (within === "title" && page.title === "") page.title += text;
        if (within === "ld" && scripts.length > 0) scripts[scripts.length - 1] += text;
        else if (silence === 0) words.push(text);
      },
      onclosetag(name) {
        if (silent.has(name)) silence = Math.max(0, silence - 1);
        within = "";
        words.push(" ");
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  for (const script of scripts) readLinkedData(script, page);
  page.title = page.title.replace(/\s+/g, " ").trim();
  page.text = words.join("").replace(/\s+/g, " ").trim();
  page.authors = page.authors.flatMap((one) => (URL.canParse(one, address) ? [new URL(one, address).href] : []));
  return page;
}

function readLinkedData(script: string, page: ReadPage): void {
  try {
    collect(JSON.parse(script), page, 0);
  } catch {
    // Other people's scripts are often broken; the page is read without.
  }
}

const deepest = 6;

function collect(node: unknown, page: ReadPage, depth: number): void {
  if (depth > deepest || typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) collect(one, page, depth + 1);
    return;
  }
  const told = node as Record<string, unknown>;
  for (const one of [told.author].flat()) {
    const url = (one as { url?: unknown } | undefined)?.url;
    if (typeof url === "string") page.authors.push(url);
  }
  const count = Number(told.interactionCount ?? told.userInteractionCount);
  if (Number.isSafeInteger(count) && count >= 0) page.views = Math.max(page.views ?? 0, count);
  collect(told.interactionStatistic, page, depth + 1);
  collect(told["@graph"], page, depth + 1);
}
