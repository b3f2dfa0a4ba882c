import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loginMessages } from "#app/messages/account.ts";
import { closingMessages } from "#app/messages/closing.ts";
import { consentMessages, consentWords } from "#app/messages/consents.ts";
import { joinMessages } from "#app/messages/join.ts";
import { mallTermsMessages as m } from "#app/messages/mall-terms.ts";
import { officeMessages } from "#app/messages/office.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone, readCode } from "./person.ts";

let house: House;
let browser: Browser;
let office: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  const { login = "", password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? {};
  await logInWithPassword(office, house.origin, login, password);
});

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const shot = (person: Person, name: string) =>
  process.env.SHOTS ? person.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : undefined;

test("whoever joins reads and answers one text after another, and may say no to what is optional", async () => {
  const newcomer = await enter(browser, phone);
  const { page } = newcomer;
  const number = "010-6789-0007";
  await page.goto(`${house.origin}/join`);
  await page.getByLabel(loginMessages.phone.ko).fill(number);
  await page.getByRole("button", { name: joinMessages.send.ko }).click();
  await page.waitForURL("**/login/code**");
  await page.getByLabel(loginMessages.code.ko).fill(await readCode(office, house.origin, number));
  await page.getByRole("button", { name: loginMessages.enter.ko, exact: true }).click();

  await page.waitForURL("**/merchant/consents/terms");
  await newcomer.findsNothingWrong();
  await page.getByText(consentMessages.whole.ko).click();
  await page.getByText("백선은 참가비를 받지 않습니다").waitFor();
  await newcomer.findsNothingWrong();
  await shot(newcomer, "consent-terms");
  // Nothing else opens before it is answered.
  await page.goto(`${house.origin}/merchant/application/owner`);
  await page.waitForURL("**/merchant/consents/terms");
  await expect.poll(() => page.locator("input[type=checkbox], input[type=radio]").count()).toBe(0);
  await expect.poll(() => page.getByRole("button", { name: consentMessages.refuse.ko }).count()).toBe(0);
  await page.getByRole("button", { name: consentMessages.agree.ko }).click();
  await page.waitForURL("**/merchant/consents/personal-data");
  await newcomer.findsNothingWrong();
  await shot(newcomer, "consent-personal");
  await page.getByRole("button", { name: consentMessages.agree.ko }).click();
  await page.waitForURL("**/merchant/consents/passing-on");
  await newcomer.findsNothingWrong();
  await shot(newcomer, "consent-passing");
  await page.getByRole("button", { name: consentMessages.refuse.ko }).click();
  await page.waitForURL("**/merchant/application");
  await page.goto(`${house.origin}/account`);
  await newcomer.findsNothingWrong();
  await shot(newcomer, "account");
  await page.goto(`${house.origin}/consents/personal-data`);
  await newcomer.findsNothingWrong();
  await shot(newcomer, "text");

  // Nothing of theirs is anywhere: leaving is done at once.
  await page.goto(`${house.origin}/merchant/closing`);
  await page.getByRole("button", { name: closingMessages.close.ko }).click();
  await expect
    .poll(async () => {
      await page.goto(`${house.origin}/merchant/closing`);
      return new URL(page.url()).pathname;
    })
    .toBe("/login");
  await newcomer.leave();
});

test("a mall's terms, agreeing, withdrawing, and a closing that is taken back before the malls have let go", async () => {
  const { login = "" } = demonstrationLogins().find(({ name }) => name === "백정숙") ?? {};
  const merchant = await enter(browser, phone);
  const { page } = merchant;
  await logInWithCode(merchant, office, house.origin, login);

  await office.page.goto(`${house.origin}/office/malls`);
  const naver = office.page.locator("form.desk-terms", { has: office.page.locator('input[value="naver"]') });
  await naver.getByLabel(officeMessages.feePercent.ko).fill("6.5");
  await naver.getByRole("button").click();
  await office.page.getByText(/곳에 다시 여쭤봐요/).waitFor();
  await office.findsNothingWrong();
  await shot(office, "office-malls");

  await page.goto(`${house.origin}/merchant`);
  await page.getByText(say("ko", m.openNotice, { count: 1 })).waitFor();
  await page.getByRole("link", { name: m.look.ko }).first().click();
  await page.waitForURL("**/merchant/malls");
  await merchant.findsNothingWrong();
  await shot(merchant, "malls");
  await page.getByText(m.changed.ko).waitFor();
  await page.goto(`${house.origin}/merchant/malls/naver`);
  await page.getByText("650원").waitFor();
  await merchant.findsNothingWrong();
  await shot(merchant, "mall");
  await page.getByRole("button", { name: m.agree.ko }).click();
  await page.waitForURL("**/merchant/malls?agreed=naver");
  await merchant.findsNothingWrong();
  await page.goto(`${house.origin}/merchant/malls/naver`);
  await page.getByText(m.withdraw.ko).click();
  await merchant.findsNothingWrong();
  await shot(merchant, "mall-agreed");
  await page.getByRole("button", { name: m.withdrawNow.ko }).click();
  await page.waitForURL("**/merchant/malls?withdrawn=naver");
  await merchant.findsNothingWrong();

  await page.goto(`${house.origin}/account`);
  await page
    .getByRole("link", { name: say("ko", consentMessages.lookAt, { consent: consentWords.passing_on.name.ko }) })
    .click();
  await page.getByText(consentMessages.withdraw.ko).click();
  await merchant.findsNothingWrong();
  await page.getByRole("button", { name: consentMessages.withdrawNow.ko }).click();
  await page.waitForURL("**/merchant/consents/passing-on?withdrawn");
  await merchant.findsNothingWrong();
  await page.getByRole("button", { name: consentMessages.agreeNow.ko }).click();
  await page.waitForURL("**/account");

  await page.goto(`${house.origin}/merchant/closing`);
  await merchant.findsNothingWrong();
  await shot(merchant, "closing");
  await page.getByRole("button", { name: closingMessages.close.ko }).click();
  await page.getByText(closingMessages.closing.ko).waitFor();
  await merchant.findsNothingWrong();
  await shot(merchant, "closing-asked");
  // Nothing has gone before the malls have said so.
  expect((await page.request.get(`${house.origin}/stores/baeksong-oil`)).status()).toBe(200);
  await page.goto(`${house.origin}/merchant`);
  await page.getByText(closingMessages.closing.ko).waitFor();
  await page.getByRole("link", { name: closingMessages.toClosing.ko }).click();
  await page.getByRole("button", { name: closingMessages.takeBack.ko }).click();
  await page.waitForURL((url) => url.pathname === "/merchant");
  await expect.poll(() => page.getByText(closingMessages.closing.ko).count()).toBe(0);
  await page.setViewportSize(desk);
  for (const [path, name] of [
    ["/merchant/malls", "malls"],
    ["/merchant/malls/naver", "mall"],
    ["/merchant/closing", "closing"],
    ["/account", "account"],
    ["/merchant/consents/passing-on", "consent"],
  ]) {
    await page.goto(`${house.origin}${path}`);
    await merchant.findsNothingWrong();
    await shot(merchant, `wide-${name}`);
  }
  await merchant.leave();
});
