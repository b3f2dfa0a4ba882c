import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runStep, runTool } from "./run-step.ts";

/** Finds a browser or installs one, and Korean fonts with it; false when there is none to be had. */
export async function ensureBrowser(findBrowser: () => string | null): Promise<boolean> {
  const mayInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  const packages = [...(findBrowser() ? [] : ["chromium"]), ...(hasKoreanFont() ? [] : ["fonts-noto-cjk"])];
  if (packages.length > 0 && mayInstall) {
    process.stdout.write(`Installing ${packages.join(" and ")}...\n`);
    await runStep("apt-get", ["-q", "update"]);
    await runStep("apt-get", ["-q", "install", "-y", "--no-install-recommends", ...packages]);
  }
  if (!findBrowser()) {
    process.stdout.write("Installing Playwright's browser...\n");
    await runTool("playwright/cli.js", ["install", "chromium"]);
  }
  if (!hasKoreanFont()) process.stdout.write("There is no Korean font here: pages will show boxes for Hangul.\n");
  return findBrowser() !== null;
}

function hasKoreanFont(): boolean {
  const { status, stdout } = spawnSync("fc-list", [":lang=ko"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}
