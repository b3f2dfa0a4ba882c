import type { ResultReason } from "#app/domain/season/result/facts.ts";
import type { GateKey } from "#app/domain/season/rules.ts";
import type { DecisionKind } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** Why a product has the place it has, or none. */
export const explanationMessages = {
  recalled: { ko: "회수해서 자리에서 빠짐", en: "Recalled, and so out of its place" },
  title: { ko: "왜 이렇게 정해졌나요", en: "Why it came out this way" },
  link: { ko: "왜 이렇게 정해졌는지 보기", en: "See why" },
  toProduct: { ko: "상품으로 돌아가기", en: "Back to the product" },
  notYetTitle: { ko: "아직 정해지지 않았어요", en: "Not settled yet" },
  notYetBody: {
    ko: "목록이 확정되고 알려지면 점수와 까닭을 이곳에서 볼 수 있어요.",
    en: "Marks and reasons show here once the list is settled and announced.",
  },
  soFar: {
    ko: "아직 정해지지 않았어요. 지금까지 낸 점수대로라면 이렇게 돼요.",
    en: "Nothing is settled yet. This is what the marks so far would give.",
  },
  in: { ko: "선정됐어요: {place}번 자리", en: "Chosen: place {place}" },
  inSoFar: { ko: "지금대로라면 {place}번 자리예요", en: "As it stands: place {place}" },
  reserve: { ko: "예비 {rank}번이에요", en: "Reserve {rank}" },
  out: { ko: "이번에는 선정되지 않았어요", en: "Not chosen this time" },
  reserveBody: {
    ko: "선정된 상품이 빠지면 예비 차례대로 올라가요.",
    en: "When a chosen product leaves, the reserve moves up in this order.",
  },
  gates: { ko: "자격", en: "Conditions" },
  gatesMet: {
    ko: "심사를 받기 전에 갖춰야 할 자격을 모두 갖췄어요.",
    en: "It met every condition that comes before judging.",
  },
  gatesUnmet: { ko: "갖추지 못한 자격: {gates}", en: "Not met: {gates}" },
  gatesWaived: {
    ko: "{gates} 자격은 사무국이 까닭을 적고 봐주었어요.",
    en: "The office waived {gates} and wrote down why.",
  },
  marks: { ko: "심사위원이 매긴 점수", en: "What the curators gave" },
  curator: { ko: "위원 {number}", en: "Curator {number}" },
  weight: { ko: "배점 {weight}", en: "weight {weight}" },
  pointsOf: { ko: "{points}점", en: "{points} points" },
  leftOutHighest: { ko: "(가장 높아서 뺌)", en: "(highest, left out)" },
  leftOutLowest: { ko: "(가장 낮아서 뺌)", en: "(lowest, left out)" },
  howPoints: {
    ko: "기준마다 1–{scale}점을 매기고, 그 점수를 기준의 배점에 맞춰 더하면 {most}점 만점이에요.",
    en: "Each criterion is marked from 1 to {scale}; weighted and added up they give at most {most} points.",
  },
  noMarks: { ko: "심사위원이 낸 점수가 없어요.", en: "No curator has given marks." },
  sum: { ko: "점수 내기", en: "The sum" },
  trimmed: {
    ko: "한 사람 때문에 크게 달라지지 않도록 가장 높은 점수와 가장 낮은 점수를 하나씩 빼고 평균을 냈어요.",
    en: "So that no single person decides, one highest and one lowest are left out of the mean.",
  },
  untrimmed: {
    ko: "낸 사람이 {from}명보다 적어서 아무 점수도 빼지 않고 평균을 냈어요.",
    en: "With fewer than {from} judgements none is left out of the mean.",
  },
  bonus: { ko: "가점 {points}점을 더했어요.", en: "A bonus of {points} points was added." },
  rounding: {
    ko: "화면에는 소수 둘째 자리까지 보여 드려요. 순위는 반올림하지 않은 점수로 매겼어요.",
    en: "Two decimals are shown; the ranking uses the unrounded value.",
  },
  total: { ko: "최종 {total}점", en: "Total {total}" },
  floor: { ko: "최저 점수", en: "Floor" },
  floorMet: { ko: "최저 점수 {floor}점을 넘었어요.", en: "It reached the floor of {floor}." },
  floorMissed: {
    ko: "평균이 최저 점수 {floor}점보다 낮아서 자리를 받을 수 없어요.",
    en: "Its mean is below the floor of {floor}, so it gets no place.",
  },
  rank: { ko: "순위", en: "Rank" },
  rankOf: {
    ko: "전체 {all}개 가운데 {rank}위, {kind} {ofKind}개 가운데 {kindRank}위예요.",
    en: "Rank {rank} of {all}, and {kindRank} of {ofKind} from a {kind}.",
  },
  tie: {
    ko: "{rank}위 상품과 점수가 똑같아서 {by}으로 앞뒤를 정했어요.",
    en: "It has the very same points as rank {rank}; {by} decided.",
  },
  tieCriterion: { ko: "‘{criterion}’ 평균이 더 높은 쪽", en: "the higher mean of “{criterion}”" },
  tieSubmitted: { ko: "먼저 보낸 쪽", en: "who was entered first" },
  tieId: { ko: "접수번호 차례", en: "the order of their numbers" },
  places: { ko: "자리 나누기", en: "The places" },
  quota: { ko: "{kind}: 적어도 {min}자리", en: "{kind}: at least {min}" },
  quotaMax: { ko: "{kind}: 적어도 {min}자리, 많아도 {max}자리", en: "{kind}: at least {min}, at most {max}" },
  noQuotas: {
    ko: "가게 종류마다 따로 둔 자리는 없어요. 모두 {places}자리예요.",
    en: "{places} places, none kept for a kind.",
  },
  quotas: { ko: "모두 {places}자리 가운데 종류마다 둔 자리예요.", en: "Of {places} places:" },
  lastIn: {
    ko: "자리를 받은 상품 가운데 가장 낮은 점수는 {total}점이에요.",
    en: "The lowest total with a place is {total}.",
  },
  decisions: { ko: "사람이 따로 정한 것", en: "Decided by people" },
  noDecisions: {
    ko: "사람이 따로 정한 것은 없어요. 점수와 규칙대로 정해졌어요.",
    en: "Nothing was decided by hand: marks and rules did.",
  },
  reason: { ko: "까닭: {reason}", en: "Reason: {reason}" },
  replay: {
    ko: "{number}번째로 확정한 목록, 규칙 {version}판. 기록으로 언제든 다시 계산할 수 있어요.",
    en: "List {number}, rules version {version}; it can be computed again from the record.",
  },
} satisfies Record<string, Sentence>;

