import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loginMessages } from "#app/messages/account.ts";
import { applicationMessages as m, stepWords } from "#app/messages/application.ts";
import { consentMessages } from "#app/messages/consents.ts";
import { accountSentences } from "#app/messages/issues/account.ts";
import { joinMessages } from "#app/messages/join.ts";
import { storeFileMessages as file, requirementWords } from "#app/messages/requirements.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithPassword, type Person, phone, readCode } from "./person.ts";

let house: House;
let browser: Browser;
let office: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  office = await enter(browser, desk);
  const { login = "", password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? {};
  await logInWithPassword(office, house.origin, login, password);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const storeName = "망원 참기름집";

async function photo(name: string, red: number) {
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background: { r: red, g: 150, b: 90 } } });
  return { name, mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

async function join(page: Page, number: string): Promise<void> {
  await page.goto(`${house.origin}/join`);
  await page.getByLabel(loginMessages.phone.ko).fill(number);
  await page.getByRole("button", { name: joinMessages.send.ko }).click();
  await page.waitForURL("**/login/code**");
  await page.getByLabel(loginMessages.code.ko).fill(await readCode(office, house.origin, number));
  await page.getByRole("button", { name: loginMessages.enter.ko, exact: true }).click();
  for (const kind of ["terms", "personal-data", "passing-on"]) {
    await page.waitForURL(`**/merchant/consents/${kind}`);
    await page.getByRole("button", { name: consentMessages.agree.ko }).click();
  }
  await page.waitForURL("**/merchant/application");
}

const next = (page: Page) => page.getByRole("button", { name: m.next.ko, exact: true });

/** Sound, also with letters twice as large on the narrowest phone. */
async function soundScreen(miller: Person): Promise<void> {
  const { page } = miller;
  await miller.findsNothingWrong();
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide = await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = "200%";
    const { scrollWidth, clientWidth } = document.documentElement;
    style.fontSize = "";
    return scrollWidth - clientWidth;
  });
  expect(tooWide, `${page.url()} at 320 px and 200 %`).toBeLessThanOrEqual(0);
  const small = await page
    .locator("main :is(a, button, summary, select, input:not([type=hidden], [type=radio]))")
    .evaluateAll((controls) =>
      controls
        .filter((one) => one.clientHeight > 0 && one.getBoundingClientRect().height < 47)
        .map((one) => one.outerHTML),
    );
  expect(small, page.url()).toEqual([]);
  await page.setViewportSize(phone);
}

/** Answers the step on the screen and goes on to the next one. */
async function answer(miller: Person, step: keyof typeof stepWords, fill: (page: Page) => Promise<void>) {
  const { page } = miller;
  await page.waitForURL(`**/merchant/application/${step}**`);
  await soundScreen(miller);
  await fill(page);
  await next(page).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${step}`));
}

async function show(miller: Person, step: keyof typeof stepWords, red: number) {
  const { page } = miller;
  await page.waitForURL(`**/merchant/application/${step}**`);
  await soundScreen(miller);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(await photo(`${step}.jpg`, red));
  await page.getByRole("button", { name: m.upload.ko, exact: true }).first().click();
  await page.getByText(m.added.ko).waitFor();
  await soundScreen(miller);
  await page.getByRole("link", { name: m.next.ko, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${step}`));
}

