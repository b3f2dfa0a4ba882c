import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** Opens a pool; close it with `$disconnect()`. */
export function openDatabase(url: string, { connections = 10 }: { connections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // A connection that is cut between two statements has nobody to tell: unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  // In any other form an error repeats what the call was given, names and numbers included, and errors are logged.
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

/** Runs `work` in one transaction; a serialisation failure or deadlock is repeated, anything else is thrown. */
export async function inTransaction<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.$transaction(work, { maxWait: 20_000, timeout: 60_000 });
    } catch (error) {
      if (attempt === 5 || !isWriteConflict(error)) throw error;
    }
  }
}

function isWriteConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}

/** Whether `error` says that a row with the same unique key already exists, from a model call or from raw SQL. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2002") return true;
  return error.code === "P2010" && JSON.stringify(error.meta ?? {}).includes("23505");
}

/** Whether `error` says that a check, an exclusion or a trigger of this name refused a row. */
export function breaksConstraint(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  const { meta = {}, cause } = error as { meta?: unknown; cause?: unknown };
  return [error.message, JSON.stringify(meta), String(cause)].some((text) => text.includes(name));
}

export { Prisma };
