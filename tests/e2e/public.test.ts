import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, type Person, phone } from "./person.ts";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  // What the sample season made is findable once a worker has been told.
  while ((await countOf("/stores")) === 0) await sleep(200);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function countOf(path: string): Promise<number> {
  const page = await (await fetch(`${house.origin}${path}`, { headers: { "Accept-Language": "ko" } })).text();
  return Number(/가게 (\d+)곳/.exec(page)?.[1] ?? 0);
}

async function visit(path: string, viewport = phone, options = {}): Promise<Person> {
  const person = await enter(browser, viewport, options);
  await person.page.goto(`${house.origin}${path}`);
  return person;
}

test("a visitor types half a name, is offered some, and comes to the store by the keyboard alone", async () => {
  const visitor = await visit("/stores");
  const { page } = visitor;
  const name = (await page.locator(".shop h2").first().innerText()).trim();
  const field = page.getByRole("combobox", { name: "가게, 시장, 물건 이름" });
  await field.pressSequentially(name.slice(0, 2));
  const options = page.getByRole("option");
  await options.first().waitFor();
  await visitor.findsNothingWrong();
  await field.press("ArrowDown");
  await field.press("Enter");
  await page.waitForURL(/\/(stores|products)\/./);
  await visitor.findsNothingWrong();
  await visitor.leave();
});

test("what half a syllable may become is offered while it is being put together, and Enter then only ends the syllable", async () => {
  const visitor = await visit("/stores");
  const { page } = visitor;
  const field = page.getByRole("combobox", { name: "가게, 시장, 물건 이름" });
  await field.focus();
  const keyboard = await page.context().newCDPSession(page);
  // 백소 on its way to 백송기름집, as a Korean keyboard puts it together.
  for (const text of ["ㅂ", "배", "백", "백ㅅ", "백소"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  const offered = page.getByRole("option", { name: "백송기름집" }).first();
  await offered.waitFor();
  await field.dispatchEvent("keydown", { key: "ArrowDown", isComposing: true });
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  expect(await offered.getAttribute("aria-selected")).toBe("false");
  await keyboard.send("Input.insertText", { text: "백송" });
  await offered.waitFor();
  await field.press("ArrowDown");
  await expect.poll(() => page.locator("[aria-selected=true]").count()).toBe(1);
  await visitor.leave();
});

test("a district is chosen on the map, kept as a chip, and taken away again", async () => {
  const visitor = await visit("/", desk);
  const { page } = visitor;
  const tile = page.locator("a.district-tile").first();
  const count = Number(await tile.locator("b").innerText());
  await visitor.findsNothingWrong();
  await tile.click();
  await page.waitForURL(/district=/);
  await expect.poll(() => page.locator(".shop").count()).toBe(Math.min(count, 24));
  await visitor.findsNothingWrong();
  await page.locator(".chips a").click();
  await page.waitForURL((url) => !url.search.includes("district="));
  await visitor.leave();
});

test("without script everything is a link or a form", async () => {
  const visitor = await visit("/stores", phone, { script: false });
  const { page } = visitor;
  await page.getByText("자세히 찾기").click();
  await page.getByLabel("차례").selectOption("oldest");
  await page.getByRole("button", { name: "찾기", exact: true }).click();
  await page.waitForURL(/order=oldest/);
  await page.goto(`${house.origin}/products`);
  await page.locator(".chosen").first().waitFor();
  await visitor.leave();
});

test("a product's page, the season's and the creators' door are sound at both widths", async () => {
  const list = await (await fetch(`${house.origin}/products`)).text();
  const product = /href="(\/products\/[0-9a-f-]{36})"/.exec(list)?.[1];
  expect(product).toBeDefined();
  for (const viewport of [phone, desk]) {
    const visitor = await enter(browser, viewport);
    for (const path of [product, "/hundred", "/products", "/join/creator"]) {
      await visitor.page.goto(`${house.origin}${path}`);
      await visitor.findsNothingWrong();
    }
    await visitor.leave();
  }
});

test("an unchanged page is not sent twice, and no cache gives one person's page to another", async () => {
  const first = await fetch(`${house.origin}/stores`, { headers: { "Accept-Language": "ko" } });
  const tag = first.headers.get("etag") ?? "";
  expect(tag).toMatch(/^W\/"/);
  expect(first.headers.get("cache-control")).toContain("public");
  expect(first.headers.get("vary")).toMatch(/Cookie/);
  await first.text();
  const again = await fetch(`${house.origin}/stores`, { headers: { "Accept-Language": "ko", "If-None-Match": tag } });
  expect(again.status).toBe(304);
  const english = await fetch(`${house.origin}/stores`, { headers: { "Accept-Language": "en", "If-None-Match": tag } });
  expect(english.status).toBe(200);
  const login = await fetch(`${house.origin}/login`);
  expect(login.headers.get("cache-control")).toContain("private");
});

test("search engines and feed readers find what there is", async () => {
  const read = async (path: string) => {
    const response = await fetch(`${house.origin}${path}`);
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const robots = await read("/robots.txt");
  expect(robots).toContain(`Sitemap: ${house.origin}/sitemap.xml`);
  expect(robots).toContain("Disallow: /merchant\n");
  // The doors are to be found.
  expect(robots).not.toContain("/join");
  const parts = [...(await read("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  const addresses = (await Promise.all(parts.map((part) => read(new URL(part).pathname))))
    .flatMap((part) => [...part.matchAll(/<loc>([^<]+)<\/loc>/g)])
    .map(([, address]) => address ?? "");
  const stores = addresses.filter((address) => address.includes("/stores/"));
  expect(stores).toHaveLength(await countOf("/stores"));
  for (const path of ["/", "/stores", "/products"]) {
    const own = `<link rel="canonical" href="${house.origin}${path}"/>`;
    expect(await read(path), path).toContain(own);
  }
  expect(addresses.some((address) => /\/hundred\/\d{4}$/.test(address))).toBe(true);
  expect(addresses).toContain(`${house.origin}/join/creator`);
  const feed = await read("/feed.xml");
  expect(feed).toMatch(
    /<item><title>[^<]+<\/title><link>[^<]+\/products\/[0-9a-f-]{36}<\/link><guid>[^<]+#place-\d+<\/guid>/,
  );
  const products = addresses.filter((address) => address.includes("/products/"));
  expect(products.length).toBeGreaterThan(0);
  const about = await read(new URL(products[0] ?? "").pathname);
  expect(about).not.toContain("<script src");
  expect(dataOf(about)).toMatchObject({ "@type": "Product", url: products[0], brand: { "@type": "Brand" } });

  const page = await read(new URL(stores[0] ?? "").pathname);
  expect(dataOf(page)).toMatchObject({ "@type": "Store", address: { addressCountry: "KR" } });
  expect((await fetch(`${house.origin}/hundred/1999`)).status).toBe(404);
  expect((await fetch(`${house.origin}/sitemap/nothing.xml`)).status).toBe(404);
});

function dataOf(page: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "null");
}
