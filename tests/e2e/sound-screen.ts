import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { type Person, phone } from "./person.ts";

/** Pixels. */
const smallestText = 18;
const smallestTarget = 48;

/**
 * What a merchant's screen promises: nothing wrong for axe and the console, letters and targets large enough, one main button, and all
 * of it also on the narrowest phone with letters twice as large.
 */
export async function findsScreenSound(person: Person): Promise<void> {
  const { page } = person;
  await person.findsNothingWrong();
  expect(await page.evaluate(measure, { smallestText, smallestTarget }), page.url()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflowOf(page), `${page.url()} at 320 px and 200 %`).toEqual([]);
  await page.setViewportSize(phone);
}

/** What sticks out to the right with letters of 200 %. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { style, clientWidth } = document.documentElement;
    style.fontSize = "200%";
    const tooWide = document.documentElement.scrollWidth > clientWidth;
    const found = [...document.querySelectorAll("body *")]
      .filter((one) => tooWide && one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 200));
    style.fontSize = "";
    return tooWide ? found : [];
  });
}

function measure(least: { smallestText: number; smallestTarget: number }): string[] {
  const isSeen = (one: Element) => one.checkVisibility() && one.closest(".visually-hidden, .skip") === null;
  const found: string[] = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = new Set<Element>();
  while (words.nextNode()) {
    const { parentElement: holder, textContent } = words.currentNode;
    if (!holder || told.has(holder) || !textContent?.trim() || !isSeen(holder)) continue;
    told.add(holder);
    const size = Number.parseFloat(getComputedStyle(holder).fontSize);
    if (size < least.smallestText) found.push(`${size} px: ${textContent.trim().slice(0, 60)}`);
  }
  for (const one of document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")) {
    // A radio button is as large as the label around it, and a card's link as the card.
    const covers = getComputedStyle(one, "::after").position === "absolute" && one instanceof HTMLElement;
    const target = one.closest("label") ?? (covers ? one.offsetParent : null) ?? one;
    if (!isSeen(one)) continue;
    const { width, height } = target.getBoundingClientRect();
    if (Math.min(width, height) < least.smallestTarget - 0.5) {
      found.push(`${Math.round(width)} × ${Math.round(height)} px: ${one.outerHTML.slice(0, 160)}`);
    }
  }
  const main = [...document.querySelectorAll("main .button-main")].filter(isSeen);
  if (main.length > 1) found.push(`${main.length} main buttons`);
  const headings = document.querySelectorAll("h1").length;
  if (headings !== 1) found.push(`${headings} headings of the first level`);
  return found;
}
