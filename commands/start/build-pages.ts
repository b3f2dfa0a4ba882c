import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { environmentWith } from "#app/config.ts";
import { root, whetherMade } from "./made-from.ts";

const sources = [
  "app",
  "commands/web",
  "commands/web.ts",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
const pages = "build/server/index.js";
/** The program that serves the pages, made one file: it loads in half the time that its sources take. */
export const webProgram = "build/web/web.js";
const product = { sources, results: [pages, webProgram], stamp: "build/.made-from" };
/** Builds both halves, for the browser and for the server, by Vite. */
const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");

export class BuildFailed extends Error {}

/** Builds the pages unless they were built from the very same sources; says whether it built. @throws BuildFailed */
export async function buildPages(signal?: AbortSignal, beforeBuilding = () => {}): Promise<boolean> {
  const { upToDate, made } = whetherMade(product);
  if (upToDate) return false;
  if (!existsSync(remix)) {
    throw new BuildFailed(
      'The pages are not built from these sources. Run "npm ci" and "npm run build" before pruning.',
    );
  }
  beforeBuilding();
  const { code, output } = await runBuild(signal);
  if (code !== 0 || !existsSync(join(root, pages))) throw new BuildFailed(`The pages could not be built:\n${output}`);
  await buildWebProgram().catch((error) => {
    throw new BuildFailed(`The program that serves the pages could not be built:\n${error}`);
  });
  made();
  return true;
}

async function buildWebProgram(): Promise<void> {
  const { build } = await import("vite");
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: "commands/web.ts",
      outDir: "build/web",
      target: "node20",
      copyPublicDir: false,
    },
  });
}

function runBuild(signal?: AbortSignal): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
      cwd: root,
      // Whoever asks for the build, React's development half must not get into it.
      env: environmentWith({ NODE_ENV: "production" }),
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
