import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const pageSize = 4096;

/**
 * Megabytes of another process that lie in memory; 0 when it is gone or the system does not tell. Asked twenty times a second for each
 * child: by way of a thread of the pool, as files are else read, it cost the parent 50 ms of CPU a photo, which two children on two cores
 * had to wait for.
 */
export async function residentMegabytes(pid: number): Promise<number> {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1];
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