export const resultReasonWords: Record<ResultReason, Sentence> = {
  kept_for_kind: {
    ko: "이 종류의 가게에 남겨 둔 자리 안에 들었어요.",
    en: "It is among the best of its kind, for which places are kept.",
  },
  best_of_all: { ko: "점수 차례로 남은 자리를 받았어요.", en: "It got one of the remaining places by its points." },
  places_full: {
    ko: "점수가 더 높은 상품들로 자리가 모두 찼어요.",
    en: "Products with more points took every place.",
  },
  kind_full: {
    ko: "자리는 남았지만 이 종류의 가게에 줄 수 있는 자리가 모두 찼어요.",
    en: "Its kind had as many places as the rules allow.",
  },
  below_floor: { ko: "최저 점수를 넘지 못했어요.", en: "It is below the floor." },
  not_judged: { ko: "낸 심사가 없어서 순위에 들지 못했어요.", en: "It was not judged, so it has no rank." },
  not_eligible: { ko: "심사를 받을 자격을 다 갖추지 못했어요.", en: "It did not meet every condition." },
  rejected: { ko: "심사 도중에 선정하지 않기로 했어요.", en: "It was rejected during judging." },
  withdrawn: { ko: "거둬들인 상품이에요.", en: "It was taken back." },
};

export const gateWords: Record<GateKey, Sentence> = {
  kind_proof: { ko: "가게 종류 증명", en: "proof of its kind" },
  domestic: { ko: "국내산", en: "domestic origin" },
  notice: { ko: "상품정보 고시", en: "product notice" },
  malls: { ko: "쇼핑몰에 올릴 준비", en: "ready for the malls" },
  not_recalled: { ko: "회수하지 않음", en: "not recalled" },
};

export const decisionWords: Record<DecisionKind, Sentence> = {
  rule_change: { ko: "규칙을 바꿈", en: "Rules changed" },
  waiver: { ko: "자격을 봐줌", en: "Condition waived" },
  waiver_taken_back: { ko: "봐준 자격을 되돌림", en: "Waiver taken back" },
  bonus: { ko: "가점을 줌", en: "Bonus granted" },
  rejection: { ko: "선정하지 않기로 함", en: "Rejected" },
  unfinished_freeze: { ko: "다 끝나지 않은 채로 확정함", en: "Settled unfinished" },
  unfreeze: { ko: "확정을 풀고 다시 심사함", en: "Opened again" },
  by_hand: { ko: "사무국이 자리를 바꿈", en: "Changed by the office" },
  withdrawal: { ko: "거둬들임", en: "Taken back" },
  promotion: { ko: "예비에서 올라감", en: "Moved up from the reserve" },
};
