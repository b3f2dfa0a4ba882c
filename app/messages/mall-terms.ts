import type { Sentence } from "./sentence.ts";

/** A mall's fee and settlement, and the merchant's agreement to it. */
export const mallTermsMessages = {
  title: { ko: "쇼핑몰 수수료와 동의", en: "Malls: fees and agreements" },
  lead: {
    ko: "쇼핑몰마다 수수료와 정산일이 달라요. 보고 동의한 쇼핑몰에만 상품을 올려요.",
    en: "Each mall has its own fee and settlement. Your products go only where you have agreed.",
  },
  question: { ko: "{mall}에 올릴까요?", en: "Sell at {mall}?" },
  fee: { ko: "판매 수수료", en: "Fee of a sale" },
  percent: { ko: "{percent}%", en: "{percent} %" },
  settlement: { ko: "정산", en: "Settlement" },
  days: { ko: "배송이 끝나고 {days}일 뒤", en: "{days} days after delivery" },
  sameDay: { ko: "배송이 끝난 날", en: "On the day of delivery" },
  example: { ko: "예를 들면", en: "For example" },
  exampleBody: {
    ko: "{price}에 팔면 수수료 {fee|을/를} 뗀 {rest|을/를} 받아요.",
    en: "Of a sale at {price} the mall keeps {fee}, and you get {rest}.",
  },
  unknown: { ko: "사무국이 아직 수수료를 적지 않았어요", en: "The office has not entered the fee yet" },
  unknownBody: {
    ko: "적으면 여기에서 보고 동의할 수 있어요. 그때까지 이 쇼핑몰에는 올리지 않아요.",
    en: "Once it has, you can look and agree here. Until then nothing goes to this mall.",
  },
  agreed: { ko: "동의했어요", en: "Agreed" },
  agreedAt: { ko: "{date}에 동의했어요", en: "Agreed on {date}" },
  open: { ko: "아직 동의하지 않았어요", en: "Not agreed yet" },
  changed: { ko: "바뀌어서 다시 여쭤봐요", en: "Changed: please look again" },
  changedBody: {
    ko: "전에는 수수료 {percent}%, 배송이 끝나고 {days}일 뒤 정산이었어요. 팔고 있는 상품은 그대로 있고, 새 상품은 동의하신 뒤에 올려요.",
    en: "It was {percent} % and {days} days after delivery. What is on sale stays; new products go there once you agree.",
  },
  look: { ko: "보고 동의하기", en: "Look and agree" },
  see: { ko: "보기", en: "Look" },
  lookAt: { ko: "{mall} 보고 동의하기", en: "Look and agree: {mall}" },
  seeAt: { ko: "{mall} 동의 보기", en: "Look: {mall}" },
  agree: { ko: "동의하고 올리기", en: "Agree and sell there" },
  later: { ko: "나중에 정하기", en: "Decide later" },
  back: { ko: "쇼핑몰 목록으로", en: "To the malls" },
  withdraw: { ko: "동의 거두기", en: "Withdraw the agreement" },
  withdrawWhat: {
    ko: "거두면 {mall}에 올린 상품 {count}개를 내리고, 새로 올리지도 않아요. 다시 동의하면 다시 올려요.",
    en: "What you have at {mall} ({count}) comes down and nothing new goes there. If you agree again, it goes up again.",
  },
  withdrawNow: { ko: "동의를 거둘게요", en: "Withdraw it now" },
  saved: {
    ko: "{mall}에 동의했어요. 뽑힌 상품이 있으면 바로 올려요.",
    en: "Agreed: {mall}. Chosen products go there now.",
  },
  withdrawn: {
    ko: "{mall} 동의를 거뒀어요. 상품을 내리고 있어요.",
    en: "Withdrawn: {mall}. Your products are coming down.",
  },
  openNotice: { ko: "수수료를 보고 정해 주실 쇼핑몰이 {count}곳 있어요", en: "Malls to decide about: {count}" },
  openNoticeBody: {
    ko: "동의한 쇼핑몰에만 상품을 올려요.",
    en: "Your products go only to malls you have agreed to.",
  },
  passingOnMissing: {
    ko: "쇼핑몰에 정보를 넘기는 데 동의하지 않으셨어요",
    en: "You have not agreed to pass data on to malls",
  },
  passingOnMissingBody: {
    ko: "그래서 여기에서 동의해도 아직 올리지 않아요.",
    en: "So nothing goes to malls yet, even where you agree here.",
  },
  passingOn: { ko: "정보 넘기기 동의 보기", en: "Look at that consent" },
} satisfies Record<string, Sentence>;
