import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Cookie, Page } from "@playwright/test";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatPhone } from "#app/domain/account/phone.ts";
import { draftMessages } from "#app/messages/drafts.ts";
import { photoSentences } from "#app/messages/issues/photo.ts";
import { merchantMessages } from "#app/messages/merchant.ts";
import { photoEditorMessages as m, stepWords } from "#app/messages/photo-editor.ts";
import { productPhotoMessages } from "#app/messages/product-photos.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins, merchants } from "#prisma/seed/demonstration/people.ts";
import { noise } from "../unit/made-pictures.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

let house: House;
let browser: Browser;
/** Of merchants who have logged in, one without a product yet and one with some: codes are sent once a minute. */
let [cookies, sellersCookies]: Cookie[][] = [];
let folder: string;

const red = [200, 30, 40];
const blue = [30, 60, 190];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const office = await enter(browser, desk);
  const { login, password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? { login: "" };
  await logInWithPassword(office, house.origin, login, password);
  const cookiesOf = async (login = "") => {
    const merchant = await enter(browser, phone);
    await logInWithCode(merchant, office, house.origin, login);
    const given = await merchant.page.context().cookies();
    await merchant.leave();
    return given;
  };
  cookies = await cookiesOf(demonstrationLogins()[0]?.login);
  sellersCookies = await cookiesOf(
    formatPhone(merchants.find(({ store }) => store === "gangbuk-farmers")?.phone ?? ""),
  );
  folder = await mkdtemp(join(tmpdir(), "baekseon-photos-"));
  const lit = await flag({});
  await writeFile(join(folder, "flag.jpg"), lit);
  await writeFile(join(folder, "again.jpg"), await sharp(lit).resize(1280).jpeg({ quality: 60 }).toBuffer());
  await writeFile(join(folder, "dark.jpg"), await flag({ light: 0.18, left: 700 }));
  await writeFile(join(folder, "film.mp4"), Buffer.from("0000001c667479706d703432000000006d70343269736f6d", "hex"));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** Blue above red, a third as wide as the photo, left of its middle, before a plain wall with a sensor's grain. */
async function flag({ light = 1, left = 160 }): Promise<Buffer> {
  const rect = (colour: number[]) =>
    sharp({ create: { width: 500, height: 250, channels: 3, background: `rgb(${colour.join()})` } })
      .png()
      .toBuffer();
  const grain = await noise(800, 600, left).resize(1600, 1200).linear(0.12, 112).png().toBuffer();
  const picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#ddd5c6" } })
    .composite([
      { input: await rect(blue), left, top: 300 },
      { input: await rect(red), left, top: 550 },
      { input: grain, blend: "soft-light" },
    ])
    .png()
    .toBuffer();
  return sharp(picture).linear(light, 0).jpeg({ quality: 90 }).toBuffer();
}

async function merchantWith({ script, sells = false }: { script: boolean; sells?: boolean }): Promise<Person> {
  const merchant = await enter(browser, phone, { script });
  await merchant.page.context().addCookies((sells ? sellersCookies : cookies) ?? []);
  return merchant;
}

const cards = (page: Page) => page.locator(".photo-card");
const files = (...names: string[]) => names.map((name) => join(folder, name));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

/** The picture that the review shows of the main photo, as pixels. */
async function mainPicture(page: Page) {
  const src = await page.locator(".review-photos li:first-child img").getAttribute("src");
  expect(src).toMatch(/^\/renditions\/[0-9a-f]{64}\.webp$/);
  const answer = await page.request.get(`${house.origin}${src}`);
  const bytes = await answer.body();
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  return { width: info.width, height: info.height, at };
}

function near(colour: number[], other: number[]): boolean {
  return colour.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 45);
}

