import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Work done under the lock takes seconds; an older file is a leftover whose pid now belongs to somebody else. */
const longestMilliseconds = 120_000;
const ours = new Set<string>();

/** Runs `work` while no other process of this machine runs under the same file; a dead holder's file is taken over. */
export async function holdingFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  while (!taken(path)) await sleep(30);
  try {
    return await work();
  } finally {
    ours.delete(path);
    rmSync(path, { force: true });
  }
}

function taken(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    ours.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (isLeftover(path)) rmSync(path, { force: true });
  return false;
}

function isLeftover(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const pid = Number(readFileSync(path, "utf8"));
    if (age > longestMilliseconds) return true;
    if (pid === process.pid) return !ours.has(path); // a container starts counting its pids anew
    return pid > 0 ? !isAlive(pid) : age > 1000;
  } catch {
    return false; // released just now
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
