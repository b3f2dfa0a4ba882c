import type { Database } from "#app/services/database/database.ts";
import type { StoreState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** Only an approved store may enter products and is shown to the public. */
export const storeStates = stateMachine<StoreState>("draft", {
  draft: ["submitted", "approved", "closed"],
  submitted: ["approved", "returned", "closed"],
  returned: ["submitted", "closed"],
  approved: ["closed"],
  /** Its merchant left and has come back; whom the office closed stays closed. */
  closed: ["returned"],
});

/** Its merchant has applied and has no answer yet, or is to put something right. */
export async function waitsForOffice(database: Database, storeId: string): Promise<boolean> {
  return (await database.store.count({ where: { id: storeId, state: { in: ["submitted", "returned"] } } })) > 0;
}
