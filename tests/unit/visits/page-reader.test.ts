import { describe, expect, it } from "vitest";
import type { Network } from "#app/services/fetching/fetch-public.ts";
import { pageReader, readHtml } from "#app/services/pages/page-reader.ts";

const address = "https://blog.naver.com/nari/1";

describe("a page", () => {
  it("is read as people see it: title, description and words, not scripts", () => {
    const page = readHtml(
      `<html><head><title>기름집 &amp; 나</title><meta property="og:title" content="기름집에 다녀왔어요">
       <meta name="description" content="고소한 냄새"><style>p{}</style></head>
       <body><script>secret()</script><p>첫 줄</p><noscript>없음</noscript><p>둘째 줄</p></body></html>`,
      address,
    );
    expect(page).toMatchObject({
      title: "기름집에 다녀왔어요",
      description: "고소한 냄새",
      text: "첫 줄 둘째 줄",
      views: null,
    });
  });

  it("tells its author and how often it was seen, where it says so", () => {
    const page = readHtml(
      `<title>x</title><link itemprop="url" href="http://www.youtube.com/@nari">
       <script type="application/ld+json">{"@type":"VideoObject","author":{"url":"/@nari"},
       "interactionStatistic":{"@type":"InteractionCounter","userInteractionCount":"1234"}}</script>`,
      "https://www.youtube.com/watch?v=1",
    );
    expect(page.authors).toEqual(["http://www.youtube.com/@nari", "https://www.youtube.com/@nari"]);
    expect(page.views).toBe(1234);
  });

  it("is read also where its scripts are broken and its tags are open", () => {
    const page = readHtml('<title>x<script type="application/ld+json">{broken</script><p>끝', address);
    expect(page.authors).toEqual([]);
  });
});

describe("the reader", () => {
  const network = (status: number, body = "<title>x</title>", addresses = ["93.184.216.34"]): Network => ({
    resolve: async () => addresses,
    send: async () => ({
      status,
      headers: { "content-type": "text/html" },
      body: (async function* () {
        yield Buffer.from(body);
      })(),
      discard: () => {},
    }),
  });

  it.each([
    [200, "read"],
    [404, "gone"],
    [410, "gone"],
    [403, "unreadable"],
    [429, "unreadable"],
    [500, "unreadable"],
  ])("takes %i for %s", async (status, outcome) => {
    expect(await pageReader(network(status)).read(address)).toMatchObject({ outcome });
  });

  it("never asks what leads into our own network", async () => {
    expect(await pageReader(network(200, "x", ["10.0.0.1"])).read(address)).toMatchObject({ outcome: "unreadable" });
    expect(await pageReader(network(200)).read("https://127.0.0.1/")).toMatchObject({ outcome: "unreadable" });
    expect(await pageReader(network(200)).read("http://blog.naver.com/nari")).toMatchObject({ outcome: "unreadable" });
  });
});
