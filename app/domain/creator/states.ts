import type { CreatorChannelState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const creatorChannelStates = stateMachine<CreatorChannelState>("claimed", {
  claimed: ["confirmed", "refused", "removed"],
  confirmed: ["refused", "removed"],
  refused: ["confirmed", "removed"],
  removed: [],
});
