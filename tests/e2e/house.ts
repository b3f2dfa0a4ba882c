import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#tests/free-port.ts";

export interface House {
  origin: string;
  sandbox: string;
  /** What `npm start` printed. */
  printed: string;
  dataDir: string;
  /** Ctrl-C; resolves when it has ended. */
  stop(): Promise<void>;
  /** kill -9 of everything it started at once, but for the database, which is a daemon; resolves when the first has ended. */
  kill(): Promise<void>;
}

/** Starts the demonstration as `npm start` does, on a data folder of its own. */
export async function openHouse(dataDir?: string): Promise<House> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "baekseon-house-")));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ["start.mjs"], {
    env: { ...process.env, PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: folder, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a process group of its own, for kill
  });
  const printed = await untilReady(child);
  // The sandbox follows a second behind what people wait for.
  while (!(await fetch(`http://localhost:${sandboxPort}/counts`).catch(() => null))?.ok) await sleep(50);
  return {
    origin: `http://localhost:${port}`,
    sandbox: `http://localhost:${sandboxPort}`,
    printed,
    dataDir: folder,
    async stop() {
      await endWith(() => child.kill("SIGINT"));
      if (!dataDir) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    kill: () => endWith(() => child.pid && process.kill(-child.pid, "SIGKILL")),
  };

  async function endWith(signal: () => void): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((gone) => child.once("exit", gone));
    signal();
    await ended;
  }
}

async function untilReady(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
        if (output.includes("Ctrl-C")) ready(output);
      });
    }
    child.once("exit", (code) => failed(new Error(`The start ended with ${code}:\n${output}`)));
  });
}
