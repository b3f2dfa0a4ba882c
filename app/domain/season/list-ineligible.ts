import type { Database, Prisma } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";
import type { GateStanding } from "./gates.ts";

export interface Ineligible {
  id: string;
  name: string;
  storeName: string;
  /** Those that are not met, waived or not. */
  gates: GateStanding[];
}

/** Enough to work on at once. */
const shown = 200;

/** Submissions that fail a gate, and those that pass only by a waiver, as last computed; those that fail first. */
export async function listIneligible(database: Database, seasonId: string): Promise<Ineligible[]> {
  const found = await database.$queryRaw<(Omit<Ineligible, "gates"> & { gates: unknown })[]>`
    SELECT submission."id", version."name", store."name" AS "storeName", eligibility."gates"
    FROM "eligibility" AS eligibility
    JOIN "submission" AS submission ON submission."id" = eligibility."submission_id"
    JOIN "product_version" AS version ON version."id" = submission."version_id"
    JOIN "product" AS product ON product."id" = submission."product_id"
    JOIN "store" AS store ON store."id" = product."store_id"
    WHERE submission."season_id" = ${seasonId}::uuid AND submission."state" = 'submitted'
      AND jsonb_path_exists(eligibility."gates", '$[*] ? (@.met == false)')
    ORDER BY eligibility."eligible", submission."submitted_at", submission."id" LIMIT ${shown}`;
  return found.map(({ gates, ...rest }) => ({
    ...rest,
    gates: (gates as { gate: GateStanding["gate"]; met: boolean; waived: boolean; issues: Prisma.JsonValue }[])
      .filter(({ met }) => !met)
      .map(({ issues, ...gate }) => ({ ...gate, issues: fromStored(issues) })),
  }));
}
