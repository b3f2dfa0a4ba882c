import { join } from "node:path";
import { config } from "#app/config.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";

/** The sandbox malls of the demonstration, in a process of their own. */
const settings = config();
if (settings.production) throw new Error("There are no sandbox malls in production.");
// Production starts without tests/.
const { startSandbox } = await import("#tests/malls/sandbox.ts");
const sandbox = await startSandbox({
  port: settings.sandboxPort,
  publicOrigin: settings.publicUrl,
  localOrigin: `http://127.0.0.1:${settings.port}`,
  reviewMilliseconds: 5_000,
  stateFile: join(settings.dataDir, "sandbox-state"),
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
whenParentIsGone(stop);

function stop(): void {
  // Closing it twice answers all the same.
  void sandbox.close().then(() => process.exit(0));
}
