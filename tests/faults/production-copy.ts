import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

interface Lock {
  packages: Record<string, { dev?: boolean }>;
}

/** The project as a production machine has it: built, without tests/, and with only the dependencies that are not for development. */
export function copyForProduction(): string {
  const folder = mkdtempSync(join(tmpdir(), "baekseon-production-"));
  for (const part of ["app", "build", "commands", "prisma", "public", "workers", "package.json", "package-lock.json"]) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  for (const part of ["start.mjs", "tsconfig.json", "vite.config.ts", "remix.config.js"])
    cpSync(part, join(folder, part));
  const lock = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")) as Lock;
  const kept = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
  for (const [path] of kept) {
    const isInsideAnother = path.lastIndexOf("node_modules/") > 0; // comes along with that one
    if (isInsideAnother) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(process.cwd(), path), join(folder, path));
  }
  writeFileSync(
    join(folder, "node_modules/.package-lock.json"),
    JSON.stringify({ packages: Object.fromEntries(kept) }),
  );
  return folder;
}
