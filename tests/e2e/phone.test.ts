import type { Browser, Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { categoryWords } from "#app/messages/category-words.ts";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { madeHeic } from "#tests/unit/made-heic.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

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

/** Merchants of the demonstration, by their place in its list. */
const merchant = (index: number) => demonstrationLogins()[index]?.login ?? "";

interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** As a phone takes it: twelve megapixels lying on their side, and the turn written beside them. */
async function lyingPhoto(): Promise<ChosenFile> {
  const bottle = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">
    <rect width="4000" height="3000" fill="#efe6d3"/>
    <g transform="translate(0 3000) rotate(-90)">
      <rect x="1050" y="900" width="900" height="2500" rx="160" fill="#b5762a"/>
      <rect x="1320" y="500" width="360" height="420" fill="#5b3a16"/>
    </g></svg>`;
  const buffer = await sharp(Buffer.from(bottle)).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
  return { name: "기름.jpg", mimeType: "image/jpeg", buffer };
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const album = (page: Page) => page.getByLabel(m.album.ko);
const stepOf = (page: Page) => decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");

const answers: Readonly<Record<string, string>> = {
  name: "저온압착 국산 참기름 350ml",
  price: "12000",
  origin: "국내산",
  description: "망원시장에서 서른일곱 해째 기름을 짜요.\n아침마다 깨를 볶아 그날 짠 기름만 병에 담아 보내 드려요.",
  stock: "40",
};

/** Writes what she knows; of what the law asks, what is filled in for her, else the example beside the field. */
async function fillIn(page: Page): Promise<void> {
  const text = page.locator("main form").getByRole("textbox");
  // The address changes a moment before the page does.
  await text.or(page.getByRole("radio")).first().waitFor();
  if ((await text.count()) === 0) return page.getByRole("radio").first().check();
  const own = answers[stepOf(page)];
  if (own !== undefined) return text.fill(own);
  if ((await text.inputValue()) !== "" || !stepOf(page).startsWith("notice.")) return;
  const hint = await page.locator(".field-hint").innerText();
  await text.fill(hint.replace("예: ", "").split(" 또는 ")[0] ?? "");
}

async function goOn(page: Page): Promise<void> {
  const step = stepOf(page);
  await press(page, m.next.ko).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${encodeURI(step)}`));
}

/** From the name to the review; `look` is called on every screen before anything is done on it. */
async function answerAll(page: Page, look: () => Promise<void>): Promise<void> {
  while (stepOf(page) !== "review") {
    await look();
    if (stepOf(page) === "category") {
      await page.getByRole("link", { name: "먹을거리" }).click();
      await page.waitForURL(/group=food/);
      await look();
      const kind = categoryWords.GENERAL_FOOD?.name.ko ?? "";
      await page.getByRole("button", { name: kind }).click();
      await page.waitForURL((url) => !url.pathname.endsWith("/category"));
    } else {
      await fillIn(page);
      if (stepOf(page) === "price") await look();
      await goOn(page);
    }
  }
}

test("the miller makes a product with her phone, on a network that comes and goes, and sends it in", async () => {
  const miller = await enter(browser, phone);
  const context = miller.page.context();
  await logInWithCode(miller, office, house.origin, merchant(0));
  await findsScreenSound(miller);
  await miller.page.getByRole("link", { name: m.begin.ko }).click();
  await album(miller.page).waitFor({ state: "attached" });
  await findsScreenSound(miller);

  // The network is gone before the first photo is sent, and the page is closed.
  await context.setOffline(true);
  const original = await lyingPhoto();
  await album(miller.page).setInputFiles(original);
  await miller.page.getByText(m.waiting.ko).waitFor();
  await findsScreenSound(miller);
  await miller.reopen();
  await context.setOffline(false);

  const { page } = miller;
  const sent = page.waitForRequest((request) => request.url().includes("/merchant/photos?draft="));
  await page.goto(`${house.origin}/merchant`);
  const sentBytes = Number((await (await sent).allHeaders())["content-length"]);
  expect(sentBytes).toBeGreaterThan(0);
  expect(sentBytes).toBeLessThan(original.buffer.length / 2);
  await page.getByText(say("ko", m.listTitle, { count: 1 })).waitFor();
  await findsScreenSound(miller);
  await page.getByRole("link", { name: say("ko", m.goOnWith, { name: m.unnamed.ko }) }).click();
  await page.waitForURL("**/name");

  // Cut once more while she types: what she typed stays.
  await fillIn(page);
  await context.setOffline(true);
  await press(page, m.next.ko).click();
  await page.getByText(m.offlineTitle.ko).waitFor();
  await expect.poll(() => page.getByRole("textbox").inputValue()).toBe(answers.name);
  await findsScreenSound(miller);
  await context.setOffline(false);
  await page.getByText(m.offlineTitle.ko).waitFor({ state: "detached" });

  await answerAll(page, async () => {
    await findsScreenSound(miller);
    const price = page.locator("input.won");
    if (stepOf(page) !== "price" || (await price.inputValue()) === "") return;
    await expect.poll(() => price.getAttribute("inputmode")).toBe("numeric");
    await page.getByText("12,000원 (1만 2천 원)", { exact: true }).waitFor();
  });
  await findsScreenSound(miller);
  await press(page, m.finish.ko).click();
  await page.waitForURL("**/done");
  await findsScreenSound(miller);
  await page.getByRole("link", { name: m.see.ko }).click();
  await page.waitForURL(/products\/[0-9a-f-]{36}$/);
  await findsScreenSound(miller);
  const { pathname: product } = new URL(page.url());
  const photo = page.locator(".photos img").first();
  await expect
    .poll(() => photo.evaluate((one: HTMLImageElement) => one.naturalHeight - one.naturalWidth))
    .toBeGreaterThan(0);

  await page.getByRole("link", { name: merchantMessages.toJudges.ko }).click();
  await page.waitForURL("**/submit");
  await findsScreenSound(miller);
  await page.locator("main .button-main").click();
  await page.waitForURL(/sent=/);
  await page.getByText(/개를 심사에 보냈어요/).waitFor();
  await findsScreenSound(miller);
  for (const other of [
    ...["edit", "photos", "malls/coupang"].map((one) => `${product}/${one}`),
    "/merchant/malls-table",
  ]) {
    await page.goto(house.origin + other);
    await findsScreenSound(miller);
  }
  await miller.leave();
}, 180_000);

