import { BuildFailed, buildPages } from "./start/build-pages.ts";
import { buildWorker } from "./start/build-worker.ts";

/** `npm run build`: pages and worker, for a machine whose development dependencies will be pruned. */
try {
  const [pages, worker] = [await buildPages(), await buildWorker()];
  process.stdout.write(pages || worker ? "Pages and worker are built.\n" : "Pages and worker were built already.\n");
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
