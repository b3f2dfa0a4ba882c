import { type Issue, issue } from "../issue/issue.ts";
import { descriptionWords } from "./description-text.ts";
import type { ProductFacts } from "./product-facts.ts";

interface ForbiddenWords {
  code: "hint.price_claim" | "hint.superlative" | "hint.health_claim";
  /** Where they must not stand. */
  fields: readonly ("name" | "description" | "tags" | "photos")[];
  /** Null: goods of every category. */
  categories: readonly string[] | null;
  patterns: readonly RegExp[];
}

const particle = "(?:을|를|에|의|이|가|과|와|도|은|는|에는|에도)?";
const diseases = [
  ...["당뇨병?", "고혈압", "저혈압", "고지혈증", "동맥경화", "뇌졸중", "중풍", "치매", "심장병", "협심증", "심근경색"],
  ...[
    "관절염",
    "골다공증",
    "디스크",
    "통풍",
    "아토피",
    "천식",
    "비염",
    "위염",
    "위궤양",
    "장염",
    "간염",
    "지방간",
    "간경화",
  ],
  ...[
    "신장병",
    "빈혈",
    "불면증",
    "우울증",
    "변비",
    "치질",
    "감기",
    "독감",
    "코로나",
    "백혈병",
    "탈모",
    "여드름",
    "습진",
    "무좀",
  ],
].join("|");
const cures = "예방|치료|치유|완치|개선|완화|억제|퇴치|특효|효능|효과|낫게|낫는|좋은|좋아";
/** 암 is also a syllable of 암꽃게 and 암모니아, so it stands alone or behind an organ. */
const cancer = "(?<![가-힣])(?:위|폐|간|대장|유방|전립선|자궁경부|갑상선)?암(?:세포)?";
const food = ["FOOD", "GENERAL_FOOD", "DIET_FOOD"] as const;

/**
 * Words that do not belong where they stand, as patterns over NFKC text in lower case.
 *
 * `hint.price_claim`: price and delivery are fields of their own. Naver's guide to product names (네이버쇼핑 상품명 가이드) and
 * Coupang's want no terms of sale in a name, and 최저가 without proof is an unfounded claim under
 * 표시·광고의 공정화에 관한 법률 제3조 제1항 제1호. `hint.superlative`: the same article. `hint.health_claim`: 식품 등의 표시·광고에
 * 관한 법률 제8조 제1항 제1호 to 제3호 forbid to say of food that it prevents or cures an illness, or anything that makes it
 * look like a medicine or, where it is none, like 건강기능식품; 화장품법 제13조 제1항
 * 제1호 the same of cosmetics. A hint only: whether a sentence breaks the law is for a person to judge.
 */
export const forbiddenWords: readonly ForbiddenWords[] = [
  {
    code: "hint.price_claim",
    fields: ["name"],
    categories: null,
    patterns: [
      /최저\s?가격?|초특가|특가|파격\s?(?:가|할인)|반값|공짜|할인|떨이/,
      /세일(?!러|즈)|(?<![a-z])(?:sale|hot\s?deal)(?![a-z])/,
      /무료\s?배송|배송비\s?무료|택배비\s?무료|당일\s?(?:배송|발송)/,
      /(?<!\d)[1-9]\s?\+\s?[1-9](?![\d+])|원\s?플러스\s?원|덤\s?증정|사은품|증정/,
      /마감\s?임박|품절\s?임박|한정\s?수량/,
    ],
  },
  {
    code: "hint.superlative",
    fields: ["name"],
    categories: null,
    patterns: [/(?:업계|국내|세계|전국|대한민국|판매)\s?(?:최초|유일|최고|1\s?위|넘버\s?원)/],
  },
  {
    code: "hint.health_claim",
    fields: ["name", "description", "tags", "photos"],
    categories: [...food, "COSMETIC"],
    patterns: [
      new RegExp(`${cancer}${particle}\\s?(?:[가-힣]{1,6}\\s)??(?:${cures})`),
      new RegExp(`(?:${diseases})${particle}\\s?(?:[가-힣]{1,6}\\s)??(?:${cures})`),
      /항암|만병통치|특효약|약효|불치병/,
      /(?:혈압|혈당|콜레스테롤)(?:을|를|수치를)?\s?(?:낮|내려|강하|저하|떨어뜨)/,
    ],
  },
  {
    code: "hint.health_claim",
    fields: ["name", "description", "tags", "photos"],
    categories: ["FOOD", "GENERAL_FOOD"],
    patterns: [/면역력\s?(?:을\s?)?(?:강화|증진|향상|높)/, /체지방\s?(?:을\s?)?(?:감소|분해)|독소\s?(?:를\s?)?배출/],
  },
];

/** Each forbidden word that stands in a product, once a field; params `word` as the merchant wrote it. */
export function findForbiddenWords(product: ProductFacts): Issue[] {
  const texts = {
    name: product.name,
    description: descriptionWords(product.description),
    tags: product.tags.join(", "),
    photos: product.photos.map(({ caption }) => caption).join("\n"),
  };
  const found = forbiddenWords
    .filter(({ categories }) => categories === null || categories.includes(product.categoryKey))
    .flatMap(({ code, fields, patterns }) =>
      fields.flatMap((field) =>
        patterns.flatMap((pattern) => {
          const word = pattern.exec(texts[field].normalize("NFKC").toLowerCase())?.[0].trim();
          return word ? [issue(code, { field }, { severity: "warning", params: { word }, raw: word })] : [];
        }),
      ),
    );
  return found;
}
