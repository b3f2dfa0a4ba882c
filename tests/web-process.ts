import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { environmentWith } from "#app/config.ts";
import { webProgram } from "#commands/start/build-pages.ts";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export interface RunningProgram {
  pid: number;
  child: ChildProcess;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
}

interface Place {
  databaseUrl: string;
  dataDir: string;
}

/** Runs a program of the project in a process of its own, as `npm start` does. */
export function runProgram(path: string, { databaseUrl, dataDir }: Place, more: Record<string, string> = {}) {
  const program = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const settings = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, NODE_ENV: "production", ...more };
  const child = fork(program, [], {
    env: environmentWith(settings),
    execArgv: ["--disable-warning=DeprecationWarning", ...(program.endsWith(".ts") ? ["--import", tsx] : [])],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  const running: RunningProgram = {
    pid: child.pid ?? 0,
    child,
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
  return running;
}

/** The web server, answering; the pages must be built. */
export async function startWebProcess(place: Place, port: number): Promise<RunningProgram & { origin: string }> {
  const running = runProgram(webProgram, place, { PORT: String(port) });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/readyz`).catch(() => null))?.ok) {
    if (running.child.exitCode !== null) throw new Error(`The web server ended with ${running.child.exitCode}`);
    await sleep(50);
  }
  return { ...running, origin };
}
