import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import sharp from "sharp";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { demonstrationLogins } from "#prisma/seed/demonstration/people.ts";

/** `npm run screenshots`: plays the examples in a fresh demonstration and draws the README's pictures into docs/screenshots. */
const target = "docs/screenshots";
const { launchBrowser } = await import("#tests/e2e/browser.ts");
const { openHouse } = await import("#tests/e2e/house.ts");
const { desk, enter, logInWithCode, logInWithPassword, phone } = await import("#tests/e2e/person.ts");

const { openSettledSeason } = await import("#tests/e2e/curation/settled-season.ts");

const dataDir = await mkdtemp(join(tmpdir(), "baekseon-screenshots-"));
const house = await openHouse(dataDir);
const browser = await launchBrowser();
try {
  await mkdir(target, { recursive: true });
  await draw(browser);
  await drawExplanation(browser);
} finally {
  await browser.close();
  await house.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

async function draw(browser: Browser): Promise<void> {
  const { origin } = house;
  const office = await enter(browser, desk);
  const merchant = await enter(browser, phone);
  const curator = await enter(browser, desk);
  const visitor = await enter(browser, desk);
  await logInWithPassword(office, origin, ...passwordOf("office"));
  await logInWithPassword(curator, origin, ...passwordOf("curator"));
  await logInWithCode(merchant, office, origin, demonstrationLogins()[0]?.login ?? "");

  await merchant.page.goto(`${origin}/merchant/imports/new`);
  await merchant.page.locator("input[name=files]").setInputFiles(["examples/catalog.xlsx", "examples/photos.zip"]);
  await merchant.page.locator("main .button-main").click();
  await merchant.page.getByText("무료").first().waitFor({ timeout: 60_000 });
  const verdicts = await merchant.page.screenshot();
  await merchant.page.locator(".take button").click();
  await merchant.page.getByText(importMessages.acceptedCount.ko).first().waitFor({ timeout: 60_000 });
  await merchant.page.goto(`${origin}/merchant/submit`);
  await merchant.page.locator("main form button").first().click();
  await merchant.page.waitForURL(/\/merchant\?/);

  await curator.page.goto(`${origin}/curator`);
  await curator.page.waitForLoadState("networkidle");
  const queue = await curator.page.screenshot();
  await curator.page.locator("tbody a[href*='/curator/submissions/']").last().click();
  await curator.page.waitForURL(/\/curator\/submissions\//);
  await curator.page.locator("form:has(input[value=select]) button").waitFor();
  await curator.page.waitForLoadState("networkidle");
  const submission = await curator.page.screenshot();
  await curator.page.locator("form:has(input[value=select]) button").click();
  await curator.page.getByText("판매 중").nth(2).waitFor({ timeout: 60_000 });

  await merchant.page.goto(`${origin}/merchant`);
  await merchant.page.waitForLoadState("networkidle");
  const home = await merchant.page.screenshot();
  await visitor.page.goto(`${origin}/stores`);
  await visitor.page.waitForLoadState("networkidle");
  const stores = await visitor.page.screenshot();
  await office.page.goto(`${origin}/office`);
  await office.page.waitForLoadState("networkidle");

  await save("merchant-home", home);
  await save("merchant-import", verdicts);
  await save("curator-submission", submission);
  await save("curator-queue", queue);
  await save("stores", stores);
  await save("office", await office.page.screenshot());
  await sharp(await sideBySide([queue, home, stores]))
    .webp({ quality: 80 })
    .toFile(join(target, "overview.webp"));
}

/** Why a product has its place, of a season that marks decided. */
async function drawExplanation(browser: Browser): Promise<void> {
  const season = await openSettledSeason(join(dataDir, "settled"));
  try {
    const office = await enter(browser, { width: 900, height: 1250 });
    await office.page.context().addCookies([{ name: "session", value: season.session, url: season.origin }]);
    await office.page.goto(`${season.origin}/curator/submissions/${season.placed.at(-30)}/why`);
    await office.page.waitForLoadState("networkidle");
    await save("explanation", await office.page.screenshot());
  } finally {
    await season.stop();
  }
}

function passwordOf(role: string): [login: string, password: string] {
  const { login, password = "" } = demonstrationLogins().find((one) => one.role === role) ?? { login: "" };
  return [login, password];
}

async function save(name: string, png: Buffer): Promise<void> {
  await sharp(png)
    .webp({ quality: 80 })
    .toFile(join(target, `${name}.webp`));
}

async function sideBySide(pictures: Buffer[]): Promise<Buffer> {
  const height = 620;
  const gap = 24;
  const scaled = await Promise.all(
    pictures.map((png) => sharp(png).resize({ height }).png().toBuffer({ resolveWithObject: true })),
  );
  let left = gap;
  const placed = scaled.map(({ data, info }) => {
    const at = { input: data, left, top: gap };
    left += info.width + gap;
    return at;
  });
  const background = "#e4ded2";
  return sharp({ create: { width: left, height: height + 2 * gap, channels: 3, background } })
    .composite(placed)
    .png()
    .toBuffer();
}
