import type { DriftKind, DriftRule, HeardState } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** What a mall shows otherwise than it was sent, and what to do about it. */
export const driftMessages = {
  title: { ko: "쇼핑몰에서 달라진 것", en: "Changed at the mall" },
  lead: {
    ko: "올린 상품을 하루에 한 번쯤 쇼핑몰에 물어보고, 우리가 보낸 것과 다르면 여기에 모아요.",
    en: "Each listing is looked up about once a day; what the mall shows otherwise than we sent is collected here.",
  },
  compared: {
    ko: "올라가 있는 상품 {standing}개. 가장 오래전에 살펴본 때: {since}",
    en: "{standing} listings stand. The one looked at longest ago: {since}",
  },
  compareNow: { ko: "지금 모두 살펴보기", en: "Look at all of them now" },
  comparing: {
    ko: "쇼핑몰에 하나씩 물어보고 있어요. 다른 것이 있으면 여기에 나타나요.",
    en: "Each listing is being looked up. What differs appears here.",
  },
  comparedAll: { ko: "모두 살펴봤어요", en: "All were looked at" },
  never: { ko: "아직 없음", en: "never yet" },
  noneTitle: { ko: "달라진 것이 없어요", en: "Nothing differs" },
  noneBody: {
    ko: "쇼핑몰에서 누가 값을 바꾸거나 상품을 지우면 여기에 나타나요.",
    en: "When somebody changes or deletes a product at the mall it appears here.",
  },
  product: { ko: "상품", en: "Product" },
  what: { ko: "달라진 것", en: "What differs" },
  ours: { ko: "우리가 보낸 값", en: "As we sent it" },
  theirs: { ko: "쇼핑몰의 값", en: "As the mall shows it" },
  foundAt: { ko: "찾은 때", en: "Found" },
  decide: { ko: "정하기", en: "Decide" },
  sendOurs: { ko: "우리 것으로 다시 보내기", en: "Send ours again" },
  sendOursSure: {
    ko: "쇼핑몰의 상품을 우리가 바라는 대로 되돌려요.",
    en: "The product at the mall becomes again what we want.",
  },
  accept: { ko: "쇼핑몰 값 그대로 두기", en: "Leave it as the mall shows it" },
  acceptSure: {
    ko: "상인이 다음에 값을 바꾸면 그때 우리 값이 다시 가요.",
    en: "When the merchant changes something next, ours is sent again.",
  },
  acceptDeletion: { ko: "내려간 것으로 하기", en: "Accept that it is gone" },
  acceptDeletionSure: {
    ko: "이 쇼핑몰에는 더 올리지 않고, 상인에게 내려갔다고 알려요.",
    en: "It is not sold at this mall any more, and the merchant is told so.",
  },
  acceptStopped: { ko: "멈춘 채로 두기", en: "Leave them stopped" },
  acceptStoppedSure: {
    ko: "멈춘 옵션은 그대로 두고, 나머지만 팔아요. 상인이 재고를 바꾸면 다시 알려 드려요.",
    en: "What is stopped stays so, the rest is sold. You are told again when the merchant changes the stock.",
  },
  optionsStopped: { ko: "멈춘 옵션: {options}", en: "Stopped: {options}" },
  seen: { ko: "확인했어요", en: "Seen" },
  seenSure: {
    ko: "쇼핑몰 관리 화면에서 겹친 상품을 지워 주세요. 그대로 있으면 다시 알려요.",
    en: "Please delete the second one in the mall’s own office. While it is there you are told again.",
  },
  unknownTitle: { ko: "우리가 올리지 않은 상품", en: "Products we did not list" },
  unknownLead: {
    ko: "하루에 한 번쯤 이 쇼핑몰 계정에 있는 상품을 모두 살펴보고, 우리 번호가 없는 것을 여기에 보여요. 우리는 손대지 않아요.",
    en: "About once a day the whole account is looked through; what does not carry our number is shown here. We do nothing to it.",
  },
  unknownSeen: {
    ko: "{at}에 살펴봤어요. 판매 중이거나 심사 중인 상품 {standing}개 가운데 우리 것이 아닌 상품 {unknown}개",
    en: "Looked through at {at}: {unknown} of {standing} products that stand there are not ours",
  },
  unknownMore: { ko: "오래된 것부터 {count}개만 보여요.", en: "The oldest {count} are shown." },
  unknownNotLooked: { ko: "아직 살펴보지 않았어요.", en: "Not looked through yet." },
  unknownNoList: {
    ko: "이 쇼핑몰은 계정에 있는 상품을 모두 알려 주지 않아요.",
    en: "This mall does not tell what else the account has.",
  },
  unknownWhat: {
    ko: "쇼핑몰 관리 화면에서 누가 올린 상품인지 확인하고, 필요 없으면 거기에서 지워 주세요. 그대로 두어도 되는 것은 ‘그대로 둘게요’를 눌러 주세요.",
    en: "Find out in the mall’s own office who listed it, and delete it there if nobody needs it. What may stay is left alone with the button.",
  },
  unknownNumber: { ko: "쇼핑몰 상품번호", en: "Number at the mall" },
  unknownCode: { ko: "판매자 코드", en: "Seller’s code" },
  unknownPrice: { ko: "값", en: "Price" },
  unknownState: { ko: "상태", en: "State" },
  unknownSee: { ko: "쇼핑몰에서 보기", en: "See it at the mall" },
  unknownLeave: { ko: "그대로 둘게요", en: "Leave it alone" },
  unknownLeaveOf: { ko: "{name} 그대로 둘게요", en: "Leave {name} alone" },
  unknownLeft: { ko: "그대로 두기로 한 상품 {count}개", en: "Left alone: {count}" },
  unknownAgain: { ko: "다시 살펴보기", en: "Look at it after all" },
  unknownAgainOf: { ko: "{name} 다시 살펴보기", en: "Look at {name} after all" },
  settled: { ko: "정한 대로 했어요", en: "Done as you decided" },
  rule: { ko: "달라진 것을 찾으면", en: "When something differs" },
  saveRule: { ko: "이 방법으로 하기", en: "Use this rule" },
  ruleSaved: { ko: "방법을 바꿨어요", en: "The rule is changed" },
  pieces: { ko: "{count}개", en: "{count}" },
} satisfies Record<string, Sentence>;

