import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

type Run = (words: string[]) => Promise<void>;

/** Of the programs in `folder` runs the one that the first word names, which exports a function called as the command; or says which there are. */
export async function runNamed(command: string, folder: URL, [name = "", ...words]: string[]): Promise<void> {
  const names = existsSync(folder)
    ? readdirSync(fileURLToPath(folder)).flatMap((file) => (file.endsWith(".ts") ? [basename(file, ".ts")] : []))
    : [];
  if (names.includes(name)) {
    const program = (await import(new URL(`${name}.ts`, folder).href)) as Record<string, Run>;
    await program[command]?.(words);
  } else {
    process.stderr.write(`Usage: npm run ${command} -- <name>, one of: ${names.join(", ")}\n`);
    process.exitCode = 2;
  }
}
