import type { Database } from "#app/services/database/database.ts";
import type { HandOverState } from "#app/services/database/generated/enums.ts";

export interface HandOverFacts {
  state: HandOverState;
  /** Why it was returned, in the operator's words. */
  reasons: string[];
  pageUrl: string | null;
}

/** What became of a package; null when none was delivered under this reference. */
export async function readHandOver(database: Database, reference: string): Promise<HandOverFacts | null> {
  return database.handOver.findUnique({
    where: { reference },
    select: { state: true, reasons: true, pageUrl: true },
  });
}
