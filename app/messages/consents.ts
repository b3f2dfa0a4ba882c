import type { ConsentKind } from "#app/domain/consent/kinds.ts";
import type { ConsentState } from "#app/domain/consent/standing.ts";
import type { Sentence } from "./sentence.ts";

/** What each consent is called, and in two or three sentences what it means. */
export const consentWords: Record<ConsentKind, { name: Sentence; question: Sentence; points: readonly Sentence[] }> = {
  terms: {
    name: { ko: "이용약관", en: "Terms of use" },
    question: { ko: "이용약관을 읽어 주세요", en: "Please read the terms" },
    points: [
      { ko: "참가비는 없어요.", en: "Taking part costs nothing." },
      {
        ko: "물건을 파는 사람은 사장님이에요. 원산지와 값을 사실대로 적어 주세요.",
        en: "You are the seller: state origin and price truthfully.",
      },
      { ko: "언제든 그만둘 수 있어요.", en: "You can leave at any time." },
    ],
  },
  personal_data: {
    name: { ko: "개인정보 수집·이용", en: "Use of personal data" },
    question: { ko: "개인정보를 이렇게 써요", en: "How we use your data" },
    points: [
      {
        ko: "이름, 휴대폰 번호, 사업자등록번호와 가게 정보를 받아요.",
        en: "We take your name, mobile number, business number and what you say of your store.",
      },
      {
        ko: "가게를 확인하고, 상품을 심사하고, 결과를 알려 드리는 데 써요.",
        en: "We use it to check the store, judge products and tell you the results.",
      },
      {
        ko: "계정을 닫고 법이 정한 5년이 지나면 지워요.",
        en: "We erase it five years after you close the account, as the law asks.",
      },
    ],
  },
  creator_data: {
    name: { ko: "창작자 개인정보 수집·이용", en: "Use of creators’ data" },
    question: { ko: "개인정보를 이렇게 써요", en: "How we use your data" },
    points: [
      {
        ko: "이름과 이메일은 약속이 된 가게에만 보여요.",
        en: "Only a store that agreed to a visit sees your name and e-mail.",
      },
    ],
  },
  passing_on: {
    name: { ko: "쇼핑몰·창작자에게 정보 넘기기", en: "Passing data on to malls and creators" },
    question: { ko: "쇼핑몰에 정보를 넘겨도 될까요?", en: "May we pass your data on to malls?" },
    points: [
      {
        ko: "상호, 대표자 이름, 사업자등록번호, 전화번호, 주소를 넘겨요.",
        en: "It is the trade name, owner’s name, business number, telephone and address.",
      },
      {
        ko: "사장님이 수수료를 보고 동의한 쇼핑몰과, 방문이 정해진 창작자에게만 넘겨요.",
        en: "Only malls whose fee you agree to, and creators whose visit is agreed, get it.",
      },
      {
        ko: "동의하지 않아도 심사까지 받을 수 있어요. 쇼핑몰에는 올라가지 않아요.",
        en: "Without it you can still be judged, but nothing goes to malls.",
      },
    ],
  },
};

export const consentStateWords: Record<ConsentState, Sentence> = {
  unasked: { ko: "아직 안 골랐어요", en: "Not answered yet" },
  outdated: { ko: "글이 바뀌어 다시 여쭤봐요", en: "The text has changed" },
  agreed: { ko: "동의했어요", en: "Agreed" },
  refused: { ko: "동의하지 않았어요", en: "Not agreed" },
  withdrawn: { ko: "동의를 거뒀어요", en: "Withdrawn" },
};

export const consentMessages = {
  needed: { ko: "(필수)", en: "(needed)" },
  optional: { ko: "(선택)", en: "(optional)" },
  agree: { ko: "동의하고 계속하기", en: "Agree and go on" },
  agreeNow: { ko: "동의하기", en: "Agree" },
  refuse: { ko: "동의하지 않고 계속하기", en: "Go on without agreeing" },
  needless: {
    ko: "이 동의가 없으면 백선을 쓸 수 없어요.",
    en: "Baekseon does not work without this consent.",
  },
  changed: { ko: "글이 바뀌었어요", en: "The text has changed" },
  changedBody: {
    ko: "{date}에 {before}판에 답하셨어요. 지금 글은 {version}판이에요. 다시 골라 주세요.",
    en: "On {date} you answered version {before}. Today’s is {version}. Please choose again.",
  },
  whole: { ko: "글 모두 읽기", en: "Read the whole text" },
  place: { ko: "{total}개 가운데 {number}번째", en: "{number} of {total}" },
  version: { ko: "{version}판 · {date}부터", en: "Version {version} · since {date}" },
  olderVersions: { ko: "지난 글", en: "Earlier texts" },
  mine: { ko: "내가 한 동의", en: "My consents" },
  mineLead: {
    ko: "무엇에 언제 동의했는지 보고, 거둘 수 있어요.",
    en: "What you agreed to and when, and where to withdraw it.",
  },
  answeredAt: { ko: "{date} · {version}판", en: "{date} · version {version}" },
  look: { ko: "보기", en: "Look" },
  lookAt: { ko: "{consent} 동의 보기", en: "Look at: {consent}" },
  onlyMerchant: { ko: "동의는 {merchant} 님만 할 수 있어요", en: "Only {merchant} can agree" },
  onlyMerchantBody: {
    ko: "{merchant} 님의 휴대폰으로 백선에 들어와 먼저 동의해 주셔야 적을 수 있어요.",
    en: "{merchant} has to log in with their own phone and agree before anything can be entered.",
  },
  withdraw: { ko: "동의 거두기", en: "Withdraw the consent" },
  withdrawWhat: {
    ko: "거두면 쇼핑몰에 올린 상품 {count}개를 모두 내리고, 새로 올리지도 않아요. 심사에 보낸 상품은 그대로예요. 다시 동의하면 다시 올려요.",
    en: "What stands at malls ({count}) comes down and nothing new goes there. What was sent to the judges stays. If you agree again, it goes up again.",
  },
  withdrawNow: { ko: "동의를 거둘게요", en: "Withdraw it now" },
  withdrawn: {
    ko: "동의를 거뒀어요. 쇼핑몰에서 상품을 내리고 있어요.",
    en: "Withdrawn. Your products are coming down.",
  },
  leaving: {
    ko: "이 동의를 거두는 것은 백선을 그만두는 것과 같아요.",
    en: "Withdrawing this consent means leaving Baekseon.",
  },
  toClosing: { ko: "계정 닫기로 가기", en: "To closing the account" },
  toAccount: { ko: "내 계정으로", en: "To my account" },
  readBelow: { ko: "아래 글을 읽고 골라 주세요.", en: "Please read and choose." },
} satisfies Record<string, Sentence>;
