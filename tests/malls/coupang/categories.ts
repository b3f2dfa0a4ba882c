import { type NoticeField, noticeOf } from "#app/domain/notice/notices.ts";
import { type Category, categories } from "#app/domain/product/categories.ts";

/**
 * A small tree with one leaf for each category of the programme. The numbers are OURS and mean nothing at Coupang, and so
 * do the types of certificates; labels of the food, cosmetics and 기타 재화 groups follow what was seen of the real mall.
 */
export const sandboxCoupangCategories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }, index) => [key, String(990_101 + index)]),
);

export interface StandInAttribute {
  attributeTypeName: string;
  dataType: "NUMBER" | "STRING";
  inputType: "INPUT" | "SELECT";
  inputValues: string[];
  basicUnit: string;
  usableUnits: string[];
  required: "MANDATORY" | "OPTIONAL";
  groupNumber: string;
  exposed: "EXPOSED" | "NONE";
}

export interface StandInCategory {
  isAllowSingleItem: boolean;
  isExpirationDateRequiredForRocketGrowth: boolean;
  attributes: StandInAttribute[];
  noticeCategories: {
    noticeCategoryName: string;
    noticeCategoryDetailNames: { noticeCategoryDetailName: string; required: string }[];
  }[];
  requiredDocumentNames: { templateName: string; required: string }[];
  certifications: { certificationType: string; name: string; dataType: "CODE" | "NONE"; required: string }[];
  allowedOfferConditions: string[];
}

const datesLabel = "제조연월일, 소비기한 또는 품질유지기한";
const amountLabel = "포장단위별 내용물의 용량(중량), 수량";
const safetyLabel = "소비자안전을 위한 주의사항";
const phoneLabel = "소비자상담관련 전화번호";
const importLabel = "수입식품에 해당하는 경우 “수입식품안전관리특별법에 따른 수입신고를 필함”의 문구";

/** Groups share several labels; only 기타 재화 spells the telephone's label with one more space. */
const knownGroups: Record<string, [name: string, labels: string[]]> = {
  FOOD: [
    "농수축산물",
    [
      "품목 또는 명칭",
      amountLabel,
      "생산자(수입자)",
      "원산지",
      datesLabel,
      "관련법상 표시사항",
      importLabel,
      "상품구성",
      "보관방법 또는 취급방법",
      safetyLabel,
      phoneLabel,
    ],
  ],
  GENERAL_FOOD: [
    "가공식품",
    [
      "제품명",
      "식품의 유형",
      "생산자 및 소재지 (수입품의 경우 생산자, 수입자 및 제조국)",
      datesLabel,
      amountLabel,
      "원재료명 및 함량",
      "영양성분",
      "유전자변형식품에 해당하는 경우의 표시",
      safetyLabel,
      importLabel,
      phoneLabel,
    ],
  ],
  DIET_FOOD: [
    "건강기능식품",
    [
      "제품명",
      "제조업소의 명칭과 소재지 (수입품의 경우 수입업소명, 제조업소명 및 수출국명)",
      datesLabel,
      amountLabel,
      "원료명 및 함량",
      "영양정보",
      "기능정보",
      "섭취량, 섭취방법, 섭취 시 주의사항 및 부작용 가능성",
      "질병의 예방 및 치료를 위한 의약품이 아니라는 내용의 표현",
      "유전자변형건강기능식품에 해당하는 경우의 표시",
      importLabel,
      safetyLabel,
      phoneLabel,
    ],
  ],
  COSMETIC: [
    "화장품",
    [
      "용량(중량)",
      "제품 주요 사양",
      "사용기한 또는 개봉 후 사용기간",
      "사용방법",
      "화장품제조업자 및 화장품책임판매업자",
      "제조국",
      "주요성분",
      "기능성 화장품의 경우 화장품법에 따른 식품의약품안전처 심사 필 유무",
      "사용할 때 주의사항",
      "품질보증기준",
      phoneLabel,
    ],
  ],
  GIFT_CARD: ["상품권/쿠폰", ["발행자", "유효기간, 이용조건", "이용가능 매장", "잔액 환급 조건", phoneLabel]],
  ETC: [
    "기타 재화",
    ["품명 및 모델명", "인증/허가 사항", "제조국(원산지)", "제조자(수입자)", "소비자상담 관련 전화번호"],
  ],
};

const spelledOurWay: Record<string, string> = {
  "제조자(사)": "제조자(수입자)",
  "품질 보증 기준": "품질보증기준",
  "취급 시 주의사항": "취급시 주의사항",
  "제품 소재": "제품소재",
};

const quantity = number("수량", "개", ["개", "세트", "박스"], "MANDATORY");
const storage = select("보관방식", ["냉동", "냉장", "실온보관"]);