test("the sesame-oil miller of Mangwon market joins with her phone, and the office lets her in", async () => {
  const miller = await enter(browser, phone);
  const { page } = miller;
  await page.goto(`${house.origin}/join`);
  await soundScreen(miller);
  await join(page, "010-6789-0001");
  await soundScreen(miller);
  await page.getByRole("link", { name: m.begin.ko }).click();

  await page.waitForURL("**/business-number");
  await page.getByRole("textbox").fill("123-45-67890");
  await next(page).click();
  await page.getByText(accountSentences["business_number.checksum"].ko).waitFor();
  // The answer 422 of the form is the console's only complaint.
  miller.complaints.length = 0;
  await soundScreen(miller);
  await answer(miller, "business-number", (own) => own.getByRole("textbox").fill("124-81-00998"));
  await show(miller, "registration", 10);
  await answer(miller, "name", (own) => own.getByRole("textbox").fill(storeName));
  await answer(miller, "owner", (own) => own.getByRole("textbox").fill("김순자"));
  await answer(miller, "phone", async (own) => {
    await expect.poll(() => own.getByRole("textbox").inputValue()).toBe("010-6789-0001");
  });
  await answer(miller, "kind", (own) => own.getByRole("radio", { name: /전통시장/ }).check());
  await show(miller, "proof", 60);
  // The browser is closed in the middle: nothing is lost.
  await page.goto(`${house.origin}/merchant`);
  await page.waitForURL("**/merchant/application");
  await page.getByRole("link", { name: m.goOn.ko }).click();
  await answer(miller, "address", async (own) => {
    await own.locator("input[name=postcode]").fill("04015");
    await own.locator("input[name=address]").fill("서울특별시 마포구 포은로6길 27");
  });
  await page.waitForURL("**/market");
  await page.getByLabel(m.marketWord.ko).fill("망원");
  await page.getByRole("button", { name: m.find.ko, exact: true }).click();
  await page.waitForURL(/word=/);
  await answer(miller, "market", (own) => own.getByRole("radio", { name: /망원시장/ }).check());
  await answer(miller, "story", (own) => own.getByRole("textbox").fill("1989년부터 참깨를 볶아 기름을 짜고 있어요."));
  await show(miller, "photo", 200);
  await answer(miller, "hours", (own) => own.getByRole("textbox").fill("월~토 09:00~19:00"));
  await answer(miller, "visits", (own) => own.getByRole("radio").first().check());
  await answer(miller, "mail-order", (own) => own.getByRole("radio").nth(1).check());
  await answer(miller, "terms", async (own) => {
    for (const [name, fee] of [
      ["shipping_fee", "3000"],
      ["return_fee", "3000"],
      ["exchange_fee", "6000"],
    ]) {
      await own.locator(`input[name=${name}]`).fill(fee ?? "");
    }
  });
  await page.waitForURL("**/review");
  await soundScreen(miller);
  const given = await page.locator("main").innerText();
  for (const words of ["124-81-00998", storeName, "김순자", "망원시장", "마포구", "3,000원", "6,000원"]) {
    expect(given).toContain(words);
  }
  await page.getByRole("button", { name: m.send.ko, exact: true }).click();
  await page.getByText(m.sentTitle.ko).waitFor();
  await soundScreen(miller);

  const desktop = office.page;
  await desktop.goto(`${house.origin}/office/stores?state=submitted`);
  await office.findsNothingWrong();
  await desktop.getByRole("link", { name: storeName }).click();
  await desktop.waitForURL(/\/office\/stores\/[0-9a-f-]{36}$/);
  await office.findsNothingWrong();
  const address = desktop.url();
  const picture = desktop.locator("img[src^='/office/documents/']").first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1200);
  const stranger = await page.request.get(house.origin + (await picture.getAttribute("src")));
  expect(stranger.status()).toBe(403);

  await desktop.getByLabel(say("ko", file.noteOf, { field: "여는 시간" })).fill("일요일도 여시나요?");
  await desktop.getByRole("button", { name: file.giveBack.ko }).click();
  await desktop.getByText(file.doneReturn.ko).waitFor();

  await page.reload();
  await page.getByText(m.returnedTitle.ko).waitFor();
  await soundScreen(miller);
  await page.getByRole("link", { name: say("ko", m.correct, { step: stepWords.hours.name.ko }) }).click();
  await page.getByText("일요일도 여시나요?").waitFor();
  await answer(miller, "hours", (own) => own.getByRole("textbox").fill("월~토 09:00~19:00, 일요일 쉼"));
  await page.goto(`${house.origin}/merchant`);
  await page.getByRole("link", { name: m.toReview.ko }).click();
  await page.getByRole("button", { name: m.send.ko, exact: true }).click();
  await page.getByText(m.sentTitle.ko).waitFor();

  await desktop.goto(address);
  for (const key of ["business_status", "business_registration", "kind_proof"] as const) {
    const requirement = requirementWords[key].ko;
    await desktop.getByRole("button", { name: say("ko", file.verifyNamed, { requirement }) }).click();
    await desktop.getByRole("button", { name: say("ko", file.unverifyNamed, { requirement }) }).waitFor();
  }
  await office.findsNothingWrong();
  await desktop.getByRole("button", { name: file.approve.ko, exact: true }).click();
  await desktop.getByText(file.doneApprove.ko).waitFor();
  await office.findsNothingWrong();

  await page.goto(`${house.origin}/merchant`);
  await expect.poll(() => new URL(page.url()).pathname).toBe("/merchant");
  await page.goto(`${house.origin}/stores`);
  await page
    .getByRole("link", { name: new RegExp(storeName) })
    .first()
    .click();
  await expect.poll(() => page.locator("main").innerText()).toContain("일요일 쉼");
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator("main img").count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  await miller.leave();
}, 240_000);

test("without script too, on the narrowest phone", async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: "ko-KR",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await join(page, "010-6789-0002");
  await page.getByRole("link", { name: m.begin.ko }).click();
  await page.getByRole("textbox").fill("220-81-6251");
  await next(page).click();
  await page.getByText(accountSentences["business_number.unreadable"].ko).waitFor();
  await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("220-81-6251");
  await page.getByRole("textbox").fill("220-81-62517");
  await next(page).click();
  await page.waitForURL("**/registration");
  await page.locator("input[type=file]").setInputFiles({
    name: "등록증.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("no picture"),
  });
  await page.getByRole("button", { name: m.upload.ko, exact: true }).click();
  await page.getByText(m.notAdded.ko).waitFor();
  await page.locator("input[type=file]").setInputFiles(await photo("등록증.jpg", 30));
  await page.getByRole("button", { name: m.upload.ko, exact: true }).click();
  await page.getByText(m.added.ko).waitFor();
  await page.getByRole("link", { name: m.next.ko, exact: true }).click();
  await page.getByRole("textbox").fill("망원 떡집");
  await next(page).click();
  await page.waitForURL("**/owner");
  await page.getByText(m.allSteps.ko).click();
  await page.getByRole("link", { name: new RegExp(stepWords.name.name.ko) }).click();
  await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("망원 떡집");
  await context.close();
}, 120_000);
