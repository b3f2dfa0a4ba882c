import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { formatPhone } from "#app/domain/account/phone.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { helpMessages } from "#app/messages/help.ts";
import { listingWords, merchantMessages } from "#app/messages/merchant.ts";
import { officeMessages } from "#app/messages/office.ts";
import { officeProductMessages } from "#app/messages/office-product.ts";
import { mendMessages } from "#app/messages/product-malls.ts";
import { publicationMessages as m, stuckWords } from "#app/messages/publication.ts";
import { say } from "#app/messages/sentence.ts";
import { listingStateWords } from "#app/messages/states.ts";
import { demonstrationLogins, merchants } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

const patiently = { timeout: 120_000 };
/** Of the demonstration, submitted and not selected; the first of a store that can log in. */
const [firstName, secondName, thirdName] = ["쇠 냄비받침", "갓 볶은 통깨 200g", "첫 붓 세 자루 모음"];
const firstMerchant = "mullae-iron";
/** Both of one merchant. */
const [corrected, sentAgain, theirMerchant] = ["텃밭 토마토 졸임 350g", "옥상 허브차 20개", "gangbuk-farmers"];
const words = "대표이미지에 글자가 있습니다.";

let house: House;
let browser: Browser;
let office: Person;
let curator: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  curator = await enter(browser, desk);
  for (const [person, role] of [
    [office, "office"],
    [curator, "curator"],
  ] as const) {
    const login = demonstrationLogins().find((one) => one.role === role);
    await logInWithPassword(person, house.origin, login?.login ?? "", login?.password ?? "");
  }
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Makes a sandbox mall misbehave, as a person does at its console. */
async function atConsole(mall: MallKey, form: Record<string, string>): Promise<void> {
  const answer = await fetch(`${house.sandbox}/${mall}/console`, {
    method: "POST",
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  expect(answer.status).toBe(303);
}

async function select(name: string): Promise<void> {
  const { page } = curator;
  await page.goto(`${house.origin}/curator`);
  await page.locator("tbody a[href*='/curator/submissions/']", { hasText: name }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("button", { name: say("ko", curatorMessages.markWords, { mark: 5 }) }).click();
  await page.getByText(say("ko", curatorMessages.saved, { mark: 5 })).waitFor();
  await page.getByRole("button", { name: curatorMessages.select.ko, exact: true }).click();
  await page.getByText(curatorMessages.selectedAs.ko.replace("{place}", "")).first().waitFor();
}

/** Its merchant's phone, on the product's page. */
async function openOwnProduct(store: string, name: string): Promise<Person> {
  const merchant = await enter(browser, phone);
  const told = await enter(browser, desk);
  const login = demonstrationLogins().find(({ role }) => role === "office");
  await logInWithPassword(told, house.origin, login?.login ?? "", login?.password ?? "");
  const number = merchants.find((one) => one.store === store)?.phone ?? "";
  await logInWithCode(merchant, told, house.origin, formatPhone(number));
  await told.leave();
  await merchant.page.getByRole("link", { name }).first().click();
  await merchant.page.waitForURL(/\/merchant\/products\/[0-9a-f-]{36}$/);
  return merchant;
}

async function expectOnSale(merchant: Person, address: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await merchant.page.goto(address);
        return atCoupang(merchant).innerText();
      },
      { timeout: 120_000, interval: 1_000 },
    )
    .toContain(listingWords.live.ko);
}

/** The page's own link is seen, however many there are. */
async function findsMenuInOneRow(page: Page): Promise<void> {
  const menu = page.getByRole("navigation");
  const tops = await menu.locator("a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  const current = await menu.locator("[aria-current=page]").boundingBox();
  expect(current?.x).toBeGreaterThan(0);
  expect((current?.x ?? 0) + (current?.width ?? 0)).toBeLessThan(phone.width);
}

const atCoupang = ({ page }: Person) => page.locator("#malls + .malls > li", { hasText: malls.coupang.name.ko });
const stuck = (page: Page, name: string) => page.locator(".desk-stuck > li", { hasText: name });
const part = (page: Page, mall: MallKey) => page.getByRole("region", { name: malls[mall].name.ko, exact: true });

test("what Coupang refuses appears by itself, and its merchant gets to the photos in one tap", async () => {
  const { page } = office;
  await page.goto(`${house.origin}/office/publication`);
  await page.getByRole("heading", { level: 1, name: m.title.ko }).waitFor();
  for (const mall of Object.keys(malls) as MallKey[]) await part(page, mall).waitFor();
  await office.findsNothingWrong();
  // The sample season's own products are on their way when the house opens: one of them would be turned down instead.
  await expect
    .poll(
      async () => {
        const [, done, all] = /(\d+)\s*\/\s*(\d+)/.exec(await page.locator("main").innerText()) ?? [];
        return done !== undefined && done === all;
      },
      { timeout: 120_000 },
    )
    .toBe(true);

  for (const name of [firstName, secondName]) {
    await atConsole("coupang", { do: "refuse-next", words });
    await select(name);
    // The page is not loaded again: it hears of it.
    await stuck(page, name).waitFor(patiently);
  }
  const card = page.locator(".desk-card", { hasText: stuckWords.refused.ko });
  expect(await card.innerText()).toContain(words);
  await office.findsNothingWrong();
  await page.setViewportSize(phone);
  await page.reload();
  await office.findsNothingWrong();
  await findsMenuInOneRow(page);
  await page.setViewportSize(desk);

  const merchant = await openOwnProduct(firstMerchant, firstName);
  const coupang = atCoupang(merchant);
  await coupang.getByText(words).waitFor(patiently);
  await findsScreenSound(merchant);
  await coupang.getByRole("link", { name: mendMessages.toPhotos.ko }).click();
  await merchant.page.waitForURL(/\/merchant\/products\/[0-9a-f-]{36}\/photos$/);
  await merchant.page.getByRole("heading", { level: 1 }).waitFor();
  await findsScreenSound(merchant);

  // From the list of products as well, whose whole card leads to the product.
  await merchant.page.goto(`${house.origin}/merchant`);
  await merchant.page.getByRole("link", { name: mendMessages.toPhotos.ko }).first().click({ timeout: 10_000 });
  await merchant.page.waitForURL(/\/merchant\/products\/[0-9a-f-]{36}\/photos$/);
  await merchant.leave();
}, 300_000);

test("the office is led to where it is put right, sends many again and one again", async () => {
  const { page } = office;
  await stuck(page, firstName).getByRole("link", { name: m.mendWithMerchant.ko }).click();
  await page.getByRole("heading", { level: 1, name: helpMessages.title.ko }).waitFor();
  await page.goBack();
  await stuck(page, firstName).waitFor(patiently);

  await page.getByRole("button", { name: m.retryMany.ko }).click();
  await page.getByText(say("ko", m.retriedMany, { started: 2 })).waitFor(patiently);
  for (const name of [firstName, secondName]) await stuck(page, name).waitFor({ state: "detached", ...patiently });

  await atConsole("coupang", { do: "refuse-next", words });
  await select(thirdName);
  await stuck(page, thirdName).waitFor(patiently);
  expect(await stuck(page, thirdName).getByRole("checkbox").count(), "one alone is not chosen among many").toBe(0);
  // What the page has heard since takes nothing away that it has said.
  await page.getByText(say("ko", m.retriedMany, { started: 2 })).waitFor({ timeout: 1_000 });
  await page
    .getByRole("button", { name: say("ko", m.retryOne, { product: thirdName, mall: malls.coupang.name.ko }) })
    .click();
  await page.getByText(officeMessages.retried.ko).waitFor(patiently);
  await stuck(page, thirdName).waitFor({ state: "detached", ...patiently });
}, 300_000);

test("what a merchant puts right goes to the mall that refused it once the office has seen it", async () => {
  const { page } = office;
  for (const name of [corrected, sentAgain]) {
    await atConsole("coupang", { do: "refuse-next", words });
    await select(name);
    await stuck(page, name).waitFor(patiently);
  }
  const name = corrected;
  const mall = malls.coupang.name.ko;
  const send = page.getByRole("button", { name: say("ko", m.sendCorrectionOf, { product: name, mall }) });

  const merchant = await openOwnProduct(theirMerchant, name);
  await atCoupang(merchant).getByText(words).waitFor(patiently);
  const ownPage = merchant.page.url();
  await merchant.page.goto(`${ownPage}/edit?field=tags`);
  await merchant.page.getByLabel(fieldLabel("ko", "tags")).fill("토마토, 졸임");
  await merchant.page.getByRole("button", { name: merchantMessages.save.ko }).click();
  await merchant.page.getByText(merchantMessages.saved_correction.ko).waitFor(patiently);
  await atCoupang(merchant).getByText(merchantMessages.correctionSeen.ko).waitFor(patiently);
  await findsScreenSound(merchant);

  await page.reload();
  await send.waitFor(patiently);
  await office.findsNothingWrong();
  await send.click();
  await page.getByText(officeMessages.correctionSent.ko).waitFor(patiently);
  await stuck(page, name).waitFor({ state: "detached", ...patiently });
  await expectOnSale(merchant, ownPage);

  // What nothing has to be changed for, the merchant sends again alone.
  await merchant.page.goto(`${house.origin}/merchant`);
  await merchant.page.getByRole("link", { name: sentAgain }).first().click();
  await merchant.page.getByRole("heading", { level: 1, name: sentAgain }).waitFor();
  await atCoupang(merchant).getByRole("button", { name: merchantMessages.retry.ko, exact: true }).click();
  await merchant.page.getByText(merchantMessages.retried.ko).waitFor(patiently);
  await findsScreenSound(merchant);
  await expectOnSale(merchant, merchant.page.url());
  await merchant.leave();
}, 300_000);

test("a mall is stopped and goes on, and one that is down rests until it is back", async () => {
  const { page } = office;
  const card = page.locator(".desk-card", { has: page.getByRole("heading", { name: malls.naver.name.ko }) });
  await page.goto(`${house.origin}/office/malls`);
  await card.getByText(officeMessages.stop.ko, { exact: true }).click();
  await card.getByRole("button", { name: officeMessages.stopNow.ko, exact: true }).click();
  await card.getByText(officeMessages.mallOff.ko, { exact: true }).waitFor(patiently);
  await page.goto(`${house.origin}/office/publication`);
  await part(page, "naver").getByText(officeMessages.mallOff.ko, { exact: true }).waitFor(patiently);
  await page.goto(`${house.origin}/office/malls`);
  await card.getByRole("button", { name: officeMessages.resume.ko, exact: true }).click();
  await card.getByText(officeMessages.mallOn.ko, { exact: true }).waitFor(patiently);

  await atConsole("elevenst", { do: "spoil", kind: "500", times: "1000000" });
  await page.goto(`${house.origin}/office/publication`);
  await part(page, "elevenst").waitFor();
  await select("뜨개 동전주머니");
  await part(page, "elevenst").getByText(officeProductMessages.resting.ko).waitFor(patiently);
  await office.findsNothingWrong();
  await atConsole("elevenst", { do: "calm" });
  await part(page, "elevenst")
    .getByText(officeProductMessages.resting.ko)
    .waitFor({ state: "detached", ...patiently });
}, 300_000);

test("a recalled product is down at every mall, each says so, and once it is lifted it goes up again where it is wanted", async () => {
  const { page } = office;
  await page.goto(`${house.origin}/office/listings?state=live`);
  await page.getByRole("link", { name: secondName }).first().click();
  await page.getByRole("heading", { level: 1, name: secondName }).waitFor();
  await page.getByText(officeProductMessages.recall.ko, { exact: true }).click();
  await page.getByRole("button", { name: officeProductMessages.recallNow.ko, exact: true }).click();
  await page.getByText(officeProductMessages.recalled.ko).waitFor(patiently);
  // The page is not loaded again: it follows the malls.
  await page.getByText(officeProductMessages.recallDone.ko).waitFor(patiently);
  await office.findsNothingWrong();

  const { ko: lift } = officeProductMessages.liftRecall;
  await page.getByText(lift, { exact: true }).first().click();
  await page.getByRole("button", { name: lift, exact: true }).last().click();
  const naver = page.locator(".desk-listing", { hasText: malls.naver.name.ko });
  await naver.getByRole("button", { name: officeMessages.putUp.ko, exact: true }).click(patiently);
  await page.getByText(officeMessages.putUpAsked.ko).waitFor(patiently);
  await expect
    .poll(
      async () => {
        await page.reload();
        return naver.innerText();
      },
      { timeout: 120_000, interval: 1_000 },
    )
    .toContain(listingStateWords.live.ko);
}, 300_000);
