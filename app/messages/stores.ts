import type { Sentence } from "./sentence.ts";

/** The list of stores, a store's page, and what it shares with the hundred. */
export const storeMessages = {
  title: { ko: "가게 둘러보기", en: "The stores" },
  lead: {
    ko: "서울 골목에서 오래 장사해 온 가게와 시장, 함께 만드는 조합과 공방이에요.",
    en: "Old shops, market stalls, cooperatives and workshops from the alleys of Seoul.",
  },
  description: {
    ko: "백선과 함께하는 서울의 오래된 가게와 전통시장, 협동조합과 공방을 동네별로 둘러보세요.",
    en: "Find the old shops, market stalls, cooperatives and workshops of Seoul that take part in Baekseon, district by district.",
  },
  filter: { ko: "가게 찾기", en: "Find a store" },
  district: { ko: "동네", en: "District" },
  everyDistrict: { ko: "서울 전체", en: "All of Seoul" },
  kind: { ko: "종류", en: "Kind" },
  everyKind: { ko: "모두", en: "All kinds" },
  word: { ko: "가게, 시장, 물건 이름", en: "Store, market or goods" },
  find: { ko: "찾기", en: "Find" },
  count: { ko: "가게 {count}곳", en: "{count} stores" },
  countOne: { ko: "가게 1곳", en: "1 store" },
  showAll: { ko: "모든 가게 보기", en: "See all stores" },
  more: { ko: "다음 가게 보기", en: "More stores" },
  toFirst: { ko: "처음부터 보기", en: "Back to the first" },
  noneFoundTitle: { ko: "찾으시는 가게가 없어요", en: "No store matches" },
  noneFound: {
    ko: "동네나 종류를 넓히거나, 가게 이름을 짧게 적어 다시 찾아 보세요.",
    en: "Try a wider district or kind, or a shorter part of the name.",
  },
  noneOf: { ko: "적어 주신 말로는 찾지 못했어요.", en: "Nothing was found for what you typed." },
  meant: { ko: "이것을 찾으셨나요? {word}", en: "Did you mean {word}?" },
  noneYetTitle: { ko: "아직 소개할 가게가 없어요", en: "No stores yet" },
  noneYet: {
    ko: "가게들이 상품을 준비하고 있어요. 조금 뒤에 다시 들러 주세요.",
    en: "The stores are still preparing. Please come back a little later.",
  },
  designated: { ko: "백년가게", en: "Hundred-year store" },
  designatedUntil: { ko: "지정번호 {number} · {date}까지", en: "No. {number}, valid until {date}" },
  visitable: { ko: "직접 가 볼 수 있어요", en: "Open to visitors" },
  notVisitable: {
    ko: "손님을 맞는 매장은 없어요. 상품은 온라인 장터에서 만나요.",
    en: "There is no shop floor; its products are sold online.",
  },
  since: { ko: "{year}년부터", en: "Since {year}" },
  history: { ko: "{year}년에 문을 열어 {years}년을 이어 왔어요", en: "Open since {year}: {years} years and counting" },
  hours: { ko: "여는 시간", en: "Opening hours" },
  way: { ko: "찾아가는 길", en: "How to get there" },
  visit: { ko: "방문", en: "Visits" },
  map: { ko: "지도에서 보기", en: "See on a map" },
  story: { ko: "가게 이야기", en: "The story" },
  chosen: { ko: "백선에 뽑힌 상품", en: "Chosen for Baekseon" },
  noneChosen: {
    ko: "아직 뽑힌 상품이 없어요. 심사가 끝나면 여기에서 소개할게요.",
    en: "None of its products is chosen yet. They will be shown here once they are.",
  },
  priceFrom: { ko: "{price}부터", en: "from {price}" },
  buyAt: { ko: "{mall}에서 보기", en: "See at {mall}" },
  notYetOnSale: { ko: "장터에 올리고 있어요", en: "On its way to the malls" },
  placeOf: { ko: "{year} 백선 {place}번", en: "No. {place} of {year}" },
  seller: { ko: "판매자 정보", en: "About the seller" },
  sellerName: { ko: "상호", en: "Name" },
  businessNumber: { ko: "사업자등록번호", en: "Business number" },
  mailOrderNumber: { ko: "통신판매업 신고번호", en: "Mail-order number" },
  phone: { ko: "전화", en: "Telephone" },
  allStores: { ko: "가게 모두 보기", en: "All stores" },
  storeDescription: { ko: "{district} {kind} {name}. {story}", en: "{name}, {kind} in {district}. {story}" },
} satisfies Record<string, Sentence>;

export const hundredMessages = {
  navigation: { ko: "올해의 백 가지", en: "The hundred" },
  title: { ko: "{year} 백선", en: "The hundred of {year}" },
  lead: {
    ko: "서울의 작은 가게들이 보내 온 물건 가운데 하나하나 살펴 고른 것들이에요.",
    en: "Chosen one by one from what the small shops of Seoul sent in.",
  },
  description: {
    ko: "{year}년 백선에 뽑힌 서울 작은 가게의 물건들. 가게 이야기와 살 수 있는 곳을 함께 소개해요.",
    en: "What was chosen from the small shops of Seoul in {year}, with their stories and where to buy.",
  },
  taken: { ko: "{places}자리 가운데 {count}자리가 찼어요", en: "{count} of {places} places are taken" },
  full: { ko: "{places}자리가 모두 찼어요", en: "All {places} places are taken" },
  noneTitle: { ko: "아직 고르는 중이에요", en: "Still choosing" },
  none: {
    ko: "첫 상품이 뽑히면 이 자리에서 소개할게요. 그동안 함께하는 가게들을 둘러보세요.",
    en: "The first chosen product will be shown here. Meanwhile, meet the stores that take part.",
  },
  board: { ko: "자리 번호", en: "Places" },
} satisfies Record<string, Sentence>;
