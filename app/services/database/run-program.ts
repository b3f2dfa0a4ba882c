import { spawn } from "node:child_process";
import type { SystemAccount } from "./embedded-place.ts";

export interface Outcome {
  code: number;
  /** Standard output and standard error together. */
  output: string;
}

/** Runs a program to its end without a shell and without our environment, where PGHOST and the like may lurk. */
export function runProgram(file: string, args: string[], account: SystemAccount = null): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      cwd: "/",
      env: { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C" } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
