import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Cookie, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { mendingMessages } from "#app/messages/merchant-mending.ts";
import { uploadMessages as m } from "#app/messages/merchant-uploads.ts";
import { say } from "#app/messages/sentence.ts";
import { packPhotos } from "#app/services/archives/pack-photos.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import { dropFiles } from "./drop-files.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";

const sheet = "examples/catalog.xlsx";
let house: House;
let browser: Browser;
/** Of a merchant who has logged in: codes are sent once a minute. */
let cookies: Cookie[];
let folder: string;
/** Bytes that take their time. */
let archive: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  const office = await enter(browser, desk);
  const { login, password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? { login: "" };
  await logInWithPassword(office, house.origin, login, password);
  const merchant = await enter(browser, phone);
  await logInWithCode(merchant, office, house.origin, demonstrationLogins()[0]?.login ?? "");
  cookies = await merchant.page.context().cookies();
  await merchant.leave();
  folder = await mkdtemp(join(tmpdir(), "baekseon-upload-"));
  const noise = join(folder, "noise.jpg");
  await writeFile(noise, randomBytes(12 * 1024 * 1024));
  archive = join(folder, "photos.zip");
  await packPhotos([{ name: "noise.jpg", path: noise }], archive);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
  if (folder) await rm(folder, { recursive: true });
});

async function openDesk(viewport: typeof phone): Promise<Person> {
  const merchant = await enter(browser, viewport);
  await merchant.page.context().addCookies(cookies);
  await merchant.page.goto(`${house.origin}/merchant/imports/new`);
  await merchant.page.locator("input[name=files]").waitFor({ state: "attached" });
  return merchant;
}

async function line(page: Page, megabytesPerSecond: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 5,
    downloadThroughput: -1,
    uploadThroughput: megabytesPerSecond * 1024 * 1024,
  });
  return session;
}

const percentOf = async (page: Page) => Number(await page.locator(".sendings progress").last().getAttribute("value"));

test("a clerk drops the sheet and the photos; the line breaks in the middle, and it goes on by itself", async () => {
  const clerk = await openDesk(desk);
  const { page } = clerk;
  await clerk.findsNothingWrong();
  // So slow that a busy machine has looked at the page before the last byte is sent.
  await line(page, 0.75);
  const sent: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(Number(request.headers()["upload-offset"]));
  });
  await dropFiles(page, ".drop-area", [sheet, archive]);
  await page.getByRole("button", { name: m.begin.ko, exact: true }).click();
  await page.getByRole("button", { name: m.beginWhenSent.ko }).waitFor();
  await expect.poll(() => percentOf(page), { timeout: 30_000 }).toBeGreaterThan(30);
  await clerk.findsNothingWrong();

  await page.context().setOffline(true);
  await page.getByText(m.lost.ko, { exact: true }).waitFor();
  await clerk.findsNothingWrong();
  await page.context().setOffline(false);
  await page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  // Not from the beginning.
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.at(-1)).toBeGreaterThan(1024 * 1024);
  await page.getByRole("button", { name: say("ko", mendingMessages.take, { count: 27 }) }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: mendingMessages.discard.ko }).click();
  await clerk.leave();
}, 180_000);

test("what an earlier visit has sent is there after a reload, and the rest follows the same file", async () => {
  const clerk = await openDesk(desk);
  const { page } = clerk;
  await line(page, 1.5);
  await page.locator("input[name=files]").setInputFiles([sheet, archive]);
  await expect.poll(() => percentOf(page), { timeout: 30_000 }).toBeGreaterThan(40);
  await page.reload();
  await page.locator(".sendings li").nth(1).waitFor();
  await expect.poll(() => page.locator(".sendings").innerText()).toContain(m.arrived.ko);
  await expect.poll(() => page.locator(".sendings").innerText()).toMatch(/지난번에 \d+%까지 올렸어요/);
  await clerk.findsNothingWrong();

  await page.getByRole("button", { name: m.begin.ko, exact: true }).click();
  await page.getByText(/아직 다 올라오지 않은 파일/).waitFor();
  const offsets: string[] = [];
  page.on("request", (request) => offsets.push(request.headers()["upload-offset"] ?? ""));
  await page.locator("input[name=files]").setInputFiles([archive]);
  await expect.poll(() => page.locator(".sendings progress").count(), { timeout: 60_000 }).toBe(0);
  expect(offsets).not.toContain("0");
  await expect.poll(() => page.locator(".sendings li").count()).toBe(2);
  await page.getByRole("button", { name: m.begin.ko, exact: true }).click();
  await page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}$/);
  await page.goto(`${house.origin}/merchant/imports/new`);
  await page.locator(".drop-area").waitFor();
  await expect.poll(() => page.locator(".sendings").count()).toBe(0);
  await clerk.leave();
}, 180_000);

test("a phone chooses files; what is no use is said, and nothing begins without a sheet", async () => {
  const merchant = await openDesk(phone);
  const { page } = merchant;
  await merchant.findsNothingWrong();
  const files = page.locator("input[name=files]");
  await page.keyboard.press("Tab");
  await page.locator("input[name=files]").focus();
  expect(await page.locator(".drop-area .button").evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("solid");
  await files.setInputFiles([
    { name: "동영상.mp4", mimeType: "video/mp4", buffer: Buffer.from("moving") },
    { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") },
  ]);
  await page.getByText(/상품표나 사진이 아니라서/).waitFor();
  await page.getByRole("button", { name: m.begin.ko, exact: true }).click();
  await page.getByText(/상품표가 없어요/).waitFor();
  await merchant.findsNothingWrong();

  await page.getByRole("button", { name: say("ko", m.removeNamed, { name: "동영상.mp4" }) }).click();
  await files.setInputFiles(sheet);
  await page.getByRole("button", { name: m.begin.ko, exact: true }).click();
  await page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}$/);
  await merchant.leave();
}, 120_000);

test("without script the form is sent by the browser", async () => {
  const context = await browser.newContext({ viewport: phone, locale: "ko-KR", javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${house.origin}/merchant/imports/new`);
  await page.getByLabel(importMessages.sheetLabel.ko).setInputFiles(sheet);
  await page.getByLabel(importMessages.photosLabel.ko).setInputFiles("examples/photos.zip");
  await page.getByRole("button", { name: importMessages.send.ko, exact: true }).click();
  await page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}$/);
  await context.close();
}, 120_000);
