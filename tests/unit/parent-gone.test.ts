import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../../app/services/when-parent-is-gone.ts", import.meta.url));

/** A child that is busy at first and only then asks; it would run for a minute if it missed that we had gone. */
const child = `setTimeout(async () => {
  const { whenParentIsGone } = await import(${JSON.stringify(script)});
  whenParentIsGone(() => process.exit(7));
}, 300);
setTimeout(() => {}, 60_000);`;

test.each([0, 1_500])(
  "a child ends when its parent goes after %i ms, listening or not",
  async (milliseconds) => {
    const started = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", child], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const exitCode = new Promise((ended) => started.once("exit", ended));
    setTimeout(() => started.disconnect(), milliseconds);
    expect(await exitCode).toBe(7);
  },
  20_000,
);