test("photos are uploaded, hinted at, cropped by finger and key, turned, put in order and saved", async () => {
  const merchant = await merchantWith({ script: true });
  const { page } = merchant;
  await page.goto(`${house.origin}/merchant/drafts/new`);
  await page.getByText(draftMessages.album.ko).waitFor();
  await page
    .locator("input[type=file][multiple]")
    .setInputFiles(files("dark.jpg", "flag.jpg", "film.mp4", "again.jpg"));
  await page.waitForURL(/\/photos$/);
  await expect.poll(() => page.getByText(draftMessages.ready.ko, { exact: true }).count(), { timeout: 60_000 }).toBe(3);
  await expect.poll(() => page.locator(".photo-card .tone-refused").count()).toBe(1);
  // Each says in words what might be better.
  await expect.poll(() => page.getByText("사진이 어두워요").count()).toBe(1);
  await expect.poll(() => page.getByText("이미 있는 사진과 같아요").count()).toBe(1);
  await findsScreenSound(merchant);

  // What was looked at once stays so after a reload.
  await page.reload();
  await expect.poll(() => page.getByText(draftMessages.ready.ko, { exact: true }).count()).toBe(3);
  await press(page, m.intended.ko);
  await expect.poll(() => page.getByText("이미 있는 사진과 같아요").count()).toBe(0);
  await page.getByRole("button", { name: say("ko", draftMessages.removeNumber, { number: 3 }) }).click();
  await expect.poll(() => cards(page).count()).toBe(3);
  await page.getByRole("button", { name: say("ko", m.firstNumber, { number: 2 }) }).click();
  await expect.poll(() => page.locator(".photo-card").nth(1).getByText("사진이 어두워요").count()).toBe(1);

  await page.getByRole("link", { name: say("ko", m.openNumber, { number: 1 }) }).click();
  await page.getByRole("button", { name: stepWords.suggested.ko }).click();
  const frame = page.locator(".ReactCrop__crop-selection");
  const begun = await frame.boundingBox();
  if (!begun) throw new Error("no frame");
  await frame.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Math.round((await frame.boundingBox())?.x ?? 0)).toBe(Math.round(begun.x + 5));
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
  await dragByFinger(page, { x: begun.x + begun.width / 2, y: begun.y + begun.height / 2 }, { x: 30, y: 0 });
  await expect.poll(async () => Math.round((await frame.boundingBox())?.x ?? 0)).toBe(Math.round(begun.x + 30));
  await dragByFinger(page, { x: begun.x + 30 + begun.width / 2, y: begun.y + begun.height / 2 }, { x: -30, y: 0 });
  await findsScreenSound(merchant);
  await press(page, stepWords["turn-right"].ko);
  await press(page, m.save.ko);
  await page.waitForURL(/\/photos$/);
  // The open page hears when the picture is made.
  await expect.poll(() => page.getByText(draftMessages.ready.ko, { exact: true }).count(), { timeout: 30_000 }).toBe(3);

  await page.goto(page.url().replace(/photos$/, "review"));
  const picture = await mainPicture(page);
  expect(picture.width).toBe(picture.height);
  // Blue was above red: a quarter to the right puts it at the right. The wall is cut off all around, but for a little air.
  expect(near(picture.at(0.75, 0.5), blue)).toBe(true);
  expect(near(picture.at(0.25, 0.5), red)).toBe(true);
  expect([0.15, 0.85].every((y) => near(picture.at(0.75, y), blue))).toBe(true);
  await merchant.leave();
});

/** As a finger does it; the browser makes pointer events of it. */
async function dragByFinger(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + by.x * share, y: from.y + by.y * share }],
    });
  await touch("touchStart", 0);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch("touchMove", share);
  await touch("touchEnd", 1);
  await session.detach();
}

