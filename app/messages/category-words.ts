import { foldLabel } from "#app/domain/text/fold-label.ts";
import type { Locale, Sentence } from "./sentence.ts";

export interface CategoryGroup {
  key: string;
  name: Sentence;
  /** Category keys. */
  categories: readonly string[];
}

/** Eight fit a phone's screen; all thirty-six at once would be a wall. */
export const categoryGroups: readonly CategoryGroup[] = [
  {
    key: "food",
    name: { ko: "먹을거리", en: "Food" },
    categories: ["GENERAL_FOOD", "FOOD", "DIET_FOOD"],
  },
  {
    key: "wear",
    name: { ko: "옷·가방·장신구", en: "Clothes and bags" },
    categories: ["WEAR", "SHOES", "BAG", "FASHION_ITEMS", "JEWELLERY"],
  },
  {
    key: "home",
    name: { ko: "집·부엌", en: "Home and kitchen" },
    categories: ["KITCHEN_UTENSILS", "SLEEPING_GEAR", "FURNITURE"],
  },
  {
    key: "care",
    name: { ko: "몸·청소", en: "Body and cleaning" },
    categories: ["COSMETIC", "BIOCHEMISTRY", "BIOCIDAL", "MEDICAL_APPLIANCES"],
  },
  {
    key: "leisure",
    name: { ko: "아이·취미·책", en: "Children and hobbies" },
    categories: ["KIDS", "BOOKS", "SPORTS_EQUIPMENT", "MUSICAL_INSTRUMENT", "CAR_ARTICLES"],
  },
  {
    key: "electric",
    name: { ko: "전자제품", en: "Electrical goods" },
    categories: [
      "HOME_APPLIANCES",
      "SEASON_APPLIANCES",
      "MICROELECTRONICS",
      "IMAGE_APPLIANCES",
      "OFFICE_APPLIANCES",
      "OPTICS_APPLIANCES",
      "CELLPHONE",
      "NAVIGATION",
    ],
  },
  {
    key: "service",
    name: { ko: "이용권·빌려주기", en: "Vouchers and rental" },
    categories: [
      "MOBILE_COUPON",
      "GIFT_CARD",
      "MOVIE_SHOW",
      "ETC_SERVICE",
      "DIGITAL_CONTENTS",
      "RENTAL_HA",
      "RENTAL_ETC",
    ],
  },
  { key: "other", name: { ko: "그 밖의 물건", en: "Anything else" }, categories: ["ETC"] },
];

interface CategoryWords {
  name: Sentence;
  /** What belongs to it, in the words people search by. */
  like: Sentence;
}

const words = (ko: string, likeKo: string, en: string, likeEn: string): CategoryWords => ({
  name: { ko, en },
  like: { ko: likeKo, en: likeEn },
});