export const unknownStateWords: Record<HeardState, Sentence> = {
  registering: { ko: "등록 중", en: "Being registered" },
  in_review: { ko: "심사 중", en: "In review" },
  live: { ko: "판매 중", en: "On sale" },
  refused: { ko: "반려", en: "Refused" },
  withdrawn: { ko: "내려감", en: "Taken down" },
  absent: { ko: "없음", en: "Not there" },
};

export const driftWords: Record<DriftKind, Sentence> = {
  price: { ko: "값이 달라요", en: "Another price" },
  stock: { ko: "재고가 더 많아요", en: "More in stock" },
  taken_down: { ko: "판매가 멈춰 있어요", en: "Taken off sale" },
  deleted: { ko: "상품이 지워졌어요", en: "Deleted" },
  duplicate: { ko: "같은 상품이 또 있어요", en: "There is a second one" },
  options_stopped: { ko: "일부 옵션의 판매가 멈춰 있어요", en: "Some options are not sold" },
};

export const driftRuleWords: Record<DriftRule, Sentence> = {
  ask: { ko: "사람이 정할 때까지 그대로 둬요", en: "Leave it until a person decides" },
  send_ours: { ko: "바로 우리 것으로 다시 보내요", en: "Send ours again at once" },
  accept_deletion: {
    ko: "지워진 상품은 내려간 것으로 하고, 나머지는 사람이 정해요",
    en: "Accept deletions; a person decides the rest",
  },
};
