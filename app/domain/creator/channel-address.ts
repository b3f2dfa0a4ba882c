import type { Platform } from "#app/services/database/generated/enums.ts";
import { isPublicAddress } from "#app/services/fetching/fetch-public.ts";
import { slipsToBegin } from "#app/services/search/likeness.ts";
import { type Issue, issue } from "../issue/issue.ts";

export const platforms = ["youtube", "naver_blog", "instagram", "tiktok", "other"] as const satisfies Platform[];

/** Where each platform's channels live. */
const hosts: Record<Exclude<Platform, "other">, { site: string; own: readonly string[] }> = {
  youtube: { site: "youtube.com", own: ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"] },
  naver_blog: { site: "naver.com", own: ["blog.naver.com", "m.blog.naver.com"] },
  instagram: { site: "instagram.com", own: ["instagram.com", "www.instagram.com", "m.instagram.com"] },
  tiktok: { site: "tiktok.com", own: ["tiktok.com", "www.tiktok.com", "m.tiktok.com"] },
};

/** What apps share in place of an address: it would have to be followed to know what is meant. */
const shortening = new Set(["naver.me", "vm.tiktok.com", "vt.tiktok.com", "instagr.am", "bit.ly", "me2.do"]);

/** Platforms whose descriptions can be read without logging in there. */
export const readablePlatforms: readonly Platform[] = ["youtube", "naver_blog", "other"];

type Read<Result> = { ok: true; result: Result } | { ok: false; issues: Issue[] };

/**
 * A channel's one address as we keep it: `https://blog.naver.com/name`, whatever of its forms was pasted. Refused are addresses that
 * are not public, that look like a platform's and are not, and those of a single post.
 */
export function readChannelAddress(platform: Platform, typed: string, field = "address"): Read<string> {
  const read = readAddress(platform, typed, field);
  if (!read.ok) return read;
  const name = channelName(platform, read.result);
  if (name === null) return { ok: false, issues: [issue("channel_address.no_channel", { field })] };
  return { ok: true, result: name };
}

/** The one address of something published on a platform, however it was shared. Refused is what is no single post or film. */
export function readContentAddress(platform: Platform, typed: string, field = "address"): Read<string> {
  const read = readAddress(platform, typed, field);
  if (!read.ok) return read;
  const post = postAddress(platform, read.result);
  if (post === null) return { ok: false, issues: [issue("channel_address.no_post", { field })] };
  return { ok: true, result: post };
}

/** What tells one post from another where nobody knows the platform. */
const kept = ["v", "logNo", "blogId", "id", "p", "no", "idx"];

function postAddress(platform: Platform, url: URL): string | null {
  const [first = "", second = "", third = ""] = segments(url);
  switch (platform) {
    case "youtube": {
      if (first === "post") return /^[\w-]{6,}$/.test(second) ? `https://www.youtube.com/post/${second}` : null;
      const [film] =
        url.hostname === "youtu.be"
          ? [first]
          : ["shorts", "live", "embed"].includes(first)
            ? [second]
            : url.searchParams.getAll("v");
      return /^[\w-]{6,}$/.test(film ?? "") ? `https://www.youtube.com/watch?v=${film}` : null;
    }
    case "naver_blog": {
      const { blog, number } = naverPost(url);
      return blog !== "" && /^\d+$/.test(number) ? `https://blog.naver.com/${blog}/${number}` : null;
    }
    case "instagram": {
      const [name, form, code] = pictureForms.includes(first) ? ["", first, second] : [first, second, third];
      if (!pictureForms.includes(form) || !/^[\w-]+$/.test(code)) return null;
      return `https://www.instagram.com/${name && `${name.toLowerCase()}/`}p/${code}/`;
    }
    case "tiktok": {
      const isPost = first.startsWith("@") && ["video", "photo"].includes(second) && /^\d+$/.test(third);
      return isPost ? `https://www.tiktok.com/${first.toLowerCase()}/${second}/${third}` : null;
    }
    case "other": {
      const plain = new URL(url);
      plain.hash = "";
      for (const name of [...plain.searchParams.keys()]) if (!kept.includes(name)) plain.searchParams.delete(name);
      return plain.href;
    }
  }
}

const pictureForms = ["p", "reel", "reels", "tv"];

/** `blog.naver.com/name/223` and `PostView.naver?blogId=name&logNo=223`; what else an address is given counts for nothing there. */
function naverPost(url: URL): { blog: string; number: string } {
  const [first = "", second = ""] = segments(url);
  const byQuery = first.endsWith(".naver");
  const blog = (byQuery ? (url.searchParams.get("blogId") ?? "") : first).toLowerCase();
  return { blog, number: byQuery ? (url.searchParams.get("logNo") ?? "") : second };
}

/**
 * Whether content is of a channel, by its address alone: on some platforms it carries the channel's name, on others (YouTube's films,
 * Instagram's posts) only the page itself tells.
 */
export function contentOf(channelAddress: string, contentAddress: string): "own" | "other" | "unknown" {
  const channel = new URL(channelAddress);
  const content = new URL(contentAddress);
  if (siteOf(channel.hostname) !== siteOf(content.hostname)) return "other";
  const name = segments(channel)[0]?.toLowerCase() ?? "";
  const [first = "", second = ""] = segments(content).map((one) => one.toLowerCase());
  switch (siteOf(content.hostname)) {
    case "naver.com":
      return naverPost(content).blog === name ? "own" : "other";
    case "tiktok.com":
      return first === name ? "own" : "other";
    case "instagram.com":
      if (pictureForms.includes(first)) return "unknown";
      return first === name && second !== "" ? "own" : "other";
    case "youtube.com":
      return "unknown";
    default:
      return content.hostname === channel.hostname && isBelow(channel.pathname, content) ? "own" : "other";
  }
}

/** `/@nari/1` is below `/@nari`, and `/@narilike/1` is not; nor is the channel's own page a post of it, unless it is asked for one. */
function isBelow(home: string, { pathname, search }: URL): boolean {
  const within = home.endsWith("/") ? home : `${home}/`;
  if (`${pathname}/` === within || pathname === within) return search !== "";
  return pathname.startsWith(within);
}

/** Whether the authors that a page names are another channel: a name and a number of the same one cannot be compared. */
export function namesAnother(platform: Platform, channelAddress: string, authors: readonly string[]): boolean {
  // Elsewhere a post's own address says whose it is, and what its page calls the author's may be any page of theirs.
  if (platform !== "youtube" && platform !== "instagram") return false;
  const isNumber = (address: string) => address.includes("/channel/");
  const named = authors.flatMap((author) => {
    const read = readChannelAddress(platform, author.replace(/^http:/, "https:"));
    return read.ok && isNumber(read.result) === isNumber(channelAddress) ? [read.result] : [];
  });
  return named.length > 0 && !named.includes(channelAddress);
}

function readAddress(platform: Platform, typed: string, field: string): Read<URL> {
  const wrong = (code: Parameters<typeof issue>[0], params: Record<string, string> = {}) => ({
    ok: false as const,
    issues: [issue(code, { field }, { params, raw: typed })],
  });
  const text = typed.normalize("NFKC").trim();
  if (text.length > 500 || !URL.canParse(text)) return wrong("channel_address.unreadable");
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, "");
  if (url.protocol !== "https:") return wrong("channel_address.not_https");
  if (isPrivateHost(host) || url.username !== "" || url.password !== "" || url.port !== "") {
    return wrong("channel_address.private", { host });
  }
  // Letters of other scripts come out as xn--: a domain can be spelt with Cyrillic ones that look the same.
  if (host.split(".").some((label) => label.startsWith("xn--")))
    return wrong("channel_address.foreign_letters", { host });
  if (shortening.has(host)) return wrong("channel_address.shortened", { host });
  const genuine = Object.values(hosts).find(({ own }) => own.includes(host));
  if (!genuine) {
    const meant = Object.values(hosts).find(({ site }) => looksLike(host, site));
    if (meant) return wrong("channel_address.look_alike", { host, meant: meant.site });
  }
  if (platform !== "other" && !hosts[platform].own.includes(host))
    return wrong("channel_address.other_platform", { host });
  if (platform === "other" && genuine) return wrong("channel_address.other_platform", { host });
  url.hostname = host;
  return { ok: true, result: url };
}