/** In daily words; the law's own name is with its notice. */
export const categoryWords: Readonly<Record<string, CategoryWords>> = {
  GENERAL_FOOD: words(
    "가공식품",
    "참기름, 고춧가루, 된장, 떡, 과자, 반찬, 김치, 커피, 차, 술, 두부, 꿀",
    "Processed food",
    "oil, paste, rice cake, snacks, coffee, tea",
  ),
  FOOD: words(
    "농수축산물",
    "쌀, 과일, 채소, 고기, 생선, 건어물, 멸치, 김, 나물, 달걀",
    "Farm, meat and fish",
    "rice, fruit, vegetables, meat, fish",
  ),
  DIET_FOOD: words("건강기능식품", "홍삼, 비타민, 유산균, 오메가3", "Health food", "red ginseng, vitamins"),
  WEAR: words("옷", "셔츠, 바지, 한복, 속옷, 양말, 앞치마", "Clothes", "shirts, trousers, hanbok, socks"),
  SHOES: words("신발", "구두, 운동화, 고무신, 슬리퍼", "Shoes", "shoes, trainers, slippers"),
  BAG: words("가방", "손가방, 배낭, 지갑, 에코백", "Bags", "handbags, backpacks, wallets"),
  FASHION_ITEMS: words(
    "모자·벨트·액세서리",
    "모자, 벨트, 스카프, 머리핀, 장갑, 우산",
    "Hats, belts, accessories",
    "hats, belts, scarves, umbrellas",
  ),
  JEWELLERY: words(
    "귀금속·보석·시계",
    "반지, 목걸이, 귀걸이, 은, 시계",
    "Jewellery and watches",
    "rings, necklaces, watches",
  ),
  KITCHEN_UTENSILS: words(
    "주방용품",
    "도마, 그릇, 냄비, 칼, 수저, 컵, 도자기",
    "Kitchenware",
    "boards, bowls, pots, knives, cups",
  ),
  SLEEPING_GEAR: words(
    "이불·커튼",
    "이불, 베개, 커튼, 방석, 담요",
    "Bedding and curtains",
    "quilts, pillows, curtains",
  ),
  FURNITURE: words("가구", "의자, 탁자, 소반, 선반, 침대", "Furniture", "chairs, tables, shelves, beds"),
  COSMETIC: words("화장품", "로션, 크림, 비누, 향수, 샴푸", "Cosmetics", "lotion, cream, soap, perfume"),
  BIOCHEMISTRY: words(
    "초·방향제·세제",
    "향초, 방향제, 세제, 접착제, 탈취제",
    "Candles and detergents",
    "candles, air fresheners, detergents",
  ),
  BIOCIDAL: words("살균·살충제", "모기약, 소독제, 살균제", "Disinfectants", "insect repellents, disinfectants"),
  MEDICAL_APPLIANCES: words(
    "의료기기",
    "찜질기, 혈압계, 보청기",
    "Medical devices",
    "heat packs, blood pressure monitors",
  ),
  KIDS: words("어린이 물건", "장난감, 아기 옷, 인형, 유아용품", "Children’s goods", "toys, baby clothes, dolls"),
  BOOKS: words("책", "그림책, 소설, 잡지", "Books", "picture books, novels"),
  SPORTS_EQUIPMENT: words("운동용품", "공, 자전거, 낚싯대, 등산, 캠핑", "Sports goods", "balls, bicycles, camping"),
  MUSICAL_INSTRUMENT: words("악기", "가야금, 장구, 기타, 피아노", "Musical instruments", "guitars, drums, pianos"),
  CAR_ARTICLES: words("자동차용품", "방석, 거치대, 자동차 부품", "Car goods", "seat covers, holders, parts"),
  HOME_APPLIANCES: words(
    "집에서 쓰는 가전",
    "냉장고, 세탁기, 전자레인지, 밥솥, 믹서",
    "Household appliances",
    "fridges, washing machines, rice cookers",
  ),
  SEASON_APPLIANCES: words("계절 가전", "에어컨, 선풍기, 온풍기, 전기장판", "Seasonal appliances", "fans, heaters"),
  MICROELECTRONICS: words(
    "작은 전자제품",
    "이어폰, 스피커, 전등, 충전기",
    "Small electronics",
    "earphones, speakers, lamps, chargers",
  ),
  IMAGE_APPLIANCES: words("텔레비전", "TV, 모니터, 빔프로젝터", "Television", "televisions, projectors"),
  OFFICE_APPLIANCES: words("컴퓨터·사무기기", "컴퓨터, 노트북, 프린터", "Computers", "computers, laptops, printers"),
  OPTICS_APPLIANCES: words("카메라", "사진기, 캠코더, 망원경", "Cameras", "cameras, camcorders"),
  CELLPHONE: words("휴대폰·태블릿", "휴대전화, 태블릿, 스마트워치", "Phones and tablets", "phones, tablets"),
  NAVIGATION: words("내비게이션", "길 안내기, 블랙박스", "Navigation", "navigation devices"),
  MOBILE_COUPON: words("모바일 쿠폰", "커피 쿠폰, 식사권", "Mobile coupons", "coffee coupons, meal vouchers"),
  GIFT_CARD: words("상품권", "상품권, 종이 쿠폰", "Gift cards", "gift cards, paper vouchers"),
  MOVIE_SHOW: words("영화·공연", "공연표, 전시, 영화표", "Cinema and shows", "tickets"),
  ETC_SERVICE: words("배우기·고치기", "체험, 강좌, 수선, 수리", "Lessons and repairs", "classes, mending"),
  DIGITAL_CONTENTS: words("내려받는 것", "음악, 게임, 전자책, 인터넷 강의", "Downloads", "music, games, e-books"),
  RENTAL_HA: words("가전 빌려주기", "정수기, 비데, 공기청정기", "Appliances for rent", "water purifiers"),
  RENTAL_ETC: words("물건 빌려주기", "한복 대여, 책, 행사용품", "Things for rent", "hanbok, books, party goods"),
  ETC: words("그 밖의 물건", "기념품, 장식품, 화분, 반려동물 용품", "Anything else", "souvenirs, ornaments, plants"),
};

/** Categories that a word means, those named by it before those that only hold such things. */
export function findByWord(locale: Locale, word: string): string[] {
  const sought = foldLabel(word);
  if (sought === "") return [];
  const found = Object.entries(categoryWords).flatMap(([key, { name, like }]) => {
    if (foldLabel(name[locale]).includes(sought)) return [{ key, rank: 0 }];
    const things = like[locale].split(",").map(foldLabel);
    if (things.includes(sought)) return [{ key, rank: 1 }];
    // `국산참기름`: people search by what stands on their label.
    const near = things.some((thing) => thing.includes(sought) || (thing.length > 1 && sought.includes(thing)));
    return near ? [{ key, rank: 2 }] : [];
  });
  return found.sort((left, right) => left.rank - right.rank).map(({ key }) => key);
}
