import "#tests/malls/seventh-mall/in-the-lists.ts";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
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

async function read(path: string): Promise<{ status: number; text: string; type: string }> {
  const response = await fetch(`${sandbox.origin}${path}`);
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get("content-type") ?? "",
  };
}

describe("the sandbox over HTTP", () => {
  test("an order goes to every mall, is live there after its review, and is counted by the malls", async () => {
    for (const { key, connection } of connectAll(sandbox.origin)) {
      const order = await orderFor(key, "BX26-SANDBOX");
      expect(malls[key].check(order.product, order.binding), key).toEqual([]);
      expect((await publishWhole(connection, order)).outcome, key).toBe("accepted");
      await vi.waitFor(
        async () => expect(await connection.lookUp("BX26-SANDBOX", null)).toMatchObject({ heard: { state: "live" } }),
        { timeout: 5_000, interval: 100 },
      );
    }
    const counted = { listings: 1, duplicates: 0 };
    const everywhere = Object.fromEntries(mallKeys.map((key) => [key, counted]));
    expect(JSON.parse((await read("/counts")).text)).toEqual(everywhere);
  });

  test.each(mallKeys)("%s has a shop with the product and its picture, and a page of the product", async (key) => {
    const shop = await read(`/${key}/store`);
    expect(shop.status).toBe(200);
    expect(shop.text).toContain("저온압착 참기름");
    const picture = /<img class="picture" src="([^"]+)"/.exec(shop.text)?.[1] ?? "";
    expect(await read(picture)).toMatchObject({ status: 200, type: expect.stringMatching(/^image\//) });
    const page = /<a href="(\/[a-z0-9-]+\/store\/[^"]+)"/.exec(shop.text)?.[1] ?? "";
    expect((await read(page)).text).toContain("18,000원");
    expect((await read(`/${key}/store/no-such-product`)).status).toBe(404);
  });

  test("the address a live Coupang listing gives is its page here", async () => {
    const coupang = connectAll(sandbox.origin).find(({ key }) => key === "coupang");
    const found = await coupang?.connection.lookUp("BX26-SANDBOX", null);
    const address = found?.outcome === "found" ? found.heard.pageUrl : null;
    expect(address).toContain(`${sandbox.origin}/coupang/store/`);
    expect((await fetch(address ?? "")).status).toBe(200);
  });

  test("a name is shown, never run", async () => {
    const coupang = connectAll(sandbox.origin).find(({ key }) => key === "coupang");
    await coupang?.connection.publish(await orderFor("coupang", "BX26-SCRIPT", "<script>alert(1)</script> 참기름"));
    const shop = await read("/coupang/store");
    expect(shop.text).toContain("&#60;script&#62;alert(1)");
    expect(shop.text).not.toContain("<script>");
  });

  test("duplicates are counted by reference", async () => {
    for (const { key, connection } of connectAll(sandbox.origin)) {
      if (key === "coupang") await connection.publish(await orderFor(key, "BX26-SANDBOX"));
    }
    expect(sandbox.counts().coupang.duplicates).toBe(1);
  });

  test("the overview names all malls, and other addresses are not found", async () => {
    const overview = await read("/");
    for (const key of mallKeys) expect(overview.text).toContain(`href="/${key}/store"`);
    expect((await read("/elsewhere")).status).toBe(404);
  });
});
