import type { lookup } from "node:dns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fetchPublic,
  isPublicAddress,
  type Network,
  pinned,
  type Response,
} from "#app/services/fetching/fetch-public.ts";

const limits = { maximumBytes: 10, timeoutMilliseconds: 2_000 };

interface Page {
  status?: number;
  location?: string;
  body?: string[];
  length?: string;
}

/** Hosts with their addresses, pages by their url; notes what was asked of whom. */
function networkOf(hosts: Record<string, string[]>, pages: Record<string, Page>) {
  const asked: string[] = [];
  const network: Network = {
    resolve: async (host) => hosts[host] ?? Promise.reject(new Error("ENOTFOUND")),
    send: async (url, address): Promise<Response> => {
      asked.push(`${address} ${url.href}`);
      const { status = 200, location, body = [], length } = pages[url.href] ?? { status: 404 };
      return {
        status,
        headers: { location, "content-type": "image/jpeg", "content-length": length },
        body: (async function* () {
          for (const part of body) yield Buffer.from(part);
        })(),
        discard: () => asked.push("discarded"),
      };
    },
  };
  return { network, asked };
}

test("a public photo is fetched from the address that was checked", async () => {
  const { network, asked } = networkOf(
    { "x.kr": ["1.2.3.4", "2001:4860::1"] },
    { "https://x.kr/a.jpg": { body: ["12345", "67890"] } },
  );
  expect(await fetchPublic("https://x.kr/a.jpg", limits, network)).toEqual({
    outcome: "fetched",
    bytes: Buffer.from("1234567890"),
    mediaType: "image/jpeg",
    url: "https://x.kr/a.jpg",
  });
  expect(asked).toEqual(["1.2.3.4 https://x.kr/a.jpg", "discarded"]);
});

describe("blocked before anything is asked", () => {
  const hosts = {
    "in.kr": ["10.0.0.5"],
    "half.kr": ["1.2.3.4", "127.0.0.1"],
    "mapped.kr": ["::ffff:192.168.0.1"],
    "meta.kr": ["169.254.169.254"],
  };
  test.each([
    "http://x.kr/a.jpg",
    "ftp://x.kr/a.jpg",
    "file:///etc/passwd",
    "nonsense",
    "https://me:secret@x.kr/",
    ...Object.keys(hosts).map((host) => `https://${host}/`),
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fd00::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[::127.0.0.1]/",
    "https://[2002:7f00:1::]/",
    "https://[fec0::1]/",
    "https://0.0.0.0/",
  ])("%s", async (url) => {
    const { network, asked } = networkOf(hosts, {});
    expect(await fetchPublic(url, limits, network)).toMatchObject({ outcome: "blocked" });
    expect(asked).toEqual([]);
  });
});

describe("redirects", () => {
  const hosts = { "x.kr": ["1.2.3.4"], "in.kr": ["10.0.0.5"] };

  test("three are followed, the fourth is not", async () => {
    const pages: Record<string, Page> = { "https://x.kr/0": { body: ["ok"] } };
    for (let step = 1; step <= 4; step += 1) pages[`https://x.kr/${step}`] = { status: 302, location: `/${step - 1}` };
    const { network, asked } = networkOf(hosts, pages);
    expect(await fetchPublic("https://x.kr/3", limits, network)).toMatchObject({
      outcome: "fetched",
      url: "https://x.kr/0",
    });
    expect(asked.filter((one) => one === "discarded")).toHaveLength(4);
    expect(await fetchPublic("https://x.kr/4", limits, network)).toMatchObject({ outcome: "failed" });
  });

  test.each(["https://in.kr/", "http://x.kr/", "https://[::1]/"])("to %s is blocked", async (location) => {
    const { network, asked } = networkOf(hosts, { "https://x.kr/": { status: 301, location } });
    expect(await fetchPublic("https://x.kr/", limits, network)).toMatchObject({ outcome: "blocked" });
    expect(asked).toHaveLength(2);
  });
});

describe("what goes wrong", () => {
  const hosts = { "x.kr": ["1.2.3.4"], "empty.kr": [] };

  test.each([
    ["a stated length", { length: "11" }],
    ["a body that goes on", { body: ["12345", "67890", "1"] }],
  ])("%s beyond the limit", async (_, page) => {
    const { network, asked } = networkOf(hosts, { "https://x.kr/": page });
    expect(await fetchPublic("https://x.kr/", limits, network)).toMatchObject({ outcome: "too_large" });
    expect(asked.at(-1)).toBe("discarded");
  });

  test.each(["https://nobody.kr/", "https://empty.kr/", "https://x.kr/404"])("%s fails", async (url) => {
    expect(await fetchPublic(url, limits, networkOf(hosts, {}).network)).toMatchObject({ outcome: "failed" });
  });

  test("a host that never answers fails in time", async () => {
    const network: Network = { ...networkOf(hosts, {}).network, resolve: () => new Promise(() => undefined) };
    const answer = await fetchPublic("https://x.kr/", { ...limits, timeoutMilliseconds: 30 }, network);
    expect(answer).toMatchObject({ outcome: "silent" });
  });

  test("what calls itself something else is not read", async () => {
    const { network, asked } = networkOf(hosts, { "https://x.kr/": { body: ["12345"] } });
    const accepts = (mediaType: string | null) => mediaType !== "image/jpeg";
    const answer = await fetchPublic("https://x.kr/", { ...limits, accepts }, network);
    expect(answer).toEqual({ outcome: "wrong_type", detail: "image/jpeg" });
    expect(asked.at(-1)).toBe("discarded");
  });
});

test("no address of a private, local or reserved range is public", () => {
  const inside = fc.oneof(
    fc.tuple(fc.constantFrom(10, 127, 0), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join(".")),
    fc.tuple(fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)).map((parts) => `172.${parts.join(".")}`),
    fc.tuple(fc.constantFrom("192.168", "169.254", "100.64"), fc.nat(255), fc.nat(255)).map((parts) => parts.join(".")),
  );
  fc.assert(
    fc.property(inside, (address) => {
      expect([isPublicAddress(address), isPublicAddress(`::ffff:${address}`)]).toEqual([false, false]);
    }),
  );
  expect(["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "nonsense"].map(isPublicAddress)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test("a pinned look-up gives the checked address whatever the host", async () => {
  const answers = await Promise.all(
    [{ all: true as const }, {}].map(
      (options) =>
        new Promise((resolve) => {
          const look = pinned("1.2.3.4") as unknown as typeof lookup;
          look("evil.kr", options as { all: true }, (_error, ...answer: unknown[]) => resolve(answer));
        }),
    ),
  );
  expect(answers).toEqual([[[{ address: "1.2.3.4", family: 4 }]], ["1.2.3.4", 4]]);
});
