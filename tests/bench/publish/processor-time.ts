import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "#app/services/database/database.ts";
import type { Stage } from "#commands/rehearsal/stage.ts";

/** Cores that were busy on an average, each share rounded to hundredths. */
export interface CoresUsed {
  workers: number;
  database: number;
  /** This process: the malls, played, and the bench itself. */
  standIns: number;
}

/** Who the machine works for while `work` runs; null where the system does not tell (it does on Linux). */
export async function measuringCores<T>(
  { database, workers }: Pick<Stage, "database" | "workers">,
  work: () => Promise<T>,
): Promise<{ result: T; cores: CoresUsed | null }> {
  const postmaster = await findPostmaster(database);
  const read = () => ({
    workers: workers.reduce((sum, worker) => sum + secondsOf(worker.pid()), 0),
    database: postmaster === null ? 0 : familySeconds(postmaster),
    standIns: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  });
  const before = postmaster === null ? null : read();
  const began = performance.now();
  const result = await work();
  if (before === null) return { result, cores: null };
  const seconds = (performance.now() - began) / 1000;
  const after = read();
  const share = (name: keyof CoresUsed) => Math.round(((after[name] - before[name]) / seconds) * 100) / 100;
  return { result, cores: { workers: share("workers"), database: share("database"), standIns: share("standIns") } };
}

async function findPostmaster(database: Database): Promise<number | null> {
  const [row] = await database.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`;
  return row ? (statOf(row.pid)?.parent ?? null) : null;
}

/** A process and all its children, also those that have ended. */
function familySeconds(parent: number): number {
  const children = readdirSync("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    return stat?.parent === parent ? [stat] : [];
  });
  const own = statOf(parent);
  return children.reduce((sum, { seconds }) => sum + seconds, (own?.seconds ?? 0) + (own?.endedChildren ?? 0));
}

function secondsOf(pid: number | undefined): number {
  return pid === undefined ? 0 : (statOf(pid)?.seconds ?? 0);
}

/** Linux counts in hundredths of a second. */
function statOf(pid: number): { parent: number; seconds: number; endedChildren: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) / 100;
    return { parent: Number(fields[1]), seconds: ticks(11), endedChildren: ticks(13) };
  } catch {
    return null;
  }
}
