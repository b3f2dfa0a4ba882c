import type { TimelineEvent } from "#app/domain/product/find-timeline.ts";
import type { Sentence } from "./sentence.ts";

export const timelineTitle: Sentence = { ko: "지나온 길", en: "What happened so far" };

export const timelineSentences: Record<TimelineEvent["kind"], Sentence> = {
  added: { ko: "상품을 올렸어요", en: "You uploaded it" },
  sent: { ko: "심사에 보냈어요", en: "It was sent to the judges" },
  chosen: { ko: "선정됐어요", en: "It was chosen" },
  not_chosen: { ko: "이번에는 뽑히지 않았어요", en: "It was not chosen this time" },
  taken_back: { ko: "거둬들였어요", en: "It was taken back" },
  in_review: { ko: "{mall}에 보냈고, 쇼핑몰이 살펴보고 있어요", en: "It went to {mall}, which is reviewing it" },
  live: { ko: "{mall}에서 팔기 시작했어요", en: "It went on sale at {mall}" },
  refused: { ko: "{mall}에서 돌려보냈어요", en: "{mall} returned it" },
  held: { ko: "{mall}에는 아직 보내지 못했어요", en: "It could not go to {mall} yet" },
  failed: { ko: "{mall} 일을 사무국이 살펴보고 있어요", en: "The office is looking into it at {mall}" },
  withdrawn: { ko: "{mall}에서 내렸어요", en: "It was taken down at {mall}" },
  recalled: { ko: "사무국이 회수하기 시작했어요", en: "The office recalled it" },
  recall_lifted: { ko: "회수가 풀렸어요", en: "The recall was lifted" },
};
