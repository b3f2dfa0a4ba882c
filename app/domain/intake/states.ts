import type { ImportState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** One that could not even be begun fails too. */
export const importStates = stateMachine<ImportState>("waiting", {
  waiting: ["reading", "failed"],
  reading: ["judged", "saving", "done", "failed"],
  judged: ["reading", "saving", "discarded"],
  saving: ["done", "failed"],
  done: [],
  failed: [],
  discarded: [],
});
