import type { Language, Theme } from "#app/domain/creator/themes.ts";
import type { Stop } from "#app/domain/visit/plan-route.ts";
import type {
  Benefit,
  CampaignState,
  ContentForm,
  CreatorChannelState,
  Platform,
  PromotionState,
  VisitState,
} from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

export const themeWords: Record<Theme, Sentence> = {
  food: { ko: "먹거리", en: "Food" },
  craft: { ko: "손으로 만드는 것", en: "Crafts" },
  history: { ko: "오래된 이야기", en: "History" },
  alleys: { ko: "골목 산책", en: "Alleys" },
  family: { ko: "가족 나들이", en: "Families" },
  travel: { ko: "여행", en: "Travel" },
  people: { ko: "사람 이야기", en: "People" },
  cooking: { ko: "요리", en: "Cooking" },
};

export const languageWords: Record<Language, Sentence> = {
  ko: { ko: "한국어", en: "Korean" },
  en: { ko: "영어", en: "English" },
  ja: { ko: "일본어", en: "Japanese" },
  zh: { ko: "중국어", en: "Chinese" },
  vi: { ko: "베트남어", en: "Vietnamese" },
  es: { ko: "스페인어", en: "Spanish" },
};

export const platformWords: Record<Platform, Sentence> = {
  youtube: { ko: "유튜브", en: "YouTube" },
  naver_blog: { ko: "네이버 블로그", en: "Naver Blog" },
  instagram: { ko: "인스타그램", en: "Instagram" },
  tiktok: { ko: "틱톡", en: "TikTok" },
  other: { ko: "내 누리집", en: "A site of my own" },
};

export const channelStateWords: Record<CreatorChannelState, Sentence> = {
  claimed: { ko: "확인 기다림", en: "Waits to be confirmed" },
  confirmed: { ko: "내 채널로 확인됨", en: "Confirmed as yours" },
  refused: { ko: "확인 안 됨", en: "Not confirmed" },
  removed: { ko: "지움", en: "Removed" },
};

export const campaignStateWords: Record<CampaignState, Sentence> = {
  preparing: { ko: "준비 중", en: "Being prepared" },
  open: { ko: "열림", en: "Open" },
  closed: { ko: "마침", en: "Closed" },
};

export const benefitWords: Record<Benefit, Sentence> = {
  none: { ko: "드리는 것 없음", en: "Nothing is given" },
  food: { ko: "음식", en: "Food" },
  goods: { ko: "상품", en: "Goods" },
  fee: { ko: "원고료", en: "A fee" },
};

/** Beside what a creator published, for visitors. */
export const givenWords: Record<Benefit, Sentence> = {
  none: { ko: "받은 것 없이 다녀왔어요", en: "Nothing was given for it" },
  food: { ko: "음식을 제공받아 만든 글이에요", en: "Made after a free meal" },
  goods: { ko: "상품을 제공받아 만든 글이에요", en: "Made after free goods" },
  fee: { ko: "원고료를 받은 광고예요", en: "A paid advertisement" },
};

export const visitStateWords: Record<VisitState, Sentence> = {
  proposed: { ko: "답을 기다림", en: "Waits for an answer" },
  offered: { ko: "다른 시간을 권함", en: "Other times offered" },
  waiting: { ko: "대기 명단", en: "On the waiting list" },
  agreed: { ko: "약속됨", en: "Agreed" },
  visited: { ko: "다녀감", en: "Visited" },
  no_show: { ko: "만나지 못함", en: "Did not meet" },
  disputed: { ko: "사무국이 확인 중", en: "The office is looking" },
  declined: { ko: "이번엔 어려움", en: "Declined" },
  withdrawn: { ko: "신청 거둠", en: "Taken back" },
  cancelled: { ko: "취소됨", en: "Cancelled" },
  lapsed: { ko: "시간이 지남", en: "Lapsed" },
};

export const formWords: Record<ContentForm, Sentence> = {
  text: { ko: "글 (블로그, 카페)", en: "Text (blog, café)" },
  photos: { ko: "사진", en: "Photos" },
  video: { ko: "영상", en: "Video" },
  live: { ko: "생방송", en: "Live show" },
};

export const promotionStateWords: Record<PromotionState, Sentence> = {
  to_correct: { ko: "고칠 것이 있어요", en: "To be corrected" },
  waiting: { ko: "사무국 확인 기다림", en: "Waits for the office" },
  accepted: { ko: "가게 페이지에 실림", en: "On the store’s page" },
  changed: { ko: "바뀌어서 내림", en: "Changed, taken off" },
  gone: { ko: "사라져서 내림", en: "Gone, taken off" },
  withdrawn: { ko: "지움", en: "Erased" },
};

export const placedByWords: Record<Stop["placedBy"], Sentence> = {
  market: { ko: "시장 위치로 계산했어요", en: "Placed at its market" },
  district: {
    ko: "가게 위치를 몰라 구청 위치로 어림했어요",
    en: "Its place is not known: reckoned from the district office",
  },
};
