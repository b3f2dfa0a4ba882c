import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface StepResult {
  ok: boolean;
  seconds: number;
}

let running: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, giveUp);
whenParentIsGone(giveUp);
// Listening for its end must not be what keeps us from ours.
process.channel?.unref();

/** Nobody waits for the result any more. */
function giveUp(): void {
  running?.kill();
  process.exit(1);
}

/** Runs a program in the project's folder; what it says is shown at once when `live`, else only if it fails. */
export function runStep(file: string, args: string[], { live = false } = {}): Promise<StepResult> {
  const startedAt = Date.now();
  const output = live ? "inherit" : "pipe";
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", output, output] });
    running = child;
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    child.once("error", (error) => {
      said += error.message;
      finish(false);
    });
    child.once("close", (code) => finish(code === 0));

    function finish(ok: boolean): void {
      running = undefined;
      if (!ok && said) process.stdout.write(`${said.trimEnd()}\n`);
      resolve({ ok, seconds: (Date.now() - startedAt) / 1000 });
    }
  });
}

/** Runs a program that came with a dependency, by the Node that runs us. */
export function runTool(path: string, args: string[], options?: { live?: boolean }): Promise<StepResult> {
  return runStep(process.execPath, [`node_modules/${path}`, ...args], options);
}
