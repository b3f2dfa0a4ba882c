import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const runStep = new URL("../../commands/test/run-step.ts", import.meta.url).href;

test("a command that ran its steps ends, although its parent's channel is still open", async () => {
  const program = `const { runTool } = await import(${JSON.stringify(runStep)});
    const { ok } = await runTool("typescript/bin/tsc", ["--version"]);
    process.exitCode = ok ? 7 : 1;`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  expect(await new Promise((ended) => child.once("exit", ended))).toBe(7);
});
