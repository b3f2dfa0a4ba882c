import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helpMessages as m } from "#app/messages/help.ts";
import { accountSentences } from "#app/messages/issues/account.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone, readCode } from "./person.ts";

let house: House;
let browser: Browser;
let office: Person;

const logins = demonstrationLogins();
const officeLogin = logins.find(({ role }) => role === "office");
/** Somebody who sells already. */
const merchantLogin = logins.filter(({ role }) => role === "merchant")[1];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  await logInWithPassword(office, house.origin, officeLogin?.login ?? "", officeLogin?.password ?? "");
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test("an officer at the stall types for a merchant who read the code out, and cannot send", async () => {
  const destination = merchantLogin?.login ?? "";
  const merchantName = merchantLogin?.name ?? "";
  const officer = await enter(browser, phone);
  await logInWithPassword(officer, house.origin, officeLogin?.login ?? "", officeLogin?.password ?? "");
  await officer.page.goto(`${house.origin}/help`);
  await officer.findsNothingWrong();
  await officer.page.getByLabel(m.phone.ko).fill(destination);
  await officer.page.getByRole("button", { name: m.ask.ko }).click();
  await officer.page.getByLabel(m.code.ko).fill(await readCode(office, house.origin, destination));
  await officer.findsNothingWrong();
  await officer.page.getByRole("button", { name: m.begin.ko }).click();
  await officer.page.waitForURL(/\/merchant$/);
  await officer.page.getByText(say("ko", m.helping, { merchant: merchantName })).waitFor();
  await officer.findsNothingWrong();

  await officer.page.locator(".product-link").first().click();
  await officer.page.waitForURL(/\/merchant\/products\/[0-9a-f-]{36}$/);
  const product = new URL(officer.page.url()).pathname;
  await officer.page.goto(`${house.origin}${product}/edit?field=maker`);
  await officer.page.locator("[name=maker]").fill("백송기름집 종로 방앗간");
  await officer.page.getByRole("button", { name: merchantMessages.save.ko }).click();
  const officerName = officeLogin?.name ?? "";
  await officer.page.getByText(say("ko", m.typedBy, { name: officerName })).waitFor();
  await officer.findsNothingWrong();
  await office.page.goto(`${house.origin}/office/products/${product.split("/").at(-1)}`);
  const typed = office.page.locator("section", { hasText: m.typedForThem.ko });
  await expect.poll(() => typed.locator("dl").innerText()).toBe(`${officerName}\n제조자`);
  await office.findsNothingWrong();

  await officer.page.goto(`${house.origin}/merchant/submit`);
  const send = officer.page.getByRole("button", {
    name: new RegExp(say("ko", merchantMessages.submitButton, { count: "\\d+" })),
  });
  if ((await send.count()) > 0) {
    await send.click();
    await officer.page.getByText(accountSentences["help.only_merchant"].ko).waitFor();
  }

  const merchant = await enter(browser, phone);
  await logInWithCode(merchant, office, house.origin, destination);
  await merchant.page.goto(`${house.origin}/account`);
  await merchant.page.getByText(m.helpers.ko).waitFor();
  await merchant.findsNothingWrong();
  await merchant.page.getByRole("button", { name: m.end.ko }).click();
  await expect.poll(() => merchant.page.getByText(m.helpers.ko).count()).toBe(0);
  await merchant.leave();

  await officer.page.goto(`${house.origin}/office`);
  expect(new URL(officer.page.url()).pathname).toBe("/office");
  await officer.leave();
}, 120_000);
