import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentWith } from "#app/config.ts";

const program = fileURLToPath(new URL("../../workers/main.ts", import.meta.url));

/** Runs the worker as a child, tells its pid on standard error, and starts it again whenever it dies. */
export function keepWorkerRunning(settings: Record<string, string>): { stop(): Promise<void> } {
  let stopping = false;
  let child: ChildProcess;
  const start = () => {
    child = spawn(process.execPath, [...process.execArgv, program], {
      env: environmentWith(settings),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    process.stderr.write(`worker pid ${child.pid}\n`);
    child.once("exit", () => {
      if (!stopping) setTimeout(start, 100);
    });
  };
  start();
  return {
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
