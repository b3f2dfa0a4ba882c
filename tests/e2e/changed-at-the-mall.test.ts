import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { malls } from "#app/channels/registry.ts";
import { formatPhone } from "#app/domain/account/phone.ts";
import { driftWords, driftMessages as m } from "#app/messages/drift.ts";
import { listingWords } from "#app/messages/merchant.ts";
import { officeProductMessages } from "#app/messages/office-product.ts";
import { ownShopMessages as own } from "#app/messages/own-shop.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins, merchants } from "#prisma/seed/demonstration/people.ts";
import { sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { pastUs } from "#tests/malls/stand-in.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

const patiently = { timeout: 120_000 };
const store = "mullae-iron";
const name = "쇠 냄비받침";

let house: House;
let browser: Browser;
let office: Person;
let merchant: Person;
/** Somebody who works at a mall and changes a product there, past us. */
let atMall: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  merchant = await enter(browser, phone);
  atMall = await enter(browser, desk);
  const login = demonstrationLogins().find(({ role }) => role === "office");
  await logInWithPassword(office, house.origin, login?.login ?? "", login?.password ?? "");
  const number = merchants.find((one) => one.store === store)?.phone ?? "";
  await logInWithCode(merchant, office, house.origin, formatPhone(number));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function reprice(page: Page, price: number): Promise<void> {
  const form = page.locator("form", { has: page.getByRole("button", { name: "값 바꾸기" }) });
  await form.locator("input[name=price]").fill(String(price));
  await pressAtMall(page, form.getByRole("button"));
}

/** The mall has it before anybody asks what it has. */
async function pressAtMall(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), button.click()]);
  await page.waitForLoadState();
}

const won = (price: number) => `${price.toLocaleString("ko-KR")}원`;

test("a merchant connects a shop of their own; what cannot be right is said at its field", async () => {
  const { page } = merchant;
  await page.goto(`${house.origin}/merchant/malls`);
  await findsScreenSound(merchant);
  await page.getByRole("link", { name: own.open.ko }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await findsScreenSound(merchant);

  await page.getByLabel(own.address.ko).fill("evil.example");
  await page.getByLabel(/토큰/).first().fill(sandboxShopifyAccount.accessToken);
  await page.getByRole("button", { name: own.save.ko }).click();
  await page.locator("[aria-invalid=true]").waitFor(patiently);
  // The browser itself says on its console that an answer was a 422.
  merchant.complaints.length = 0;
  await findsScreenSound(merchant);

  await page.getByLabel(own.address.ko).fill(`${house.sandbox.replace("localhost", "127.0.0.1")}/shopify`);
  await page.getByLabel(/토큰/).first().fill(sandboxShopifyAccount.accessToken);
  await page.getByRole("button", { name: own.save.ko }).click();
  await page.getByText(own.works.ko).waitFor(patiently);
  await findsScreenSound(merchant);
}, 300_000);

test("a product goes there, what is changed in the shop is found and put back, and it comes down", async () => {
  const { page } = merchant;
  const row = page.locator("li.own-shop-product", { hasText: name });
  // What was chosen is ticked already; this one product is enough.
  for (const box of await page.locator("li.own-shop-product").getByRole("checkbox").all()) await box.uncheck();
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: own.sell.ko }).click();
  await row.getByText(listingWords.live.ko, { exact: true }).waitFor(patiently);
  await findsScreenSound(merchant);

  const shown = await row.getByRole("link", { name: own.see.ko }).getAttribute("href");
  await atMall.page.goto(shown ?? "");
  await reprice(atMall.page, 990);
  await page.getByRole("button", { name: own.compareNow.ko }).click();
  await page.getByText(won(990)).waitFor(patiently);
  await findsScreenSound(merchant);
  await page.getByRole("button", { name: own.driftOurs.ko }).click();
  await page.getByText(own.settled.ko).waitFor(patiently);
  await expect
    .poll(async () => {
      await atMall.page.reload();
      return atMall.page.locator("main, body").first().innerText();
    }, patiently)
    .not.toContain(won(990));

  await page.goto(`${house.origin}/merchant/shops/shopify`);
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: own.takeOut.ko }).click();
  await row.getByText(own.ready.ko).waitFor(patiently);
  await page.getByText(own.disconnect.ko, { exact: true }).click();
  await page.getByRole("button", { name: own.disconnectNow.ko }).click();
  await page.getByText(own.disconnected.ko).waitFor(patiently);
  await findsScreenSound(merchant);
}, 300_000);