test("without script buttons do it all, and the page shows what each makes of the photo", async () => {
  const merchant = await merchantWith({ script: false });
  const { page } = merchant;
  await page.goto(`${house.origin}/merchant/drafts/new`);
  await page.locator("input[type=file]").setInputFiles(files("flag.jpg"));
  await press(page, draftMessages.sendPhotos.ko);
  await page.waitForURL(/\/photos/);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText(draftMessages.ready.ko, { exact: true }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await page.getByRole("link", { name: say("ko", m.openNumber, { number: 1 }) }).click();
  await press(page, stepWords.suggested.ko);
  await press(page, stepWords["turn-left"].ko);
  await press(page, stepWords.margin.ko);
  // The preview is drawn by the server: turned, and square.
  await expect.poll(() => page.locator(".editor-result image").getAttribute("transform")).toBe("rotate(270)");
  const [, , width, height] = (await page.locator(".editor-result > svg").getAttribute("viewBox"))?.split(" ") ?? [];
  expect(width).toBe(height);
  await press(page, m.save.ko);
  await page.waitForURL(/\/photos$/);
  const review = page.url().replace(/photos$/, "review");
  await expect
    .poll(
      async () => {
        await page.goto(review);
        return page.locator(".review-photos img").count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  const picture = await mainPicture(page);
  expect(picture.width).toBe(picture.height);
  expect(near(picture.at(0.25, 0.5), blue)).toBe(true);
  expect(near(picture.at(0.75, 0.5), red)).toBe(true);
  // The margin.
  expect(near(picture.at(0.02, 0.5), [255, 255, 255])).toBe(true);
  expect(merchant.complaints).toEqual([]);
  await merchant.leave();
});

/** The first of the merchant's products, from the page that lists them. */
async function openStandingProduct(page: Page): Promise<string> {
  await page.goto(`${house.origin}/merchant`);
  const href = await page.locator(".product-link").first().getAttribute("href");
  await page.goto(`${house.origin}${href}`);
  await page.getByRole("link", { name: merchantMessages.changePhotos.ko }).click();
  await page.waitForURL(/products\/[0-9a-f-]{36}\/photos$/);
  await page.getByRole("heading", { level: 1, name: productPhotoMessages.title.ko }).waitFor();
  return href ?? "";
}

const saved = (page: Page) => page.getByText(draftMessages.ready.ko, { exact: true });

test("a standing product gets two photos although the answer to the first is lost and the page is closed", async () => {
  const merchant = await merchantWith({ script: true, sells: true });
  const context = merchant.page.context();
  const product = await openStandingProduct(merchant.page);
  const there = await cards(merchant.page).count();
  await findsScreenSound(merchant);

  // The server has the first one, and the phone never hears of it.
  let reached = 0;
  await context.route("**/merchant/photos?*", async (route) => {
    await route.fetch();
    reached += 1;
    await context.setOffline(true);
    await route.abort();
  });
  await merchant.page.locator("input[type=file][multiple]").setInputFiles(files("dark.jpg", "again.jpg"));
  await expect.poll(() => merchant.page.getByText(draftMessages.waiting.ko).count(), { timeout: 30_000 }).toBe(2);
  expect(reached).toBe(1);
  await context.unroute("**/merchant/photos?*");
  // The cut connection is the console's only complaint: what the server tells of the first one is looked up later.
  merchant.complaints.length = 0;
  await findsScreenSound(merchant);
  await expect.poll(() => merchant.page.getByText(draftMessages.waiting.ko).count()).toBe(2);
  await merchant.reopen();
  await context.setOffline(false);

  // Whatever page is opened next sends what is left.
  const { page } = merchant;
  let sent = 0;
  page.on("response", (answer) => {
    if (answer.url().includes("/merchant/photos?product=")) sent += 1;
  });
  await page.goto(`${house.origin}${product}`);
  await expect.poll(() => sent, { timeout: 30_000 }).toBe(2);
  await page.goto(`${house.origin}${product}/photos`);
  await expect.poll(() => saved(page).count(), { timeout: 60_000 }).toBe(there + 2);
  await expect.poll(() => cards(page).count()).toBe(there + 2);
  await cards(page).nth(there).getByText("사진이 어두워요").waitFor();
  await findsScreenSound(merchant);

  // One that cannot be used says why, keeps the others as they are, and is taken away with a press.
  await page.locator("input[type=file][multiple]").setInputFiles(files("film.mp4", "dark.jpg"));
  await page.locator(".photo-card .tone-refused").waitFor({ timeout: 30_000 });
  await page.locator(".queued-photo .tone-refused").first().waitFor({ timeout: 30_000 });
  // The answer 422 to the photo that is there already.
  merchant.complaints.length = 0;
  await findsScreenSound(merchant);
  await page.locator(".queued-photo").getByRole("button", { name: draftMessages.removePhoto.ko }).click();
  await page
    .getByRole("button", { name: say("ko", draftMessages.removeNumber, { number: there + 3 }), exact: true })
    .click();
  await page.locator(".tone-refused").first().waitFor({ state: "detached" });
  await expect.poll(() => cards(page).count()).toBe(there + 2);

  await page.getByRole("link", { name: productPhotoMessages.done.ko, exact: true }).click();
  await page.waitForURL(`**${product}`);
  await expect.poll(() => page.locator(".photos img").count()).toBe(there + 2);
  await merchant.leave();
}, 180_000);

test("without script a standing product gets a photo by a plain form, and the same one again is told of", async () => {
  const merchant = await merchantWith({ script: false, sells: true });
  const { page } = merchant;
  await openStandingProduct(page);
  const there = await cards(page).count();
  const sendFlag = async () => {
    await page.locator("input[type=file]").setInputFiles(files("flag.jpg"));
    await press(page, draftMessages.sendPhotos.ko);
    await page.waitForURL(/\/photos/);
  };
  await sendFlag();
  await expect
    .poll(
      async () => {
        await page.reload();
        return saved(page).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(there + 1);
  await sendFlag();
  await page.getByText(say("ko", photoSentences["photo.already_there"], { photo: "flag.jpg" })).waitFor();
  expect(merchant.complaints).toEqual([]);
  await merchant.leave();
}, 120_000);
