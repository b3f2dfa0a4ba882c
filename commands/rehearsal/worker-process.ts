import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentWith } from "#app/config.ts";
import { workerProgram } from "../start/build-worker.ts";
import { nodeOptionsFor } from "../start/keep-running.ts";

const program = fileURLToPath(new URL(`../../${workerProgram}`, import.meta.url));

export interface KeptWorker {
  /** Undefined until it takes jobs. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** Runs the worker as a child, tells its pid on standard error, and starts it again whenever it dies. */
export function keepWorkerRunning(settings: Record<string, string>): KeptWorker {
  let stopping = false;
  let child: ChildProcess;
  let ready = false;
  const start = () => {
    child = spawn(process.execPath, [...nodeOptionsFor(program), program], {
      env: environmentWith(settings),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    process.stderr.write(`worker pid ${child.pid}\n`);
    ready = false;
    child.once("message", () => {
      ready = true;
    });
    child.once("exit", () => {
      ready = false;
      if (!stopping) setTimeout(start, 100);
    });
  };
  start();
  return {
    pid: () => (ready ? child.pid : undefined),
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      await new Promise<void>((ended) => {
        child.once("exit", () => ended());
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
      });
    },
  };
}
