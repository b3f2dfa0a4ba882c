import type { Sentence } from "./sentence.ts";

/** Changing a product by hand: everything, one field, or what one mall asks. */
export const productEditMessages = {
  oneTitle: { ko: "{field} 고치기", en: "Change the {field}" },
  everything: { ko: "다른 내용도 고치기", en: "Change something else" },
  details: {
    ko: "상세설명에 적었다면 ‘{words}’라고 적어도 돼요.",
    en: "If it stands in the description, write “{words}”.",
  },
  date: { ko: "예: 2026-11-22", en: "For example 2026-11-22" },
  month: { ko: "예: 2026-11", en: "For example 2026-11" },
  tagsHint: { ko: "쉼표로 나눠 열 개까지 적어 주세요.", en: "Up to ten, with commas between." },
  shippingHint: {
    ko: "0은 무료 배송이에요. 비워 두면 가게에서 정한 배송비예요.",
    en: "0 is free; empty takes the store’s own fee.",
  },
  wonWords: { ko: "숫자만 적어 주세요. 예: 12000", en: "Digits only, for example 12000" },
  choose: { ko: "골라 주세요", en: "Choose" },
} satisfies Record<string, Sentence>;

export const editSectionWords = {
  main: { ko: "이름과 값", en: "Name and price" },
  about: { ko: "설명과 만든 곳", en: "Description and origin" },
  terms: { ko: "배송비·세금·태그", en: "Delivery, tax, tags" },
  notice: { ko: "법으로 알려야 하는 것", en: "What the law asks for" },
  further: { ko: "더 적을 수 있는 것", en: "Further details" },
} satisfies Record<string, Sentence>;

/** What only one mall asks. */
export const mallFormMessages = {
  tab: { ko: "쇼핑몰이 따로 묻는 것", en: "What a mall asks besides" },
  title: { ko: "{mall|이/가} 따로 묻는 것", en: "What {mall} asks besides" },
  lead: {
    ko: "‘{product}’에 대해 {mall}에서만 묻는 것이에요. 다른 쇼핑몰에는 보내지 않아요.",
    en: "Only {mall} asks this about “{product}”. It goes to no other mall.",
  },
  units: {
    ko: "숫자와 단위를 붙여 적어 주세요. 단위: {units}. 예: {example}",
    en: "A number with its unit: {units}. For example {example}",
  },
  oneOfGroup: { ko: "비슷한 질문 가운데 하나만 적어도 돼요.", en: "One answer to the similar questions is enough." },
  said: { ko: "비워 두면 이렇게 보내요: ‘{said}’", en: "Left empty, “{said}” is sent." },
  noAnswer: { ko: "답하지 않음", en: "No answer" },
  nothing: { ko: "{mall|이/가} 따로 묻는 것이 없어요", en: "{mall} asks nothing besides" },
  nothingBody: { ko: "이 상품은 더 적지 않아도 돼요.", en: "There is nothing more to fill in here." },
  notKnown: { ko: "{mall|이/가} 무엇을 묻는지 알아보고 있어요", en: "We are finding out what {mall} asks" },
  notKnownBody: { ko: "십 분쯤 뒤에 다시 들어와 주세요.", en: "Please come back in about ten minutes." },
  back: { ko: "상품으로 돌아가기", en: "Back to the product" },
} satisfies Record<string, Sentence>;
