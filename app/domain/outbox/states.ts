import type { MessageState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export type { MessageState };

export const messageStates = stateMachine<MessageState>("waiting", {
  waiting: ["sending", "failed"],
  sending: ["waiting", "sent", "delivered", "failed", "unknown"],
  sent: ["delivered", "failed"],
  /** A person looks. */
  unknown: [],
  delivered: [],
  failed: [],
});
