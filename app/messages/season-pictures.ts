import type { FunnelStep } from "#app/domain/season/funnel.ts";
import type { WaitingAge } from "#app/domain/season/waiting-age.ts";
import type { Sentence } from "./sentence.ts";

export const seasonPictureMessages = {
  title: { ko: "한눈에 보는 시즌", en: "The season at a glance" },
  link: { ko: "한눈에 보기", en: "At a glance" },
  toOffice: { ko: "사무국", en: "Office" },
  empty: { ko: "아직 보내온 상품이 없어요", en: "Nothing has been submitted yet" },
  emptyBody: {
    ko: "상인이 상품을 보내면 얼마나 왔고 어디까지 갔는지 이곳에 그려져요.",
    en: "Once merchants send products, what came and how far it got is drawn here.",
  },
  count: { ko: "{count}개", en: "{count}" },
  countOf: { ko: "{count}개 · {share}%", en: "{count} · {share}%" },
  placesOf: { ko: "{places}자리 · {submitted}개 가운데", en: "{places} places of {submitted}" },

  funnelTitle: { ko: "어디까지 왔나요", en: "How far they got" },
  funnelLead: {
    ko: "보내온 상품이 걸러지고 심사받아 판매되기까지, 단계마다 몇 개가 남았는지예요.",
    en: "How many are left at each step, from submission to being on sale.",
  },
  step: { ko: "단계", en: "Step" },
  products: { ko: "상품", en: "Products" },
  share: { ko: "보내온 것 가운데", en: "Of those submitted" },

  kindsTitle: { ko: "가게 종류별 자리", en: "Places by kind of store" },
  kindsLead: {
    ko: "채운 막대가 자리, 테두리가 보내온 상품이에요.",
    en: "The filled bar is places, the outline what was submitted.",
  },
  kind: { ko: "가게 종류", en: "Kind of store" },
  places: { ko: "자리", en: "Places" },
  submitted: { ko: "보내온 상품", en: "Submitted" },

  districtsTitle: { ko: "자치구별 자리", en: "Places by district" },
  districtsLead: {
    ko: "서울을 같은 크기 칸으로 그렸어요. 숫자가 그 구의 자리이고, 많을수록 짙어요.",
    en: "Seoul in equal tiles. The number is the district’s places; darker is more.",
  },
  districtsBefore: { ko: "자치구별 보내온 상품", en: "Submitted by district" },
  districtsBeforeLead: {
    ko: "서울을 같은 크기 칸으로 그렸어요. 아직 자리를 정하지 않아서, 숫자는 그 구에서 보내온 상품이에요.",
    en: "Seoul in equal tiles. No place is taken yet, so the number is what was submitted from the district.",
  },
  district: { ko: "자치구", en: "District" },

  curatorsTitle: { ko: "심사위원마다 점수", en: "Marks of each curator" },
  curatorsLead: {
    ko: "가는 줄은 가장 낮은 점수부터 가장 높은 점수까지, 상자는 가운데 절반, 점은 평균이에요. 점선은 모두의 평균이에요. 같은 상품을 두고 다른 위원과 뚜렷이 다르면 마름모로 그려요.",
    en: "The thin line goes from the lowest mark to the highest, the box holds the middle half, the dot is the mean; the dashed line is the mean of all. Who differs clearly from the others on the same products gets a diamond.",
  },
  noMarks: { ko: "아직 매긴 점수가 없어요.", en: "No marks yet." },
  curator: { ko: "심사위원", en: "Curator" },
  judgements: { ko: "심사", en: "Judged" },
  mean: { ko: "평균", en: "Mean" },
  middleHalf: { ko: "가운데 절반", en: "Middle half" },
  lean: { ko: "다른 위원과 차이", en: "Beside the others" },
  meanSaid: { ko: "평균 {mean}", en: "mean {mean}" },
  higher: { ko: "높게 주는 편 (+{lean})", en: "marks higher (+{lean})" },
  lower: { ko: "낮게 주는 편 ({lean})", en: "marks lower ({lean})" },

  agesTitle: { ko: "기다린 날수", en: "How long they have waited" },
  agesLead: { ko: "아직 정해지지 않은 상품이 며칠째 기다리는지예요.", en: "Days that undecided products have waited." },
  age: { ko: "기다린 날수", en: "Waited" },
} satisfies Record<string, Sentence>;

export const funnelWords: Record<FunnelStep, Sentence> = {
  submitted: { ko: "보내옴", en: "Submitted" },
  eligible: { ko: "자격 갖춤", en: "Eligible" },
  judged: { ko: "심사함", en: "Judged" },
  selected: { ko: "선정함", en: "Selected" },
  live: { ko: "판매 중", en: "On sale" },
};

export const waitingAgeWords: Record<WaitingAge, Sentence> = {
  day: { ko: "하루 안", en: "Within a day" },
  three_days: { ko: "1–2일", en: "1–2 days" },
  week: { ko: "3–6일", en: "3–6 days" },
  two_weeks: { ko: "7–13일", en: "7–13 days" },
  longer: { ko: "14일 넘게", en: "14 days or more" },
};
