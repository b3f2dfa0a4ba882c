import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount, formatDate, formatDateTime, formatDisclosed, formatWon } from "#app/messages/format.ts";
import { endedSessionCookie, readSessionToken, sessionCookie } from "#app/web/cookies.ts";
import { detectLocale, localeCookie } from "#app/web/language.ts";
import { nextPage } from "#app/web/next-page.ts";
import { loggablePath } from "#app/web/request-log.ts";
import { isSameOrigin } from "#app/web/same-origin.ts";

describe("the language of a page", () => {
  const detect = (query: string | null, cookie?: string, acceptLanguage?: string) =>
    detectLocale({ query, cookie, acceptLanguage });

  it("is the one asked for, then the one chosen before, then the browser's, then Korean", () => {
    expect(detect("en", "lang=ko", "ko")).toBe("en");
    expect(detect(null, "a=b; lang=en", "ko")).toBe("en");
    expect(detect(null, undefined, "fr, en-GB;q=0.8, ko;q=0.3")).toBe("en");
    expect(detect(null, undefined, "en;q=0.2, ko-KR;q=0.9")).toBe("ko");
    expect(detect(null, undefined, "en;q=0, fr")).toBe("ko");
    expect(detect("zz", "lang=zz")).toBe("ko");
  });

  it("is Korean or English whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (query, cookie, accept) => {
        expect(["ko", "en"]).toContain(detect(query, cookie, accept));
      }),
    );
  });

  it("is kept only when it was chosen and is ours", () => {
    expect(localeCookie("en", true)).toBe("lang=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure");
    expect(localeCookie("x; Domain=elsewhere", false)).toBeNull();
    expect(localeCookie(null, false)).toBeNull();
  });
});

describe("the session's cookie", () => {
  it("is bound to this host on https and readable back", () => {
    const set = sessionCookie("token", { secure: true, maxAge: 60 });
    expect(set).toBe("__Host-session=token; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
    expect(readSessionToken("lang=ko; __Host-session=token", true)).toBe("token");
    expect(readSessionToken("session=token", true)).toBeUndefined();
    expect(readSessionToken("session=token", false)).toBe("token");
  });

  it("ends by an empty one", () => {
    expect(endedSessionCookie(false)).toContain("session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    expect(readSessionToken("session=", false)).toBeUndefined();
  });
});

describe("where a request comes from", () => {
  const publicUrl = "https://baekseon.example";
  it.each([
    [{ origin: publicUrl, fetchSite: "same-origin", host: "10.0.0.5:3000" }, true],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, true],
    [{ fetchSite: "same-origin", host: "localhost" }, true],
    [{ origin: "https://elsewhere.example", host: "baekseon.example" }, false],
    [{ origin: "http://baekseon.example.elsewhere.example", host: "baekseon.example" }, false],
    [{ origin: "null", host: "baekseon.example" }, false],
    [{ origin: publicUrl, fetchSite: "same-site", host: "baekseon.example" }, false],
    [{ fetchSite: "none", host: "baekseon.example" }, false],
    [{ host: "baekseon.example" }, false],
  ])("%j → %s", (headers, allowed) => {
    expect(isSameOrigin(headers, publicUrl)).toBe(allowed);
  });
});

describe("the page after logging in", () => {
  const next = (given: string) =>
    nextPage(new URL(`http://localhost/login?${new URLSearchParams({ next: given })}`), "/home");

  it("is ours", () => {
    expect(next("/merchant?page=2")).toBe("/merchant?page=2");
    for (const away of [
      "//elsewhere.example",
      "/\\elsewhere.example",
      "/.//elsewhere.example",
      "/a/..//elsewhere.example",
      "/./\\elsewhere.example",
      "https://elsewhere.example",
      "javascript:alert(1)",
      "",
    ]) {
      expect(next(away)).toBe("/home");
    }
  });

  it("never leads to another site, whatever is asked", () => {
    const pieces = fc.string({ unit: fc.constantFrom("/", "\\", ".", "..", "@", ":", "\t", "elsewhere.example") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), (given) => {
        expect(new URL(next(given), "http://localhost").origin).toBe("http://localhost");
      }),
    );
  });
});

describe("a logged path", () => {
  it("keeps ids and leaves secrets out", () => {
    const id = "0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b11";
    expect(loggablePath(`/office/people/${id}`)).toBe(`/office/people/${id}`);
    expect(loggablePath("/invitation/Zk3vXn0s8bTq2mYw7dLr5cUf1hJp9aGe")).toBe("/invitation/…");
  });
});

describe("won and days", () => {
  it("are written as the look says", () => {
    const evening = new Date("2026-11-22T15:05:00Z");
    expect(formatWon("ko", 12_000)).toBe("12,000원");
    expect(formatWon("en", -1_234_567)).toBe("-₩1,234,567");
    expect(formatCount(999)).toBe("999");
    expect(formatDate("ko", new Date("2026-11-22T05:00:00Z"))).toBe("2026. 11. 22.(일)");
    expect(formatDateTime("ko", evening)).toBe("2026. 11. 23.(월) 00:05");
    expect(formatDisclosed("ko", "2026-11-02")).toBe("2026. 11. 2.");
    expect(formatDisclosed("ko", "2026-01")).toBe("2026. 1.");
    expect(formatDisclosed("ko", "제조일부터 1년, 2026-01")).toBe("제조일부터 1년, 2026-01");
    expect(formatDate("en", evening)).toBe("23 Nov 2026 (Mon)");
  });
});
