import { BuildFailed, buildPages } from "./start/build-pages.ts";

/** `npm run build`: the pages, for a machine whose development dependencies will be pruned. */
try {
  process.stdout.write((await buildPages()) ? "The pages are built.\n" : "The pages were built already.\n");
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
