import type { Prisma } from "#app/services/database/database.ts";
import type { Issue } from "./issue.ts";

/** Issues as a JSON column holds them. */
export function toStored(issues: readonly Issue[]): Prisma.InputJsonArray {
  return issues as unknown as Prisma.InputJsonArray;
}

/** Issues as they were written by `toStored`. */
export function fromStored(column: Prisma.JsonValue): Issue[] {
  return column as unknown as Issue[];
}
