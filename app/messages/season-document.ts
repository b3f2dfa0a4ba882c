import type { DecisionKind } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** 합니다체: it is printed and kept. */
export const seasonDocumentMessages = {
  title: { ko: "{name} 선정 목록", en: "{name}: the list" },
  page: { ko: "시즌 문서", en: "The season’s document" },
  link: { ko: "문서로 보기", en: "As a document" },
  fileLink: { ko: "시즌 파일 받기", en: "Download the season’s file" },
  lead: {
    ko: "{year}년 시즌에서 선정한 상품 {count}개의 목록입니다. 단계: {state}. 작성: {at}.",
    en: "The {count} products chosen in the season of {year}. State: {state}. Written: {at}.",
  },
  emptyTitle: { ko: "아직 선정한 상품이 없습니다", en: "Nothing is chosen yet" },
  emptyBody: {
    ko: "사무국이 목록을 확정하면 자리마다 상품이 이곳에 실립니다.",
    en: "Once the office settles the list, the product of each place stands here.",
  },
  number: { ko: "자리", en: "Place" },
  product: { ko: "상품", en: "Product" },
  store: { ko: "가게", en: "Store" },
  kind: { ko: "종류", en: "Kind" },
  district: { ko: "자치구", en: "District" },
  decisions: { ko: "결정과 사유", en: "Decisions and reasons" },
  noDecisions: { ko: "기록한 결정이 없습니다.", en: "No decisions were recorded." },
  decision: { ko: "{id}번 · {at} · {kind}", en: "No. {id} · {at} · {kind}" },
  seal: { ko: "기록의 봉인", en: "Seal of the records" },
  sealBody: {
    ko: "이 시즌의 기록 {lines}줄을 차례대로 이어 봉인했습니다. 아래 지문이 같으면 그때까지의 기록은 바뀌지 않은 것입니다.",
    en: "The {lines} lines of this season’s record are chained in order. As long as the fingerprint below is the same, none of them was changed.",
  },
  unsealed: { ko: "아직 봉인한 기록이 없습니다.", en: "No records are sealed yet." },
} satisfies Record<string, Sentence>;

export const decisionWords: Record<DecisionKind, Sentence> = {
  rule_change: { ko: "규칙 변경", en: "Rules changed" },
  waiver: { ko: "자격 요건 면제", en: "Requirement waived" },
  waiver_taken_back: { ko: "면제 취소", en: "Waiver taken back" },
  bonus: { ko: "가점", en: "Bonus" },
  rejection: { ko: "선정 제외", en: "Rejected" },
  unfinished_freeze: { ko: "심사를 남긴 확정", en: "Settled with judgements missing" },
  unfreeze: { ko: "확정 취소", en: "Settling undone" },
  by_hand: { ko: "직접 변경", en: "Changed by hand" },
  withdrawal: { ko: "철회", en: "Withdrawn" },
  promotion: { ko: "예비에서 올라옴", en: "Moved up from the reserve" },
};
