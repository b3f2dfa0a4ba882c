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

/** What else belongs to a category: found by these words, but not shown with it. */
const alsoLike: Readonly<Record<string, string>> = {
  GENERAL_FOOD:
    "들기름, 기름, 식초, 간장, 고추장, 쌈장, 청국장, 메주, 소금, 설탕, 엿, 조청, 잼, 청, 즙, 식혜, 한과, 강정, 약과, 정과, 전병, 유과, 빵, 케이크, 쿠키, 초콜릿, 사탕, 누룽지, 뻥튀기, 미숫가루, 선식, 가루, 국수, 면, 라면, 만두, 어묵, 순대, 족발, 치킨, 튀김, 전, 젓갈, 게장, 장아찌, 절임, 조림, 볶음, 육포, 햄, 소시지, 치즈, 요구르트, 음료, 주스, 막걸리, 소주, 와인, 맥주, 양념, 소스, 육수, 국, 탕, 찌개, 죽, 묵, 도시락, 밀키트, 볶은깨, 부각",
  FOOD: "현미, 잡곡, 콩, 팥, 깨, 고구마, 감자, 옥수수, 마늘, 양파, 파, 배추, 무, 상추, 고추, 버섯, 인삼, 수삼, 더덕, 도라지, 약초, 한약재, 대추, 밤, 잣, 호두, 땅콩, 견과, 사과, 배, 감, 곶감, 귤, 포도, 복숭아, 딸기, 수박, 참외, 한우, 소고기, 쇠고기, 돼지고기, 삼겹살, 닭고기, 오리고기, 정육, 계란, 생선, 수산물, 갈치, 고등어, 조기, 굴비, 명태, 황태, 북어, 오징어, 문어, 낙지, 새우, 게, 꽃게, 조개, 굴, 전복, 미역, 다시마, 파래, 톳, 해초",
  DIET_FOOD: "인삼정, 프로바이오틱스, 영양제, 루테인, 콜라겐",
  WEAR: "스웨터, 니트, 조끼, 점퍼, 외투, 코트, 치마, 원피스, 잠옷, 버선, 두루마기, 저고리, 개량한복, 교복, 티셔츠, 유니폼",
  SHOES: "장화, 부츠, 샌들, 짚신, 수제화, 작업화",
  BAG: "지갑, 파우치, 보자기가방, 카드지갑, 서류가방, 장바구니",
  FASHION_ITEMS: "머플러, 목도리, 숄, 손수건, 양산, 부채, 넥타이, 허리띠, 안경, 선글라스, 노리개, 비녀, 키링",
  JEWELLERY: "팔찌, 금, 보석, 브로치, 진주, 가락지, 옥",
  KITCHEN_UTENSILS:
    "접시, 항아리, 옹기, 뚝배기, 가마솥, 솥, 프라이팬, 주전자, 찻잔, 다기, 컵, 잔, 식칼, 가위, 젓가락, 숟가락, 국자, 쟁반, 채반, 수세미, 행주, 앞접시, 놋그릇, 목기, 소쿠리, 텀블러",
  SLEEPING_GEAR: "요, 매트, 매트리스, 침구, 홑이불, 블라인드, 발, 쿠션, 러그",
  FURNITURE: "책상, 책장, 서랍장, 옷장, 장롱, 소파, 테이블, 평상, 문갑, 수납장",
  COSMETIC: "스킨, 에센스, 팩, 입술, 립밤, 오일, 세안, 치약",
  BIOCHEMISTRY: "초, 캔들, 디퓨저, 세정제, 섬유유연제, 물티슈, 왁스, 페인트",
  BIOCIDAL: "살충제, 파리약, 바퀴약, 방부제",
  MEDICAL_APPLIANCES: "마스크, 지팡이, 휠체어, 안마기, 온열기, 체온계",
  KIDS: "퍼즐, 블록, 유모차, 젖병, 돌복, 아기용품, 어린이용품",
  BOOKS: "만화, 도서, 동화책, 시집, 사진집",
  SPORTS_EQUIPMENT: "운동기구, 텐트, 배드민턴, 골프, 낚시, 등산스틱, 헬스",
  MUSICAL_INSTRUMENT: "북, 꽹과리, 징, 해금, 거문고, 대금, 단소, 피리, 바이올린, 우쿨렐레",
  ETC: "붓, 벼루, 먹, 문구, 공책, 연필, 엽서, 카드, 스티커, 도장, 꽃, 꽃다발, 묘목, 씨앗, 수건, 바구니, 빗자루, 공구, 망치, 호미, 낫, 액자, 그림, 조각, 공예품, 한지, 실, 천, 원단, 보자기, 향, 인테리어소품, 사료, 간판, 포장",
};

/** Categories that a word means, those named by it before those that only hold such things. */
export function findByWord(locale: Locale, word: string): string[] {
  const sought = foldLabel(word);
  if (sought === "") return [];
  const found = Object.entries(categoryWords).flatMap(([key, { name, like }]) => {
    if (foldLabel(name[locale]).includes(sought)) return [{ key, rank: 0 }];
    const further = locale === "ko" ? (alsoLike[key] ?? "") : "";
    const things = [like[locale], further].flatMap((list) => list.split(",").map(foldLabel));
    if (things.includes(sought)) return [{ key, rank: 1 }];
    // `국산참기름`: people search by what stands on their label.
    const near = things.some((thing) => thing.includes(sought) || (thing.length > 1 && sought.includes(thing)));
    return near ? [{ key, rank: 2 }] : [];
  });
  return found.sort((left, right) => left.rank - right.rank).map(({ key }) => key);
}
