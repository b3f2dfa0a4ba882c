import { type SandboxOptions, startSandbox } from "./sandbox.ts";

/** `tsx serve-sandbox.ts '<options as JSON>'`: prints `{"origin","baseUrls"}` when ready and ends with its parent. */
const options = JSON.parse(process.argv[2] ?? "") as SandboxOptions;
const sandbox = await startSandbox(options);
process.stdout.write(`${JSON.stringify({ origin: sandbox.origin, baseUrls: sandbox.baseUrls })}\n`);

async function end(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}

process.once("SIGTERM", end);
process.once("SIGINT", end);
process.stdin.once("end", end);
process.stdin.once("close", end);
process.stdin.resume();
