import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface StepResult {
  ok: boolean;
  seconds: number;
}

/** Runs a program in the project's folder; what it says is shown at once when `live`, else only if it fails. */
export function runStep(file: string, args: string[], { live = false } = {}): Promise<StepResult> {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => {
      output += error.message;
      finish(false);
    });
    child.once("close", (code) => finish(code === 0));

    function finish(ok: boolean): void {
      if (!ok && output) process.stdout.write(`${output.trimEnd()}\n`);
      resolve({ ok, seconds: (Date.now() - startedAt) / 1000 });
    }
  });
}

/** Runs a program that came with a dependency, by the Node that runs us. */
export function runTool(path: string, args: string[], options?: { live?: boolean }): Promise<StepResult> {
  return runStep(process.execPath, [`node_modules/${path}`, ...args], options);
}
