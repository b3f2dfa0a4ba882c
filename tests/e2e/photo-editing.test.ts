import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Cookie, Page } from "@playwright/test";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftMessages } from "#app/messages/drafts.ts";
import { photoEditorMessages as m, stepWords } from "#app/messages/photo-editor.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { noise } from "../unit/made-pictures.ts";
import { launchBrowser } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

let house: House;
let browser: Browser;
/** Of a merchant who has logged in: codes are sent once a minute. */
let cookies: Cookie[];
let folder: string;

const red = [200, 30, 40];
const blue = [30, 60, 190];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const office = await enter(browser, desk);
  const { login, password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? { login: "" };
  await logInWithPassword(office, house.origin, login, password);
  const merchant = await enter(browser, phone);
  await logInWithCode(merchant, office, house.origin, demonstrationLogins()[0]?.login ?? "");
  cookies = await merchant.page.context().cookies();
  await merchant.leave();
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

async function merchantWith({ script }: { script: boolean }): Promise<Person> {
  const merchant = await enter(browser, phone, { script });
  await merchant.page.context().addCookies(cookies);
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
