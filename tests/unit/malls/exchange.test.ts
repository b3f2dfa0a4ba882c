import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callMall, NoReply } from "#app/channels/call-mall.ts";
import { collectExchanges, type Exchange } from "#app/channels/exchange.ts";
import { guardSending } from "#app/channels/send-guard.ts";
import { ownPace } from "#app/services/pace/own-pace.ts";

const secret = "s3cret-key";
const server = setupServer(
  http.post("https://mall.example/echo", async ({ request }) =>
    HttpResponse.text(`you said ${await request.text()}`, { headers: { "x-request-id": "R-1" } }),
  ),
  http.post("https://mall.example/token", () => HttpResponse.json({ access_token: "fresh-token" })),
  http.put("https://mall.example/refuse", async ({ request }) =>
    HttpResponse.text(`no to ${await request.text()} (가)`, { status: 400 }),
  ),
  http.get("https://mall.example/cut", () => HttpResponse.error()),
);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

const caller = {
  baseUrl: "https://mall.example",
  pace: ownPace({ perSecond: 1_000, capacity: 100 }),
  timeoutMilliseconds: 5_000,
  secrets: [secret],
  requestIdHeader: "x-request-id",
};

async function exchangesOf(work: () => Promise<unknown>): Promise<Exchange[]> {
  let kept: Exchange[] = [];
  await collectExchanges(work, async (exchanges) => {
    kept = exchanges;
  }).catch((error: unknown) => {
    if (!(error instanceof NoReply)) throw error;
  });
  return kept;
}

test("what was said is kept with the mall's own number, cut short and without the key", async () => {
  const body = JSON.stringify({ key: secret, text: "가".repeat(10_000) });
  const [exchange] = await exchangesOf(() => callMall(caller, { method: "POST", path: `/echo?key=${secret}`, body }));
  expect(exchange).toMatchObject({ method: "POST", address: "/echo?key=…", status: 200, requestId: "R-1" });
  expect(exchange?.request).toMatch(/^\{"key":"…","text":"가+…$/);
  expect(exchange?.answer).toMatch(/^you said \{"key":"…"/);
  expect(exchange?.request?.length).toBeLessThan(4_010);
});

test("of a token's request neither side is kept; files are told by name and size", async () => {
  const form = new FormData();
  form.append("imageFiles", new Blob([new Uint8Array(1_234)], { type: "image/jpeg" }), "a.jpg");
  const kept = await exchangesOf(async () => {
    await callMall(caller, { method: "POST", path: "/token", body: `secret=${secret}`, secret: true });
    await callMall(caller, { method: "POST", path: "/echo", body: form });
  });
  expect(kept).toMatchObject([
    { address: "/token", request: null, answer: null, status: 200 },
    { address: "/echo", request: "imageFiles: a.jpg, image/jpeg, 1234 bytes" },
  ]);
  expect(JSON.stringify(kept)).not.toContain("fresh-token");
});

test("a mall that repeats the key in its refusal is quoted without it, and of a package only its size is kept", async () => {
  let said = "";
  const kept = await exchangesOf(async () => {
    const { bytes } = await callMall(caller, { method: "PUT", path: "/refuse", body: secret });
    said = bytes.toString();
    await callMall(caller, { method: "PUT", path: "/refuse", body: Buffer.from([80, 75, 3, 4, 0, 0]) });
  });
  expect(said).toBe("no to ... (가)");
  expect(kept).toMatchObject([{ answer: "no to ... (가)" }, { request: "6 bytes" }]);
});

test("it is known which requests may have changed something", async () => {
  const kept = await exchangesOf(async () => {
    await callMall(caller, { method: "POST", path: "/echo", body: "a product" });
    await callMall(caller, { method: "POST", path: "/echo", body: "a search", harmless: true });
    await callMall(caller, { method: "POST", path: "/token", body: "a token", secret: true });
    await callMall(caller, { method: "GET", path: "/cut", changes: true }).catch(() => undefined);
    await callMall(caller, { method: "GET", path: "/cut" }).catch(() => undefined);
  });
  expect(kept.map(({ acts }) => acts)).toEqual([true, false, false, true, false]);
});

test("no answer is evidence too", async () => {
  const kept = await exchangesOf(() => callMall(caller, { method: "GET", path: "/cut" }));
  expect(kept).toMatchObject([{ address: "/cut", status: null }]);
});

test("work of two listings at once is not mixed", async () => {
  const kept = await Promise.all(
    ["one", "two"].map((body) =>
      exchangesOf(async () => {
        for (let times = 0; times < 3; times++) await callMall(caller, { method: "POST", path: "/echo", body });
      }),
    ),
  );
  expect(kept.map((exchanges) => exchanges.map(({ request }) => request))).toEqual([
    ["one", "one", "one"],
    ["two", "two", "two"],
  ]);
});

test("while a listing is sent, what may make something leaves only with a permit, asked for when its turn has come", async () => {
  const steps: string[] = [];
  const patient = { ...caller, pace: { ...caller.pace, turn: async () => void steps.push("turn") } };
  const body = "a product";
  const kept = await exchangesOf(async () => {
    await guardSending(
      async () => void steps.push("permit"),
      async () => {
        await callMall(patient, { method: "POST", path: "/token", body, secret: true });
        await callMall(patient, { method: "POST", path: "/echo", body, harmless: true });
        await callMall(patient, { method: "POST", path: "/echo", body });
      },
    );
    const refused = guardSending(
      async () => {
        throw new Error("overtaken");
      },
      () => callMall(patient, { method: "PUT", path: "/echo", body }),
    );
    await expect(refused).rejects.toThrow("overtaken");
  });
  expect(steps).toEqual(["turn", "turn", "turn", "permit", "turn"]);
  // A PUT that left would have been refused by the server.
  expect(kept.map(({ address }) => address)).toEqual(["/token", "/echo", "/echo"]);
});
