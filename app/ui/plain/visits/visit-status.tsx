import { promotionStateWords, visitStateWords } from "#app/messages/visit-words.ts";
import type { CampaignState, PromotionState, VisitState } from "#app/services/database/generated/enums.ts";
import { useSentence } from "../locale.tsx";
import { Status, type Tone } from "../status.tsx";

const visitTones: Record<VisitState, Tone> = {
  proposed: "waiting",
  offered: "waiting",
  waiting: "waiting",
  agreed: "live",
  visited: "live",
  no_show: "refused",
  disputed: "waiting",
  declined: "quiet",
  withdrawn: "quiet",
  cancelled: "refused",
  lapsed: "quiet",
};

const promotionTones: Record<PromotionState, Tone> = {
  to_correct: "refused",
  waiting: "waiting",
  accepted: "live",
  changed: "refused",
  gone: "refused",
  withdrawn: "quiet",
};

export const campaignTones: Record<CampaignState, Tone> = { preparing: "waiting", open: "live", closed: "quiet" };

export function VisitStatus({ state }: { state: VisitState }) {
  const t = useSentence();
  return <Status tone={visitTones[state]} word={t(visitStateWords[state])} />;
}

export function PromotionStatus({ state }: { state: PromotionState }) {
  const t = useSentence();
  return <Status tone={promotionTones[state]} word={t(promotionStateWords[state])} />;
}
