import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const generated = join(root, "app/services/database/generated");

/** What was built, and which sources it was made from. Paths are below the project. */
export interface Product {
  sources: readonly string[];
  results: readonly string[];
  stamp: string;
}

/** Whether all of it is there and made from the very same sources; otherwise `made` says so once it is. */
export function whetherMade({ sources, results, stamp }: Product): { upToDate: boolean; made(): void } {
  const now = hashOf(sources);
  const isWhole = [...results, stamp].every((path) => existsSync(join(root, path)));
  return {
    upToDate: isWhole && readFileSync(join(root, stamp), "utf8") === now,
    made: () => writeFileSync(join(root, stamp), now),
  };
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = join(path, entry.name);
      if (inside === generated) continue;
      if (entry.isDirectory()) add(inside);
      else hash.update(`${inside.slice(root.length)}\0`).update(readFileSync(inside));
    }
  };
  for (const name of sources) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    if (/\.\w+$/.test(name)) hash.update(`${name}\0`).update(readFileSync(path));
    else add(path);
  }
  return hash.digest("hex");
}