test("the office finds what was changed at a mall, sees the three facts of it, and decides by hand and by rule", async () => {
  const { page } = office;
  const mall = malls.naver.name.ko;
  await page.goto(`${house.origin}/office/listings?mall=naver&state=live`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await atMall.page.goto(`${house.sandbox}/naver/store`);
  await atMall.page.locator("li.card a").first().click();
  const product = await atMall.page.getByRole("heading", { level: 2 }).first().innerText();
  await reprice(atMall.page, 1_230);

  await page.goto(`${house.origin}/office/malls/naver/drift`);
  await page.getByText(m.noneTitle.ko).waitFor();
  await office.findsNothingWrong();
  // The page looks again every second: an answer that takes longer than that is waited for all the same.
  const slowly = /\/drift\.data\?/;
  await page.route(slowly, async (route) => {
    await sleep(1_500);
    // The page may have broken it off.
    await route.continue().catch(() => {});
  });
  await page.getByRole("button", { name: m.compareNow.ko }).click();
  const row = page.locator("tbody tr", { hasText: product });
  await row.getByText(won(1_230)).waitFor(patiently);
  await page.unroute(slowly);
  expect(await row.innerText()).toContain(driftWords.price.ko);
  await office.findsNothingWrong();
  await page.setViewportSize(phone);
  await office.findsNothingWrong();
  await page.setViewportSize(desk);

  await row.getByRole("link", { name: product }).click();
  await page.getByRole("heading", { level: 1, name: product }).waitFor();
  const card = page.locator(".desk-cards > li", { hasText: mall });
  for (const fact of [m.ours.ko, m.theirs.ko]) expect(await card.innerText()).toContain(fact);
  await card.getByText(/^주고받은 것/).click();
  await card.getByText(officeProductMessages.answered.ko).first().waitFor();
  await office.findsNothingWrong();

  await page.goto(`${house.origin}/office/malls/naver/drift`);
  await row.getByText(m.sendOurs.ko, { exact: true }).first().click();
  await row.getByRole("button", { name: m.sendOurs.ko, exact: true }).last().click();
  await page.getByText(m.settled.ko).waitFor(patiently);
  await expect
    .poll(async () => {
      await atMall.page.reload();
      return atMall.page.locator("body").innerText();
    }, patiently)
    .not.toContain(won(1_230));

  await page.getByLabel(m.rule.ko).selectOption("send_ours");
  await page.getByRole("button", { name: m.saveRule.ko }).click();
  await page.getByText(m.ruleSaved.ko).waitFor(patiently);
  await reprice(atMall.page, 1_240);
  await page.getByRole("button", { name: m.compareNow.ko }).click();
  await expect
    .poll(async () => {
      await atMall.page.reload();
      return atMall.page.locator("body").innerText();
    }, patiently)
    .not.toContain(won(1_240));
}, 300_000);

test("what somebody listed at a mall past us is shown to the office, which leaves it alone or thinks again", async () => {
  const { page } = office;
  await atMall.page.goto(`${house.sandbox}/naver/store`);
  await atMall.page.locator("li.card a").first().click();
  await pressAtMall(atMall.page, atMall.page.getByRole("button", { name: "백선 모르게 다른 상품 올리기" }));

  await page.goto(`${house.origin}/office/malls/naver/drift`);
  await page.getByRole("button", { name: m.compareNow.ko }).click();
  const row = page.locator("tbody tr", { hasText: pastUs });
  await row.getByRole("link", { name: m.unknownSee.ko }).waitFor(patiently);
  await office.findsNothingWrong();
  await page.setViewportSize(phone);
  await office.findsNothingWrong();
  await page.setViewportSize(desk);

  await page.goto(`${house.origin}/office/malls`);
  await page.getByText(m.unknownTitle.ko).waitFor();
  await office.findsNothingWrong();
  await page.goBack();

  await row.getByRole("button", { name: pastUs }).click();
  await page.getByText(m.settled.ko).waitFor(patiently);
  await page
    .getByText(say("ko", m.unknownLeft, { count: 1 }), { exact: true })
    .first()
    .click();
  await office.findsNothingWrong();
  await row.getByRole("button", { name: say("ko", m.unknownAgainOf, { name: pastUs }) }).click();
  await row.getByRole("button", { name: say("ko", m.unknownLeaveOf, { name: pastUs }) }).waitFor(patiently);
}, 300_000);
