import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { merchantMessages } from "#app/messages/merchant.ts";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { mendingMessages as m } from "#app/messages/merchant-mending.ts";
import { loosePhotoMessages as photo } from "#app/messages/merchant-photos.ts";
import { uploadMessages } from "#app/messages/merchant-uploads.ts";
import { say } from "#app/messages/sentence.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";
import { launchBrowser } from "./browser.ts";
import {
  clerksFiles,
  counted,
  mendMarkedWorkbook,
  slips,
  writeClerksPhotos,
  writeClerksText,
  writeClerksWorkbook,
} from "./clerk-files.ts";
import { dropFiles } from "./drop-files.ts";
import { type House, openHouse } from "./house.ts";
import { desk, enter, logInWithCode, logInWithPassword, type Person, phone } from "./person.ts";
import { findsScreenSound } from "./sound-screen.ts";

let house: House;
let browser: Browser;
let clerk: Person;
let page: Page;
let folder: string;
let files: ReturnType<typeof clerksFiles>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-clerk-"));
  files = clerksFiles(folder);
  [house, browser] = await Promise.all([
    openHouse(),
    launchBrowser(),
    writeClerksWorkbook(files.workbook),
    writeClerksText(files.text),
    writeClerksPhotos(files.photos),
  ]);
  const office = await enter(browser, desk);
  const { login, password = "" } = demonstrationLogins().find(({ role }) => role === "office") ?? { login: "" };
  await logInWithPassword(office, house.origin, login, password);
  clerk = await enter(browser, desk);
  page = clerk.page;
  await logInWithCode(clerk, office, house.origin, demonstrationLogins()[0]?.login ?? "");
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** Drops files onto the upload page and waits until the sheet is judged. */
async function upload(paths: readonly string[]): Promise<void> {
  await page.goto(`${house.origin}/merchant/imports/new`);
  await page.locator("input[name=files]").waitFor({ state: "attached" });
  await dropFiles(page, ".drop-area", paths);
  await page.getByRole("button", { name: uploadMessages.begin.ko, exact: true }).click();
  await page.waitForURL(/\/merchant\/imports\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  await untilJudged();
}

/** Every change has the sheet judged anew, and the page follows by itself. */
async function untilJudged(): Promise<void> {
  await page.getByRole("heading", { level: 1, name: m.title.ko }).waitFor({ timeout: 90_000 });
}

async function counts(): Promise<number[]> {
  const texts = await page.locator(".counts dd").allInnerTexts();
  return texts.map((text) => Number(text.replace(/[^\d]/g, "")));
}

/** Sound on the clerk's screen and on a phone. */
async function findsNothingWrongAtBothWidths(): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await clerk.findsNothingWrong();
  }
}

const cell = (row: number, column: number) => page.locator(`[name="cell.${row}.${column}"]`);
const recheck = () => page.getByRole("button", { name: m.recheck.ko }).click();
const take = (count: number) => page.getByRole("button", { name: say("ko", m.take, { count }) });

test("her own names for the columns are matched once", async () => {
  await upload([files.workbook, files.photos]);
  await findsNothingWrongAtBothWidths();
  await page.getByRole("button", { name: m.choose.ko }).click();
  await expect.poll(counts, { timeout: 90_000 }).toEqual([counted.accepted, counted.refused, counted.skipped]);
  await untilJudged();
  await findsNothingWrongAtBothWidths();
}, 240_000);

test("cells are put right in the browser, those that are alike at once", async () => {
  await page.getByRole("link", { name: /카테고리 모르는 값 8줄/ }).click();
  await page.getByLabel(/카테고리 ‘도자기류’ · 8줄/).fill("주방용품");
  await clerk.findsNothingWrong();
  await recheck();
  await expect.poll(counts, { timeout: 90_000 }).toEqual([counted.accepted + 8, counted.refused - 8, 1]);
  await untilJudged();

  await page.goto(page.url().split("?")[0] ?? "");
  await cell(slips.price, 3).fill("24,000원");
  await cell(slips.stock, 4).fill("3");
  await recheck();
  await expect.poll(counts, { timeout: 90_000 }).toEqual([counted.accepted + 10, counted.refused - 10, 1]);
  await untilJudged();
}, 240_000);

