import { noticeOf } from "../notice/notices.ts";
import { foldLabel } from "../text/fold-label.ts";

export const kcRules = ["none", "recommended", "required"] as const;

/**
 * Whether the law wants a safety number (KC and its kin) on goods of a category.
 *
 * `required`: practically all of them need one: electrical goods (전기용품 및 생활용품 안전관리법, with radio parts 전파법), children's
 * goods (어린이제품 안전특별법), household chemicals and biocides (화학제품안전법). `recommended`: some goods of the category
 * need one, so we ask and hold nothing back: furniture, sports and car goods and musical instruments with electric or
 * safety-checked parts, medical devices and cosmetics (own permits), rented appliances. `none`: the rest; imported food and
 * food-contact goods state their import declaration in the notice, and 기타 재화 its certificate there.
 *
 * Source: the "KC 인증정보" rows of the disclosure notice (전자상거래 등에서의 상품 등의 정보제공에 관한 고시) and the laws named
 * above; which single product falls under them is for its seller to know.
 */
export type KcRule = (typeof kcRules)[number];

export interface Category {
  /** Also the key of its notice. */
  key: string;
  nameKo: string;
  /** Other names a sheet may use. */
  shortNames: string[];
  kcRule: KcRule;
}

const stated: [key: string, kcRule: KcRule, ...shortNames: string[]][] = [
  ["WEAR", "none"],
  ["SHOES", "none"],
  ["BAG", "none"],
  ["FASHION_ITEMS", "none", "패션잡화"],
  ["SLEEPING_GEAR", "none"],
  ["FURNITURE", "recommended", "가구"],
  ["IMAGE_APPLIANCES", "required", "영상가전"],
  ["HOME_APPLIANCES", "required", "가정용 전기제품"],
  ["SEASON_APPLIANCES", "required", "계절가전"],
  ["OFFICE_APPLIANCES", "required", "사무용기기"],
  ["OPTICS_APPLIANCES", "required", "광학기기"],
  ["MICROELECTRONICS", "required", "소형전자"],
  ["CELLPHONE", "required", "휴대폰·통신기기"],
  ["NAVIGATION", "required"],
  ["CAR_ARTICLES", "recommended", "자동차용품"],
  ["MEDICAL_APPLIANCES", "recommended"],
  ["KITCHEN_UTENSILS", "none"],
  ["COSMETIC", "recommended"],
  ["JEWELLERY", "none"],
  ["FOOD", "none", "농축수산물"],
  ["GENERAL_FOOD", "none"],
  ["DIET_FOOD", "none"],
  ["KIDS", "required"],
  ["MUSICAL_INSTRUMENT", "recommended"],
  ["SPORTS_EQUIPMENT", "recommended"],
  ["BOOKS", "none"],
  ["RENTAL_HA", "recommended", "물품대여(정수기 등)"],
  ["RENTAL_ETC", "none", "물품대여(서적 등)"],
  ["DIGITAL_CONTENTS", "none", "디지털 콘텐츠"],
  ["GIFT_CARD", "none"],
  ["ETC", "none"],
  ["MOBILE_COUPON", "none"],
  ["MOVIE_SHOW", "none"],
  ["ETC_SERVICE", "none"],
  ["BIOCHEMISTRY", "required"],
  ["BIOCIDAL", "required"],
];

/** The programme's categories: every kind of goods whose notice has fields. */
export const categories: readonly Category[] = stated.map(([key, kcRule, ...shortNames]) => ({
  key,
  nameKo: noticeOf(key).nameKo,
  shortNames,
  kcRule,
}));

const byKey = new Map(categories.map((category) => [category.key, category]));

const byName = new Map(
  categories.flatMap((category) =>
    [category.key, category.nameKo, ...category.shortNames].map((name) => [foldLabel(name), category]),
  ),
);

/** By key, Korean name or short name, whatever the spacing, capitals and separating marks; null when it is none of ours. */
export function findCategory(text: string): Category | null {
  return byName.get(foldLabel(text)) ?? null;
}

/** By its exact key; throws a RangeError for a key that is none of ours. */
export function categoryOf(key: string): Category {
  const category = byKey.get(key);
  if (!category) throw new RangeError(`No category ${key}`);
  return category;
}
