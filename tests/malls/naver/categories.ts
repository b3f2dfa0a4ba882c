import { HttpResponse } from "msw";
import { refuse } from "./refusals.ts";

/**
 * Naver's own tree is not open to us, so this one is ours: a root, a few groups and one leaf for each category of the
 * programme, with codes of our own making (59…) and 모의, "mock", in every name.
 */
const programmeCategories: [key: string, name: string][] = [
  ["WEAR", "의류"],
  ["SHOES", "구두/신발"],
  ["BAG", "가방"],
  ["FASHION_ITEMS", "패션잡화(모자/벨트/액세서리 등)"],
  ["SLEEPING_GEAR", "침구류/커튼"],
  ["FURNITURE", "가구(침대/소파/싱크대/DIY제품 등)"],
  ["IMAGE_APPLIANCES", "영상가전(TV류)"],
  ["HOME_APPLIANCES", "가정용전기제품(냉장고/세탁기/식기세척기/전자레인지 등)"],
  ["SEASON_APPLIANCES", "계절가전(에어컨/온풍기 등)"],
  ["OFFICE_APPLIANCES", "사무용기기(컴퓨터/노트북/프린터 등)"],
  ["OPTICS_APPLIANCES", "광학기기(디지털카메라/캠코더 등)"],
  ["MICROELECTRONICS", "소형전자(MP3/전자사전 등)"],
  ["CELLPHONE", "휴대폰 통신기기(휴대폰/태블릿 등)"],
  ["NAVIGATION", "내비게이션"],
  ["CAR_ARTICLES", "자동차용품(자동차부품/기타 자동차용품 등)"],
  ["MEDICAL_APPLIANCES", "의료기기"],
  ["KITCHEN_UTENSILS", "주방용품"],
  ["COSMETIC", "화장품"],
  ["JEWELLERY", "귀금속/보석/시계류"],
  ["FOOD", "식품(농.축.수산물)"],
  ["GENERAL_FOOD", "가공식품"],
  ["DIET_FOOD", "건강기능식품"],
  ["KIDS", "어린이제품"],
  ["MUSICAL_INSTRUMENT", "악기"],
  ["SPORTS_EQUIPMENT", "스포츠용품"],
  ["BOOKS", "서적"],
  ["RENTAL_HA", "물품대여서비스(정수기,비데,공기청정기 등)"],
  ["RENTAL_ETC", "물품대여서비스(서적,유아용품,행사용품 등)"],
  ["DIGITAL_CONTENTS", "디지털콘텐츠(음원,게임,인터넷강의 등)"],
  ["GIFT_CARD", "상품권/쿠폰"],
  ["MOBILE_COUPON", "모바일쿠폰"],
  ["MOVIE_SHOW", "영화/공연"],
  ["ETC_SERVICE", "기타 용역"],
  ["BIOCHEMISTRY", "생활화학제품"],
  ["BIOCIDAL", "살생물제품"],
  ["ETC", "기타 재화"],
];

export interface MallCategory {
  id: string;
  name: string;
  wholeCategoryName: string;
  last: boolean;
  /** The programme's key; empty for a group. */
  key: string;
}

const root: MallCategory = { id: "59000000", name: "모의 분류", wholeCategoryName: "모의 분류", last: false, key: "" };

const groups = ["먹거리", "생활", "전자"].map(
  (name, index): MallCategory => ({
    id: `5990000${index + 1}`,
    name: `모의 ${name}`,
    wholeCategoryName: `모의 분류>모의 ${name}`,
    last: false,
    key: "",
  }),
);

const leaves = programmeCategories.map(([key, name], index): MallCategory => {
  const group = groups[key.endsWith("FOOD") ? 0 : key.endsWith("APPLIANCES") ? 2 : 1] ?? root;
  const id = String(59_000_101 + index);
  return { id, name: `모의 ${name}`, wholeCategoryName: `${group.wholeCategoryName}>모의 ${name}`, last: true, key };
});

export const mallCategories: readonly MallCategory[] = [root, ...groups, ...leaves];

/** Category key of the programme → code in this sandbox. */
export const sandboxNaverCategories: Record<string, string> = Object.fromEntries(
  leaves.map(({ key, id }) => [key, id]),
);

/** A code in the tree that is not a leaf. */
export const sandboxNaverGroupCategory = "59900001";

export interface CertificationInfo {
  id: number;
  name: string;
  kindTypes: string[];
  nonEssential: boolean;
}

const electrical: CertificationInfo = {
  id: 9001,
  name: "모의 KC 안전인증",
  kindTypes: ["KC_CERTIFICATION"],
  nonEssential: false,
};
const children: CertificationInfo = {
  id: 9002,
  name: "모의 어린이제품 안전확인",
  kindTypes: ["CHILD_CERTIFICATION"],
  nonEssential: false,
};
const chemical: CertificationInfo = {
  id: 9003,
  name: "모의 생활화학제품 신고번호",
  kindTypes: ["CHEMICAL_CERTIFICATION"],
  nonEssential: false,
};

const certified: Record<string, CertificationInfo> = {
  KIDS: children,
  BIOCHEMISTRY: chemical,
  BIOCIDAL: chemical,
  ...Object.fromEntries(
    [
      "IMAGE_APPLIANCES",
      "HOME_APPLIANCES",
      "SEASON_APPLIANCES",
      "OFFICE_APPLIANCES",
      "OPTICS_APPLIANCES",
      "MICROELECTRONICS",
      "CELLPHONE",
      "NAVIGATION",
    ].map((key) => [key, electrical]),
  ),
};

/** What the category demands a number for. */
export function certificationOf({ key }: MallCategory): CertificationInfo | null {
  return certified[key] ?? null;
}

/** Categories under the display of unit prices. */
export function wantsUnitPrice({ key }: MallCategory): boolean {
  return key === "BIOCHEMISTRY" || key === "COSMETIC";
}

export function findMallCategory(id: unknown): MallCategory | null {
  return mallCategories.find((category) => category.id === id) ?? null;
}

export function answerCategories(request: Request): Response {
  const lastOnly = new URL(request.url).searchParams.get("last") === "true";
  const shown = mallCategories.filter(({ last }) => last || !lastOnly);
  return HttpResponse.json(
    shown.map(({ wholeCategoryName, id, name, last }) => ({ wholeCategoryName, id, name, last })),
  );
}

export function answerCategory(id: string): Response {
  const category = findMallCategory(id);
  if (!category) return refuse("a category that is not there");
  const { wholeCategoryName, name, last } = category;
  const certification = certificationOf(category);
  const certificationInfos = certification ? [certification] : [];
  return HttpResponse.json({ wholeCategoryName, id, name, last, exceptionalCategories: [], certificationInfos });
}
