import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect } from "vitest";
import { loginMessages } from "#app/messages/account.ts";

/** Somebody with a browser of their own; what the console complains about is remembered. */
export interface Person {
  page: Page;
  complaints: string[];
  /** Closes the page and opens an empty one in the same browser. */
  reopen(): Promise<void>;
  /** Axe finds nothing, nothing scrolls sideways, and the console was silent. */
  findsNothingWrong(): Promise<void>;
  leave(): Promise<void>;
}

/** Remix writes so where a page that is wanted since breaks off the answer of the one before in its middle. */
function isBrokenOff(complaint: string): boolean {
  return complaint.startsWith("AbortError: signal is aborted without reason");
}

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

export async function enter(browser: Browser, viewport: typeof phone, { script = true } = {}): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: "ko-KR", javaScriptEnabled: script });
  const complaints: string[] = [];
  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type()) || isBrokenOff(message.text())) return;
      complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
    return page;
  }
  const person: Person = {
    page: await openPage(),
    complaints,
    async reopen() {
      await person.page.close();
      person.page = await openPage();
    },
    async findsNothingWrong() {
      const { page } = person;
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
        .analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect(found, page.url()).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    },
    leave: () => context.close(),
  };
  return person;
}

export async function logInWithPassword(
  { page }: Person,
  origin: string,
  email: string,
  password: string,
): Promise<void> {
  await page.goto(`${origin}/login/password`);
  await page.getByLabel(loginMessages.email.ko).fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

/** By phone or e-mail; the code is read where the demonstration shows it, by somebody of the office. */
export async function logInWithCode(
  person: Person,
  office: Person,
  origin: string,
  destination: string,
): Promise<void> {
  const { page } = person;
  await page.goto(`${origin}/login`);
  const byPhone = !destination.includes("@");
  await page.getByLabel(byPhone ? loginMessages.phone.ko : loginMessages.email.ko).fill(destination);
  await page
    .getByRole("button", { name: byPhone ? loginMessages.sendCode.ko : loginMessages.sendCodeByMail.ko })
    .click();
  await page.waitForURL("**/login/code**");
  await page.getByLabel(loginMessages.code.ko).fill(await readCode(office, origin, destination));
  await page.getByRole("button", { name: loginMessages.enter.ko, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

/** Not by vitest's polling: the command that draws the README's pictures logs in the same way. */
export async function readCode({ page }: Person, origin: string, destination: string): Promise<string> {
  for (let attempt = 0; attempt < 40; attempt++) {
    await page.goto(`${origin}/office/outbox`);
    // Other notices to the same phone may have come since.
    const row = page
      .locator("tr", { hasText: destination })
      .filter({ hasText: /\b\d{6}\b/ })
      .first();
    const code = (await row.count()) > 0 ? /\b\d{6}\b/.exec(await row.innerText())?.[0] : undefined;
    if (code) return code;
    await page.waitForTimeout(250);
  }
  throw new Error(`No code was sent to ${destination}`);
}
