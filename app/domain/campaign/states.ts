import type { CampaignState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const campaignStates = stateMachine<CampaignState>("preparing", {
  preparing: ["open", "closed"],
  open: ["closed"],
  closed: [],
});