/** Goes on with the Tab key until it stands on what is wanted. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: "attached" });
  for (let steps = 0; steps < 60; steps++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key never comes to ${wanted}`);
}

/** As iPhones save theirs; Chromium cannot draw it, the server can. */
const heic = madeHeic({ tiles: ["red", "green", "blue", "yellow"], columns: 2 });

test("by keyboard alone, with a photo that the browser cannot draw", async () => {
  const clerk = await enter(browser, phone);
  const { page } = clerk;
  await logInWithCode(clerk, office, house.origin, merchant(1));
  await tabTo(page, page.getByRole("link", { name: m.begin.ko }));
  await page.keyboard.press("Enter");
  await tabTo(page, album(page));
  await album(page).setInputFiles({ name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: heic });
  await page.waitForURL("**/photos");
  await page.getByRole("img", { name: say("ko", m.photoNumber, { number: 1 }) }).waitFor();
  await findsScreenSound(clerk);
  await page.getByText(m.ready.ko, { exact: true }).waitFor();
  await findsScreenSound(clerk);

  await tabTo(page, page.getByRole("link", { name: m.next.ko, exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/name");
  await tabTo(page, page.getByRole("textbox"));
  await page.keyboard.type("느티나무 도마");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/price");
  // Whoever hears the page is led to the start of the new question.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
  await tabTo(page, page.getByRole("textbox"));
  await page.keyboard.type("공짜");
  await page.keyboard.press("Enter");
  await page.getByText(m.keptNotice.ko).waitFor();
  await expect.poll(() => page.getByRole("textbox").getAttribute("aria-invalid")).toBe("true");
  // The answer 422 of the form is the console's only complaint.
  clerk.complaints.length = 0;
  await findsScreenSound(clerk);
  await tabTo(page, page.getByRole("textbox"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("35,000원");
  await page.getByText("35,000원 (3만 5천 원)", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/category");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("도마");
  await page.keyboard.press("Enter");
  await page.waitForURL(/word=/);
  await findsScreenSound(clerk);
  await tabTo(page, page.getByRole("button", { name: categoryWords.KITCHEN_UTENSILS?.name.ko ?? "" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/origin");
  await tabTo(page, press(page, m.home.ko));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/merchant");
  await tabTo(page, page.getByRole("link", { name: say("ko", m.goOnWith, { name: "느티나무 도마" }) }));
  await clerk.leave();
});

test("form by form without script, on the narrowest phone", async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: "ko-KR",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await logInWithCode({ page } as Person, office, house.origin, merchant(2));
  await page.getByRole("link", { name: m.begin.ko }).click();
  await page.getByLabel(m.choosePhotos.ko).setInputFiles(await lyingPhoto());
  await press(page, m.sendPhotos.ko).click();
  await page.waitForURL("**/photos");
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText(m.ready.ko, { exact: true }).count();
    })
    .toBe(1);
  await page.getByRole("link", { name: m.next.ko, exact: true }).click();
  await page.waitForURL("**/name");
  let refusedDates = 0;
  await answerAll(page, async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    if (stepOf(page) !== "notice.packDate" || refusedDates++ > 0) return;
    // Words in place of a date are another field's, and what is wrong with them is said here all the same.
    const date = page.locator("main form").getByRole("textbox");
    await date.fill("주문 후 제조 ".repeat(60));
    await press(page, m.next.ko).click();
    await expect.poll(() => date.getAttribute("aria-invalid")).toBe("true");
    await date.fill("");
  });
  expect(refusedDates).toBe(1);
  await press(page, m.finish.ko).click();
  await page.waitForURL("**/done");
  await page.getByRole("link", { name: merchantMessages.toJudges.ko }).click();
  await page.locator("main .button-main").click();
  await page.waitForURL(/sent=/);
  await page.getByText(/개를 심사에 보냈어요/).waitFor();
  await context.close();
});
