import { runNamed } from "./run-named.ts";

/** `npm run bench -- <name> […]`: runs tests/bench/<name>.ts, which compares two ways in one run and prints ratios. */
await runNamed("bench", new URL("../tests/bench/", import.meta.url), process.argv.slice(2));