/** The category of each code, in the shape of the mall's live answer. */
export const standInCategories: ReadonlyMap<string, StandInCategory> = new Map(
  categories.map((category) => [sandboxCoupangCategories[category.key] ?? "", inLiveShape(category)]),
);

function inLiveShape(category: Category): StandInCategory {
  const food = ["FOOD", "GENERAL_FOOD", "DIET_FOOD"];
  const others = food.includes(category.key) ? food : category.key === "KIDS" ? ["COSMETIC"] : ["KIDS"];
  // Its own group is never the first: who takes the first blindly is refused.
  const ordered = [...new Set([...others.filter((key) => key !== category.key), category.key, "ETC"])];
  return {
    isAllowSingleItem: false,
    isExpirationDateRequiredForRocketGrowth: food.includes(category.key),
    attributes: attributesOf(category.key),
    noticeCategories: ordered.map((key) => group(key)),
    requiredDocumentNames: [
      { templateName: "기타인증서류", required: "OPTIONAL" },
      { templateName: "수입신고필증(병행수입 선택시)", required: "MANDATORY_PARALLEL_IMPORTED" },
      { templateName: "인보이스영수증(해외구매대행 선택시)", required: "MANDATORY_OVERSEAS_PURCHASED" },
    ],
    certifications: certificationsOf(category),
    allowedOfferConditions: category.key === "ETC" ? ["NEW", "USED_GOOD"] : ["NEW"],
  };
}

function group(key: string): StandInCategory["noticeCategories"][number] {
  const [name, labels] = knownGroups[key] ?? [noticeOf(key)?.nameKo ?? key, labelsOf(noticeOf(key)?.fields ?? [])];
  return {
    noticeCategoryName: name,
    noticeCategoryDetailNames: labels.map((noticeCategoryDetailName) => ({
      noticeCategoryDetailName,
      required: "MANDATORY",
    })),
  };
}

function labelsOf(fields: NoticeField[]): string[] {
  const twins = new Set(fields.map((field) => field.twinKey));
  const joined = fields.some(({ key }) => key === "itemName") && fields.some(({ key }) => key === "modelName");
  return fields
    .filter(({ key }) => !twins.has(key) && !(joined && key === "modelName"))
    .map(({ key, labelKo }) => (joined && key === "itemName" ? "품명 및 모델명" : (spelledOurWay[labelKo] ?? labelKo)));
}

function certificationsOf({ kcRule }: Category): StandInCategory["certifications"] {
  const none = {
    certificationType: "NOT_REQUIRED",
    name: "인증·신고 등 대상 아님",
    dataType: "NONE",
    required: "OPTIONAL",
  };
  const rules = { none: "OPTIONAL", recommended: "RECOMMEND", required: "MANDATORY" };
  const safety = { certificationType: "SANDBOX_KC", name: "안전인증(KC)", dataType: "CODE", required: rules[kcRule] };
  return [none, safety] as StandInCategory["certifications"];
}

function attributesOf(key: string): StandInAttribute[] {
  if (["FOOD", "GENERAL_FOOD", "DIET_FOOD"].includes(key)) {
    return [
      { ...number("최소 중량", "g", ["g", "kg", "mg"], "MANDATORY"), groupNumber: "1" },
      { ...number("최소 용량", "ml", ["ml", "L"], "MANDATORY"), groupNumber: "1" },
      { ...number("개당 수량", "개", ["개", "병", "봉", "팩", "캔", "포"], "MANDATORY"), groupNumber: "1" },
      quantity,
      storage,
    ];
  }
  if (["WEAR", "SHOES"].includes(key)) return [text("색상", "MANDATORY"), text("사이즈", "MANDATORY"), quantity];
  if (["BAG", "FASHION_ITEMS", "SLEEPING_GEAR"].includes(key)) return [text("색상", "OPTIONAL"), quantity];
  // A basic unit outside the usable ones is refused like any other.
  return [quantity, text("색상", "OPTIONAL"), { ...number("길이", "mm", ["cm", "m"], "OPTIONAL"), exposed: "NONE" }];
}

function number(
  attributeTypeName: string,
  basicUnit: string,
  usableUnits: string[],
  required: StandInAttribute["required"],
): StandInAttribute {
  const shape = { dataType: "NUMBER", inputType: "INPUT", inputValues: [], exposed: "EXPOSED" } as const;
  return { attributeTypeName, ...shape, inputValues: [], basicUnit, usableUnits, required, groupNumber: "NONE" };
}

function text(attributeTypeName: string, required: StandInAttribute["required"]): StandInAttribute {
  return { ...number(attributeTypeName, "없음", [], required), dataType: "STRING" };
}

function select(attributeTypeName: string, inputValues: string[]): StandInAttribute {
  return { ...text(attributeTypeName, "OPTIONAL"), inputType: "SELECT", inputValues, exposed: "NONE" };
}
