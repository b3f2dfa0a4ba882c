import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const pageSize = 4096;

/** Megabytes of another process that lie in memory; 0 when it is gone or the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, "latin1")).split(" ")[1];
    return (Number(pages) * pageSize) / 1e6;
  } catch {
    return process.platform === "linux" ? 0 : askSystem(pid);
  }
}

async function askSystem(pid: number): Promise<number> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
    return (Number(stdout) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