test("photos that fit no product or two are put to theirs", async () => {
  const loose = page.locator(".loose-photos > li");
  await expect.poll(() => loose.count()).toBe(2);
  await expect.poll(() => page.getByText(say("ko", importMessages.photosMatched, { matched: 6 })).count()).toBe(1);
  const [set, camera] = [
    loose.filter({ hasText: "세트.jpg".normalize("NFD") }),
    loose.filter({ hasText: "IMG_0042.jpg" }),
  ];
  await set.getByText(/^5번째 줄/).click();
  await camera.getByRole("combobox").fill("8");
  await findsNothingWrongAtBothWidths();
  await page.getByRole("button", { name: photo.save.ko }).click();
  await page.getByRole("link", { name: say("ko", photo.placed, { count: 2 }) }).waitFor({ timeout: 90_000 });
  await untilJudged();
  await expect.poll(() => loose.count()).toBe(0);
}, 240_000);

test("the good rows are taken, the rest comes back mended in her workbook", async () => {
  await take(counted.accepted + 10).click();
  await page.getByText(say("ko", importMessages.someRefused, { count: 4 })).waitFor({ timeout: 90_000 });
  expect(await counts()).toEqual([counted.accepted + 10, counted.refused - 10, 1]);
  await findsNothingWrongAtBothWidths();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: m.marked.ko }).click(),
  ]);
  const marked = join(folder, "marked.xlsx");
  await download.saveAs(marked);
  const [first, second] = slips.soldOut;
  await mendMarkedWorkbook(marked, files.mended, {
    [`A${slips.repeated}`]: "00349",
    [`E${first}`]: "0",
    [`E${second}`]: "0",
    [`F${slips.origin}`]: "국내산",
  });
  await upload([files.mended]);
  // Nothing is asked about columns any more, and of the photos none is missed.
  expect(await counts()).toEqual([4, 0, 1_196]);
  await expect.poll(() => page.getByText(m.columnsFirst.ko).count()).toBe(0);
  await expect.poll(() => page.locator("main").innerText()).not.toContain("세트.jpg");
  await take(4).click();
  await page.getByText(importMessages.allGood.ko).waitFor({ timeout: 90_000 });
  expect(await counts()).toEqual([4, 0, 1_196]);
}, 240_000);

test("the products are there with their photos, each stored once", async () => {
  await page.getByRole("link", { name: importMessages.next.ko }).click();
  await page.waitForURL(/\/merchant$/);
  await findsNothingWrongAtBothWidths();
  await page.getByRole("searchbox", { name: merchantMessages.find.ko }).fill("00349");
  await page.keyboard.press("Enter");
  await page.getByText(say("ko", merchantMessages.found, { word: "00349", count: 1 })).waitFor();
  await expect.poll(() => page.locator(".products > li").count()).toBe(1);
  await clerk.findsNothingWrong();
  await page.setViewportSize(phone);
  await findsScreenSound(clerk);
  await page.setViewportSize(desk);
  const catalog = (await (await page.request.get(`${house.origin}/merchant/catalog.csv`)).text()).normalize("NFC");
  // One picture came under two names; the phone's HEIC, the one put there by hand and the one of two rows are where they belong.
  expect(catalog).toContain('"사진/00001.jpg\n사진/00001_2.JPG"');
  expect(catalog).not.toContain("00001_3");
  const withPhoto = (name: string) => catalog.split(/\r\n/).filter((line) => line.includes(name));
  for (const [name, code] of Object.entries({ "보자기.heic": "00008", "IMG_0042.jpg": "00007", "세트.jpg": "00004" })) {
    expect(withPhoto(name)).toEqual([expect.stringMatching(new RegExp(`^${code},`))]);
  }
}, 120_000);

test("what Excel saved as CSV in CP949 says the same: only the slips are new", async () => {
  await upload([files.text]);
  expect(await counts()).toEqual([0, counted.refused, counted.accepted + counted.skipped]);
  await page.getByRole("button", { name: m.discard.ko }).click();
  await page.getByText(m.discardedTitle.ko).waitFor();
}, 240_000);
