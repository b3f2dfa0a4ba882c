import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { environmentWith } from "#app/config.ts";

const firstPause = 200;
const longestPause = 10_000;
/** A process that ran this long was well; its next fall is a new one. */
const wellMilliseconds = 30_000;

/** Node's own options for a program of ours: what is built needs no loader of TypeScript, which costs it a third of a second. */
export function nodeOptionsFor(program: string): string[] {
  if (program.endsWith(".ts")) return process.execArgv;
  return process.execArgv.filter((word, at, words) => word !== "--import" && words[at - 1] !== "--import");
}

export interface KeptProcess {
  stop(): Promise<void>;
}

/**
 * Runs a program of the project as a child, in a process group of its own so that Ctrl-C reaches only us, and starts it
 * again, ever more slowly, when it falls. When we die its channel closes, and it ends by itself.
 */
export function keepRunning(
  path: string,
  settings: Record<string, string>,
  niceness: number,
  onFall: (reason: string) => "start again" | "stay down",
): KeptProcess {
  const program = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  let stopping = false;
  let pause = firstPause;
  let child: ChildProcess;

  const start = () => {
    if (stopping) return;
    const startedAt = Date.now();
    child = fork(program, [], {
      env: environmentWith(settings),
      execArgv: nodeOptionsFor(program),
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    if (child.pid && niceness > 0) setPriority(child.pid, niceness);
    child.once("exit", (code, signal) => {
      if (stopping || onFall(String(signal ?? code)) === "stay down") return;
      pause = Date.now() - startedAt > wellMilliseconds ? firstPause : Math.min(pause * 2, longestPause);
      setTimeout(start, pause);
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
        setTimeout(() => child.kill("SIGKILL"), 2_000).unref();
      });
    },
  };
}
