import { runNamed } from "./run-named.ts";

/** `npm run faults -- <name> […]`: runs tests/faults/runs/<name>.ts, which breaks things for longer than a test may take. */
await runNamed("faults", new URL("../tests/faults/runs/", import.meta.url), process.argv.slice(2));
