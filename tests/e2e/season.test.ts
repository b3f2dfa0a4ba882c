import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { mendingMessages } from "#app/messages/merchant-mending.ts";
import { uploadMessages } from "#app/messages/merchant-uploads.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";

let house: House;
let browser: Browser;
let office: Person;

const logins = demonstrationLogins();
const loginOf = (role: string) => {
  const login = logins.find((one) => one.role === role);
  if (!login) throw new Error(`The demonstration has no ${role}`);
  return login;
};

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  const { login, password = "" } = loginOf("office");
  await logInWithPassword(office, house.origin, login, password);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test("the terminal says where it is and who can log in as what", () => {
  expect(house.printed).toContain(house.origin);
  for (const { login } of logins) expect(house.printed).toContain(login);
});

test("a stranger takes the examples from the sheet to the malls", async () => {
  const merchant = await enter(browser, phone);
  await logInWithCode(merchant, office, house.origin, loginOf("merchant").login);
  await expect.poll(() => new URL(merchant.page.url()).pathname).toBe("/merchant");
  await merchant.findsNothingWrong();

  await merchant.page.goto(`${house.origin}/merchant/imports/new`);
  await merchant.findsNothingWrong();
  await merchant.page.locator("input[name=files]").setInputFiles(["examples/catalog.xlsx", "examples/photos.zip"]);
  await merchant.page.getByRole("button", { name: uploadMessages.begin.ko, exact: true }).click();
  await merchant.page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}/);
  // A reload in the middle of the work loses nothing.
  await merchant.page.reload();
  // Nothing is taken before the merchant has seen what would become of it.
  const take = merchant.page.getByRole("button", { name: say("ko", mendingMessages.take, { count: 27 }) });
  await take.waitFor({ timeout: 60_000 });
  await merchant.findsNothingWrong();
  const marked = await merchant.page.request.get(`${merchant.page.url()}/errors.xlsx`);
  expect([marked.status(), (await marked.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
  await take.click();
  await merchant.page.getByText(importMessages.acceptedCount.ko).first().waitFor({ timeout: 60_000 });
  const verdicts = await merchant.page.locator("main").innerText();
  expect(verdicts).toMatch(new RegExp(`${importMessages.acceptedCount.ko}\\s+27`));
  expect(verdicts).toMatch(new RegExp(`${importMessages.refusedCount.ko}\\s+3`));
  expect(verdicts).toContain("무료");
  await merchant.findsNothingWrong();

  await merchant.page.goto(`${house.origin}/merchant/submit`);
  await merchant.page.getByRole("button", { name: say("ko", merchantMessages.submitButton, { count: 26 }) }).click();
  await merchant.page.waitForURL(/\/merchant\?/);
  await merchant.findsNothingWrong();
  await merchant.leave();

  const curator = await enter(browser, desk);
  const { login, password = "" } = loginOf("curator");
  await logInWithPassword(curator, house.origin, login, password);
  await curator.page.goto(`${house.origin}/curator`);
  await curator.findsNothingWrong();
  // Every mall takes it: the coffee from abroad, which one must not get, is not the one to follow.
  const link = curator.page.locator("tbody a[href*='/curator/submissions/']", { hasText: "쑥인절미" }).first();
  const name = (await link.innerText()).trim();
  await link.click();
  const five = curator.page.getByRole("button", { name: say("ko", curatorMessages.markWords, { mark: 5 }) });
  await five.waitFor();
  await expect.poll(() => curator.page.locator("h1").innerText()).toBe(name);
  await five.click();
  await curator.page.getByText(say("ko", curatorMessages.saved, { mark: 5 })).waitFor();
  await curator.findsNothingWrong();
  await curator.page.getByRole("button", { name: curatorMessages.select.ko, exact: true }).click();
  await curator.page.getByText(say("ko", curatorMessages.selectedAs, { place: 4 })).waitFor();

  for (const mall of mallKeys) {
    // On sale, and not only on its way: what waits for its review stands below.
    const shop = async () => (await (await fetch(`${house.sandbox}/${mall}/store`)).text()).split("고객에게 보이지")[0];
    await expect.poll(shop, { timeout: 120_000, interval: 500, message: mall }).toContain(name);
  }
  await expect
    .poll(
      async () => {
        await curator.page.goto(`${house.origin}/hundred`);
        return curator.page.locator("main").innerText();
      },
      { timeout: 60_000 },
    )
    .toContain(name);
  await curator.leave();

  const visitor = await enter(browser, phone);
  await expect
    .poll(
      async () => {
        await visitor.page.goto(`${house.origin}/stores`);
        await visitor.page
          .getByRole("link", { name: /망원시장 협동조합/ })
          .first()
          .click();
        await visitor.page.waitForURL(/\/stores\/./);
        const links = await visitor.page.locator(`main a[href^="http"][href*="/store/"]`).all();
        const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
        return addresses.map((address) => address?.match(/([a-z0-9-]+)\/store\//)?.[1]);
      },
      { timeout: 60_000 },
    )
    .toEqual(expect.arrayContaining([...mallKeys]));
  await visitor.findsNothingWrong();
  await visitor.page.locator(`main a[href*="/coupang/store/"]`).click();
  await visitor.page.waitForURL(/\/coupang\/store\//);
  await expect.poll(() => visitor.page.locator("body").innerText()).toContain(name);
  await visitor.leave();
}, 240_000);

test("a creator comes in by e-mail and the public pages are sound at both widths", async () => {
  const creator = await enter(browser, phone);
  await logInWithCode(creator, office, house.origin, loginOf("creator").login);
  for (const path of ["/", "/stores", "/hundred", "/account"]) {
    await creator.page.goto(house.origin + path);
    await creator.findsNothingWrong();
  }
  expect(await creator.page.locator("script").count()).toBe(0);
  await creator.page.setViewportSize(desk);
  for (const path of ["/", "/stores", "/hundred", "/login", "/login/password"]) {
    await creator.page.goto(house.origin + path);
    await creator.findsNothingWrong();
  }
  await creator.leave();
}, 120_000);

test("the office's pages are sound at both widths", async () => {
  const paths = [
    "/office",
    "/office/malls",
    "/office/malls/naver",
    "/office/listings",
    "/office/hand-overs",
    "/office/stores",
    "/office/stores/new",
    "/office/people",
    "/office/people/new",
    "/office/outbox",
    "/office/season/pictures",
    "/office/season/document",
    "/curator?state=all&words=%E3%84%B1",
    "/curator",
  ];
  for (const viewport of [desk, phone]) {
    await office.page.setViewportSize(viewport);
    for (const path of paths) {
      await office.page.goto(house.origin + path);
      await office.findsNothingWrong();
    }
  }
  await office.page.goto(`${house.origin}/office/season/pictures`);
  for (const [index, summary] of (await office.page.locator(".chart-table summary").all()).entries()) {
    await summary.click();
    await office.page.locator(".chart-table").nth(index).locator("table").waitFor();
  }
  await office.findsNothingWrong();
  await office.page.goto(`${house.origin}/curator`);
  // Still the queue on a phone.
  const photo = await office.page.locator(".desk-thumb img").first().boundingBox();
  expect(photo?.width).toBeGreaterThanOrEqual(48);
}, 180_000);
