import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type ListingPicture, type MallKey, mallKeys } from "#app/channels/contract.ts";
import { connectMall, malls } from "#app/channels/registry.ts";
import { loadConfig } from "#app/config.ts";
import { readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { type Sandbox, startSandbox } from "#tests/malls/sandbox.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { sandboxSettings } from "#tests/malls/sandbox-settings.ts";

const publicOrigin = "https://pictures.baekseon.example";
const pictures = new Map<string, ListingPicture>();
let sandbox: Sandbox;

/** What the web server does: the same path as in the public address. */
const pictureServer = createServer(async (request, response) => {
  const picture = pictures.get(`${publicOrigin}${request.url}`);
  response.writeHead(picture ? 200 : 404, { "content-type": picture?.mediaType ?? "text/plain" });
  response.end(await picture?.read());
});

beforeAll(async () => {
  pictureServer.listen(0, "127.0.0.1");
  await once(pictureServer, "listening");
  const localOrigin = `http://127.0.0.1:${(pictureServer.address() as AddressInfo).port}`;
  sandbox = await startSandbox({ port: 0, publicOrigin, localOrigin, reviewMilliseconds: 200 });
});

afterAll(async () => {
  await sandbox.close();
  pictureServer.close();
});

async function connections() {
  const { malls: settings } = loadConfig(sandboxSettings(sandbox.baseUrls));
  return mallKeys.map((key) => {
    const given = settings[key];
    if (!given) throw new Error(`The sandbox gives no settings for ${key}`);
    return { key, connection: connectMall(key, given) };
  });
}

async function orderFor(key: MallKey, reference: string, name?: string) {
  const order = await readyOrder({
    reference,
    binding: { categoryCode: sandboxCategories[key].GENERAL_FOOD ?? null },
    ...(name === undefined ? {} : { product: readyProduct({ name }) }),
  });
  for (const picture of order.pictures) pictures.set(picture.url, picture);
  return order;
}

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
    for (const { key, connection } of await connections()) {
      const order = await orderFor(key, "BX26-SANDBOX");
      expect(malls[key].check(order.product, order.binding), key).toEqual([]);
      expect((await connection.publish(order)).outcome, key).toBe("accepted");
      await vi.waitFor(
        async () => expect(await connection.lookUp("BX26-SANDBOX", null)).toMatchObject({ heard: { state: "live" } }),
        { timeout: 5_000, interval: 100 },
      );
    }
    const counted = { listings: 1, duplicates: 0 };
    expect(JSON.parse((await read("/counts")).text)).toEqual({
      naver: counted,
      coupang: counted,
      "gachi-sapsida": counted,
    });
  });

  test.each(mallKeys)("%s has a shop with the product and its picture, and a page of the product", async (key) => {
    const shop = await read(`/${key}/store`);
    expect(shop.status).toBe(200);
    expect(shop.text).toContain("저온압착 참기름");
    const picture = /<img class="picture" src="([^"]+)"/.exec(shop.text)?.[1] ?? "";
    expect(await read(picture)).toMatchObject({ status: 200, type: expect.stringMatching(/^image\//) });
    const page = /<a href="(\/[a-z-]+\/store\/[^"]+)"/.exec(shop.text)?.[1] ?? "";
    expect((await read(page)).text).toContain("18,000원");
    expect((await read(`/${key}/store/no-such-product`)).status).toBe(404);
  });

  test("the address a live Coupang listing gives is its page here", async () => {
    const coupang = (await connections()).find(({ key }) => key === "coupang");
    const found = await coupang?.connection.lookUp("BX26-SANDBOX", null);
    const address = found?.outcome === "found" ? found.heard.pageUrl : null;
    expect(address).toContain(`${sandbox.origin}/coupang/store/`);
    expect((await fetch(address ?? "")).status).toBe(200);
  });

  test("a name is shown, never run", async () => {
    const coupang = (await connections()).find(({ key }) => key === "coupang");
    await coupang?.connection.publish(await orderFor("coupang", "BX26-SCRIPT", "<script>alert(1)</script> 참기름"));
    const shop = await read("/coupang/store");
    expect(shop.text).toContain("&#60;script&#62;alert(1)");
    expect(shop.text).not.toContain("<script>");
  });

  test("duplicates are counted by reference", async () => {
    for (const { key, connection } of await connections()) {
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

test("the process says where it listens and ends when its parent lets go of it", async () => {
  const options = { port: 0, publicOrigin, localOrigin: "http://127.0.0.1:9", reviewMilliseconds: 50 };
  const entry = fileURLToPath(new URL("../../malls/serve-sandbox.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", entry, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { origin } = JSON.parse(line) as { origin: string };
  expect((await fetch(`${origin}/counts`)).status).toBe(200);
  child.stdin.end();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}, 60_000);
