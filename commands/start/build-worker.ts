import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BuildFailed } from "./build-pages.ts";
import { root, whetherMade } from "./made-from.ts";

const folder = "build/workers";
/** The worker made one file, and the child that makes its pictures another: a killed one is at work again in a second. */
export const workerProgram = `${folder}/main.js`;
const programs = { main: "workers/main.ts", "render-child": "workers/images/render-child.ts" };
const product = {
  sources: [
    ...["app/channels", "app/config.ts", "app/domain", "app/messages", "app/services", "workers"],
    ...["prisma/schema.prisma", "package.json", "package-lock.json", "tsconfig.json"],
  ],
  results: [workerProgram],
  stamp: `${folder}/.made-from`,
};

/** Builds the worker unless it was built from the very same sources; says whether it built. @throws BuildFailed */
export async function buildWorker(): Promise<boolean> {
  const { upToDate, made } = whetherMade(product);
  if (upToDate) return false;
  if (!existsSync(join(root, "node_modules/vite"))) {
    throw new BuildFailed(
      'The worker is not built from these sources. Run "npm ci" and "npm run build" before pruning.',
    );
  }
  // Beside its place: whoever starts a worker meanwhile finds the former one whole.
  const beside = `build/workers-${process.pid}`;
  try {
    await bundle(beside);
    rmSync(join(root, folder), { recursive: true, force: true });
    renameSync(join(root, beside), join(root, folder));
  } catch (error) {
    throw new BuildFailed(`The worker could not be built:\n${error}`);
  } finally {
    rmSync(join(root, beside), { recursive: true, force: true });
  }
  made();
  return true;
}

async function bundle(outDir: string): Promise<void> {
  const { build } = await import("vite");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    // Of many files each, of which little is used: loading them took most of a worker's start (0.9 s of a core, now under 0.4).
    ssr: { noExternal: ["zod", /^@prisma\//] },
    build: {
      ssr: true,
      outDir,
      target: "node20",
      copyPublicDir: false,
      rollupOptions: {
        input: programs,
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        // What is only needed in the child is not loaded for nothing in the worker.
        treeshake: { moduleSideEffects: (_id, isExternal) => !isExternal },
      },
    },
  });
}
