import { startEmbeddedServer } from "#app/services/database/embedded-server.ts";

/** Holds the embedded server under the folder of its first argument until it is killed. */
await startEmbeddedServer(process.argv[2] ?? "");
process.send?.("holding");
