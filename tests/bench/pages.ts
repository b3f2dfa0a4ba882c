import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import { findBrowser } from "#tests/e2e/browser.ts";
import { openHouse } from "#tests/e2e/house.ts";

/*
 * `npm run bench -- pages [--json]`: Lighthouse's simulated slow phone on a store's page, the list, a product's page and the season's, of the
 * demonstration's own sample season; the median of five. Bytes are what is transferred without pictures.
 */

const runs = 5;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

export interface PageNumbers {
  bytes: number;
  /** Scores from 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Milliseconds until the largest thing stands there, on the throttled profile. */
  largestPaintMs: number;
  /** How far things jump, from 0 on. */
  layoutShift: number;
}

export async function bench(words: string[]): Promise<void> {
  const chromePath = findBrowser();
  if (!chromePath) throw new Error("No browser was found; `npm test` installs one.");
  const house = await openHouse();
  try {
    const { origin } = house;
    const pages = {
      store: await firstShown(origin, "/stores"),
      list: `${origin}/stores`,
      product: await firstShown(origin, "/products"),
      season: `${origin}/hundred`,
    };
    const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
    const measured = Object.entries(pages).map(([name, url]) => ({ name, url, numbers: [] as PageNumbers[] }));
    try {
      for (let run = 0; run < runs; run++) {
        for (const { url, numbers } of measured) numbers.push(await measure(url, chrome.port));
      }
    } finally {
      chrome.kill();
    }
    const numbers = Object.fromEntries(measured.map(({ name, numbers: all }) => [name, medianOf(all)]));
    if (words.includes("--json")) process.stdout.write(`${JSON.stringify(numbers)}\n`);
    else console.table(numbers);
  } finally {
    await house.stop();
  }
}

/** The first one of a list that is shown with a picture: what a visitor would open. */
async function firstShown(origin: string, list: string): Promise<string> {
  const shown = new RegExp(`<picture>.*?href="(${list}/[^"?]+)"`, "s");
  for (;;) {
    const path = shown.exec(await (await fetch(origin + list)).text())?.[1];
    if (path) return origin + path;
    await new Promise((later) => setTimeout(later, 500));
  }
}

async function measure(url: string, port: number): Promise<PageNumbers> {
  const answer = await lighthouse(url, { port, onlyCategories: [...categories], logLevel: "silent", locale: "ko" });
  if (!answer) throw new Error("Lighthouse gave no answer");
  const { lhr } = answer;
  const score = (category: (typeof categories)[number]) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? 0;
  return {
    bytes: transferred(lhr),
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    largestPaintMs: Math.round(value("largest-contentful-paint")),
    layoutShift: Math.round(value("cumulative-layout-shift") * 1_000) / 1_000,
  };
}

function transferred({ audits }: Result): number {
  const details = audits["network-requests"]?.details as unknown as
    | { items: { resourceType?: string; transferSize: number }[] }
    | undefined;
  return (details?.items ?? [])
    .filter(({ resourceType }) => resourceType !== "Image")
    .reduce((sum, { transferSize }) => sum + transferSize, 0);
}

function medianOf(all: readonly PageNumbers[]): PageNumbers {
  const middle = (key: keyof PageNumbers) =>
    all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
  return {
    bytes: middle("bytes"),
    performance: middle("performance"),
    accessibility: middle("accessibility"),
    bestPractices: middle("bestPractices"),
    seo: middle("seo"),
    largestPaintMs: middle("largestPaintMs"),
    layoutShift: middle("layoutShift"),
  };
}
