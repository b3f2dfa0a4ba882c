import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** What a hand with the mouse does: the page is told of files that somebody lets go over it. */
export async function dropFiles(page: Page, area: string, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: path.split("/").at(-1) ?? "",
      bytes: (await readFile(path)).toString("base64"),
    })),
  );
  const held = await page.evaluateHandle(async (given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) {
      const body = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
      transfer.items.add(new File([body], name, { lastModified: 1_763_800_000_000 }));
    }
    return transfer;
  }, files);
  await page.dispatchEvent(area, "dragover", { dataTransfer: held });
  await page.dispatchEvent(area, "drop", { dataTransfer: held });
}
