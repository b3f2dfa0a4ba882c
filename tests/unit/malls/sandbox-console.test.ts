import "#tests/malls/seventh-mall/in-the-lists.ts";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type MallKey, mallKeys } from "#app/channels/contract.ts";
import { playedMalls } from "#tests/malls/played-malls.ts";
import { type Sandbox, startSandbox } from "#tests/malls/sandbox.ts";
import { connectAll, orderFor, publishWhole, servePictures } from "./sandbox-setup.ts";

const publicOrigin = "https://pictures.baekseon.example";
let pictures: Awaited<ReturnType<typeof servePictures>>;
let sandbox: Sandbox;

beforeAll(async () => {
  pictures = await servePictures(publicOrigin);
  const { localOrigin } = pictures;
  sandbox = await startSandbox({ port: 0, publicOrigin, localOrigin, reviewMilliseconds: 200 });
});

afterAll(async () => {
  await sandbox.close();
  pictures.close();
});

async function press(key: MallKey, form: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(form);
  const answer = await fetch(`${sandbox.origin}/${key}/console`, { method: "POST", body, headers, redirect: "manual" });
  return answer.status;
}

const page = async (path: string) => (await fetch(`${sandbox.origin}${path}`)).text();

const connectionTo = (key: MallKey) => {
  const found = connectAll(sandbox.origin).find((one) => one.key === key);
  if (!found) throw new Error(`No connection to ${key}`);
  return found.connection;
};

describe.each(mallKeys)("the console of %s", (key) => {
  const reference = `BX26-CONSOLE-${key.slice(0, 8).toUpperCase()}`;
  const { byHand } = playedMalls[key];

  test("spoils answers until it is calmed, and says what it waits for", async () => {
    expect(await page(`/${key}/console`)).toContain("지금은 아무 일도 꾸미지 않았어요");
    expect(await press(key, { do: "spoil", kind: "500", times: "1000000" })).toBe(303);
    expect(await page(`/${key}/console`)).toContain("멈출 때까지");
    expect(await connectionTo(key).lookUp(reference, null)).toMatchObject({ outcome: "unsure" });
    expect(await press(key, { do: "calm" })).toBe(303);
    expect(await connectionTo(key).lookUp(reference, null)).toMatchObject({ outcome: "absent" });
    for (const kind of ["429", "cut"]) {
      await press(key, { do: "spoil", kind, times: "1" });
      expect(await connectionTo(key).lookUp(reference, null), kind).toMatchObject({ outcome: "unsure" });
    }
  });

  test("lets people change the price of a product, copy it and delete it, and the shop shows it", async () => {
    const order = await orderFor(key, reference);
    expect((await publishWhole(connectionTo(key), order)).outcome).toBe("accepted");
    const listing = () => sandbox.standIns[key].listings().find((one) => one.reference === reference);
    await vi.waitFor(() => expect(listing()?.state).toBe("live"), { timeout: 10_000, interval: 100 });
    const product = listing()?.remoteId ?? "";
    expect(await press(key, { do: "reprice", product, price: "23450" })).toBe(303);
    const shown = await page(`/${key}/store/${encodeURIComponent(product)}`);
    expect(shown).toContain("23,450원");
    expect(shown).toMatch(/상품정보제공고시/);
    expect(await press(key, { do: "duplicate", product })).toBe(byHand.duplicate ? 303 : 422);
    expect(sandbox.counts()[key]).toEqual({ listings: byHand.duplicate ? 2 : 1, duplicates: byHand.duplicate ? 1 : 0 });
    expect(await press(key, { do: "delete", product })).toBe(303);
    const seen = sandbox.standIns[key].listings().filter(({ state }) => state === "live");
    expect(seen.map(({ remoteId }) => remoteId)).not.toContain(product);
  });

  test("turns the next new product down, where its people look at products at all", async () => {
    if (byHand.refuse === null) return expect(await press(key, { do: "refuse-next", words: "아니요" })).toBe(422);
    const next = `${reference}-N`;
    expect(await press(key, { do: "refuse-next", words: "원산지 표시가 다릅니다." })).toBe(303);
    await publishWhole(connectionTo(key), await orderFor(key, next));
    const answer = async () => connectionTo(key).lookUp(next, null);
    await vi.waitFor(async () => expect(await answer()).toMatchObject({ heard: { state: "refused" } }), {
      timeout: 10_000,
      interval: 100,
    });
    expect(await page(`/${key}/console`)).toContain("지금은 아무 일도 꾸미지 않았어요");
  });

  test("does nothing that there is not, nor for another site", async () => {
    expect(await press(key, { do: "sell" })).toBe(422);
    expect(await press(key, { do: "spoil", kind: "fire", times: "1" })).toBe(422);
    expect(await press(key, { do: "delete", product: "no-such" })).toBe(422);
    expect(await press(key, { do: "calm" }, { "sec-fetch-site": "cross-site" })).toBe(403);
  });
});
