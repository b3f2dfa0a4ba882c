import type { Browser, Page } from "@playwright/test";

export interface Judged {
  /** Milliseconds from the key to the painted next product. */
  waited: number;
  /** Milliseconds that the server took for that product's page, whenever it was asked for. */
  answered: number;
}

/** Milliseconds between two keys: five marks take a second, far below the twenty of a practised curator. */
const pace = 200;
const criteria = 5;

/** Marks a product with the keyboard and gives the judgement, so many times; only what follows the first page is measured. */
export async function judgeInBrowser(
  browser: Browser,
  origin: string,
  session: string,
  count: number,
): Promise<Judged[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "ko-KR" });
  await context.addCookies([{ name: "session", value: session, url: origin }]);
  const page = await context.newPage();
  const answers = new Map<string, number>();
  page.on("requestfinished", (request) => {
    const id = /\/curator\/judging\/([0-9a-f-]{36})\.data/.exec(request.url())?.[1];
    if (id) answers.set(id, request.timing().responseEnd);
  });
  // Our programs run through a loader that names inner functions by a helper, which the page has not.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watch);
  await page.goto(`${origin}/curator/judging`);
  await page.waitForURL(/\/curator\/judging\/[0-9a-f-]{36}$/);
  await page.locator(".mark-board").waitFor();
  await page.waitForLoadState("networkidle");
  const judged: Judged[] = [];
  for (let index = 0; index < count; index++) {
    const waited = await judgeOne(page);
    judged.push({ waited, answered: answers.get(page.url().slice(-36)) ?? 0 });
  }
  await context.close();
  return judged;
}

async function judgeOne(page: Page): Promise<number> {
  for (let criterion = 0; criterion < criteria; criterion++) {
    await page.waitForTimeout(pace);
    await page.keyboard.press(String((criterion % 5) + 1));
  }
  await page.waitForTimeout(pace);
  const before = page.url();
  await page.keyboard.press("Enter");
  const waited = await page.waitForFunction(() => (window as unknown as Watching).painted);
  if (page.url() === before) throw new Error(`Nothing followed ${before}`);
  const time = (await waited.jsonValue()) as number;
  await page.evaluate(() => {
    (window as unknown as Watching).painted = null;
  });
  return time;
}

interface Watching {
  painted: number | null;
}

/** Runs in the page: from the event's own time until a frame was drawn with another heading and its photo decoded. */
function watch(): void {
  const watching = window as unknown as Watching;
  watching.painted = null;
  const shown = () => document.querySelector("h1")?.textContent ?? "";
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.code !== "Enter") return;
      const before = shown();
      const pressedAt = event.timeStamp;
      const look = async () => {
        const photo = document.querySelector<HTMLImageElement>("img.photo");
        if (shown() === before || !photo?.complete || photo.naturalWidth === 0) {
          requestAnimationFrame(look);
          return;
        }
        await photo.decode();
        // The frame after next begins when this one stands on the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame((now) => {
            watching.painted = now - pressedAt;
          }),
        );
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}