/** By its name alone; what the name leads to is looked at when it is fetched. */
function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$/.test(bare) || bare.includes(":")) return !isPublicAddress(bare);
  return !bare.includes(".") || /\.(local|localhost|internal|lan|home|corp|test|invalid|onion)$/.test(bare);
}

const twins: readonly [RegExp, string][] = [
  [/0/g, "o"],
  [/1/g, "l"],
  [/5/g, "s"],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/-/g, ""],
];

function looksLike(host: string, site: string): boolean {
  const bare = host.replace(/^(www|m|blog)\./, "");
  const folded = twins.reduce((text, [seen, meant]) => text.replace(seen, meant), bare);
  const brand = site.slice(0, site.indexOf("."));
  if (bare === site || host.endsWith(`.${site}`)) return false;
  if (folded.split(".").some((label) => label.includes(brand))) return true;
  return Math.abs(folded.length - site.length) <= 2 && slipsToBegin(folded, site) <= 2;
}

/** The channel's address of any of its pages' forms; null for a post's and for a platform's own pages. */
function channelName(platform: Platform, url: URL): string | null {
  const [first = "", second = ""] = segments(url);
  switch (platform) {
    case "youtube":
      // Handles are in the letters of any language.
      if (/^@[\p{L}\p{N}\p{M}_.·-]{3,}$/u.test(first)) return `https://www.youtube.com/${first.toLowerCase()}`;
      return first === "channel" && /^UC[\w-]{22}$/.test(second) ? `https://www.youtube.com/channel/${second}` : null;
    case "naver_blog": {
      const name = first === "PostList.naver" ? (url.searchParams.get("blogId") ?? "") : second ? "" : first;
      return /^[\w-]{3,}$/.test(name) ? `https://blog.naver.com/${name.toLowerCase()}` : null;
    }
    case "instagram":
      return /^[\w.]{2,}$/.test(first) && !second && !["p", "reel", "reels", "explore"].includes(first)
        ? `https://www.instagram.com/${first.toLowerCase()}/`
        : null;
    case "tiktok":
      return /^@[\w.]{2,}$/.test(first) && !second ? `https://www.tiktok.com/${first.toLowerCase()}` : null;
    case "other":
      return `https://${url.hostname}${url.pathname.replace(/\/+$/, "") || "/"}`;
  }
}

function siteOf(host: string): string {
  return Object.values(hosts).find(({ own }) => own.includes(host))?.site ?? host;
}

function segments(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean).map(readable);
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
