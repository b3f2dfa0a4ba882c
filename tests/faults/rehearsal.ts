import { spawn } from "node:child_process";
import { inject } from "vitest";

export interface Rehearsed {
  exitCode: number | null;
  report: Record<string, unknown>;
  standardError: string;
  /** Pids of all workers there were. */
  workers: number[];
}

/**
 * Plays the examples as a person would, on the run's database server. `onWorker` is told of each worker as it starts and may
 * do to it what it likes.
 */
export async function rehearse(words: string[], onWorker: (pid: number) => void = () => {}): Promise<Rehearsed> {
  const child = spawn(process.execPath, ["--import", "tsx", "commands/rehearsal.ts", ...words, "--json"], {
    env: { ...process.env, DATABASE_URL: inject("templateUrl") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const workers: number[] = [];
  let output = "";
  let standardError = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    standardError += chunk;
    for (const [, pid] of chunk.toString().matchAll(/^worker pid (\d+)$/gm)) {
      workers.push(Number(pid));
      onWorker(Number(pid));
    }
  });
  const exitCode = await new Promise<number | null>((ended) => child.once("close", ended));
  return { exitCode, report: output === "" ? {} : JSON.parse(output), standardError, workers };
}

/** What may not depend on who was killed when. */
export function lasting({ seconds: _seconds, renditions: _renditions, ...rest }: Record<string, unknown>) {
  return rest;
}
