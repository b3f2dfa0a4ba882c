import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const folder = new URL("../tests/bench/", import.meta.url);

/** `npm run bench -- <name> […]`: runs tests/bench/<name>.ts, which compares two ways in one run and prints ratios. */
const [name = "", ...words] = process.argv.slice(2);
const names = existsSync(folder)
  ? readdirSync(fileURLToPath(folder)).flatMap((file) => (file.endsWith(".ts") ? [basename(file, ".ts")] : []))
  : [];
if (names.includes(name)) {
  const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as { bench(words: string[]): Promise<void> };
  await bench(words);
} else {
  process.stderr.write(`Usage: npm run bench -- <name>, one of: ${names.join(", ")}\n`);
  process.exitCode = 2;
}
