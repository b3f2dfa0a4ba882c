import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { CategoryMetadata, NoticeGroup } from "./metadata.ts";
import { limits } from "./spec.ts";

/** How the mall's group names begin, by the programme's category, without spaces and signs. */
const groupBeginnings: Record<string, string[]> = {
  WEAR: ["의류"],
  SHOES: ["구두", "신발"],
  BAG: ["가방"],
  FASHION_ITEMS: ["패션잡화"],
  SLEEPING_GEAR: ["침구류"],
  FURNITURE: ["가구"],
  IMAGE_APPLIANCES: ["영상가전"],
  HOME_APPLIANCES: ["가정용전기제품"],
  SEASON_APPLIANCES: ["계절가전"],
  OFFICE_APPLIANCES: ["사무용기기"],
  OPTICS_APPLIANCES: ["광학기기"],
  MICROELECTRONICS: ["소형전자"],
  CELLPHONE: ["휴대폰", "휴대형통신기기"],
  NAVIGATION: ["내비게이션", "네비게이션"],
  CAR_ARTICLES: ["자동차용품"],
  MEDICAL_APPLIANCES: ["의료기기"],
  KITCHEN_UTENSILS: ["주방용품"],
  COSMETIC: ["화장품"],
  JEWELLERY: ["귀금속"],
  FOOD: ["농수축산물", "식품농"],
  GENERAL_FOOD: ["가공식품"],
  DIET_FOOD: ["건강기능식품"],
  KIDS: ["어린이제품", "영유아용품"],
  MUSICAL_INSTRUMENT: ["악기"],
  SPORTS_EQUIPMENT: ["스포츠용품"],
  BOOKS: ["서적"],
  RENTAL_HA: ["물품대여서비스정수기"],
  RENTAL_ETC: ["물품대여서비스서적"],
  DIGITAL_CONTENTS: ["디지털콘텐츠"],
  GIFT_CARD: ["상품권"],
  MOBILE_COUPON: ["모바일쿠폰"],
  MOVIE_SHOW: ["영화"],
  ETC_SERVICE: ["기타용역"],
  BIOCHEMISTRY: ["생활화학제품"],
  BIOCIDAL: ["살생물제품"],
  ETC: ["기타재화"],
};

/**
 * Labels which join several of our fields, or which the product itself answers, read from the start of the label without
 * spaces. Each inner list is one part of the text: the first of its keys that has a value. `@` marks a fact of the product.
 */
const labels: [RegExp, string[][]][] = [
  [/^품명및모델명/, [["itemName", "productName", "@name"], ["modelName"]]],
  [/^품목또는명칭/, [["foodItem", "@name"]]],
  [/^제품명|^품명/, [["productName", "itemName", "@name"]]],
  [
    /^생산자및소재지|^제조업소의?명칭과소재지/,
    [
      ["producer", "@maker"],
      ["location", "@address"],
    ],
  ],
  [
    /^제조연월일.*소비기한/,
    [
      ["packDate", "packDateText"],
      ["consumptionDate", "consumptionDateText"],
    ],
  ],
  [/^포장단위별/, [["weight"], ["amount"], ["size"]]],
  [/^원재료명|^원료명/, [["ingredients"]]],
  [/^영양/, [["nutritionFacts"]]],
  [/^기능정보/, [["specification"]]],
  [/^섭취량/, [["cautionAndSideEffect"]]],
  [/^질병의예방/, [["nonMedicinalUsesMessage"]]],
  [/^유전자변형/, [["geneticallyModified"]]],
  [/^수입(식품|건강)|수입신고/, [["importDeclarationCheck", "importDeclaration", "@import"]]],
  [/^관련법상/, [["relevantLawContent"]]],
  [/^보관방법/, [["keep", "storageMethod"]]],
  [/^소비자안전/, [["consumerSafetyCaution", "adCaution"]]],
  [/^소비자상담/, [["customerServicePhoneNumber", "afterServiceDirector", "@phone"]]],
  [/^AS책임자/, [["afterServiceDirector", "customerServicePhoneNumber", "@phone"]]],
  [/^유효기간/, [["periodStartDate", "periodDays"], ["periodEndDate"], ["termsOfUse", "usableCondition"]]],
  [/^이용가능매장/, [["useStorePlace", "useStoreUrl", "usableStore"]]],
  [/^용량(중량|또는중량)/, [["capacity", "weight"]]],
  [/^화장품제조업자및/, [["manufacturer"], ["distributor"]]],
  [/성분/, [["mainIngredient"]]],
  [/^기능성화장품/, [["certificationType"]]],
  [/^사용할때/, [["caution"]]],
  [/^인증허가|^법에의한인증/, [["certificateDetails", "@certificate"]]],
  [/^KC인증/, [["certificationType", "@certificate"]]],
  [/^생산자/, [["producer", "@maker"]]],
  [/^제조국|^원산지/, [["@origin"]]],
  [/^제조(자|사|업자)/, [["manufacturer", "@maker"]]],
  [/^품질보증기준/, [["warrantyPolicy"]]],
];

/** What stands where the law's line does not concern this product. */
const notApplicable = "해당사항 없음";

export interface NoticeLine {
  noticeCategoryName: string;
  noticeCategoryDetailName: string;
  content: string;
}

/** Every mandatory line of the one group which belongs to the product's category, spelled as the mall spells it. */
export function noticeLines(
  product: ProductFacts,
  metadata: CategoryMetadata,
): { lines: NoticeLine[]; issues: Issue[] } {
  const group = groupOf(product.categoryKey, metadata);
  if (group === undefined) {
    const path = { mall: "coupang", mallField: "noticeCategories" };
    return { lines: [], issues: [issue("mall.category_refused", path, { raw: groupNames(metadata) })] };
  }
  const lines: NoticeLine[] = [];
  const issues: Issue[] = [];
  for (const { noticeCategoryDetailName: label, required } of group.noticeCategoryDetailNames) {
    const { content, field } = contentOf(label, product);
    const path = { mall: "coupang", mallField: label, ...(field === null ? {} : { field: `notice.${field}` }) };
    if (content === "") {
      if (required === "MANDATORY") issues.push(issue("notice.missing", path, { params: { label } }));
    } else if (content.length > limits.noticeContent) {
      issues.push(
        issue("notice.too_long", path, { params: { label, maximum: limits.noticeContent, actual: content.length } }),
      );
    } else {
      lines.push({ noticeCategoryName: group.noticeCategoryName, noticeCategoryDetailName: label, content });
    }
  }
  return { lines, issues };
}

function groupOf(categoryKey: string, metadata: CategoryMetadata): NoticeGroup | undefined {
  const beginnings = groupBeginnings[categoryKey] ?? [];
  return metadata.noticeCategories.find((group) =>
    beginnings.some((beginning) => bare(group.noticeCategoryName).startsWith(beginning)),
  );
}

function groupNames(metadata: CategoryMetadata): string {
  return metadata.noticeCategories.map((group) => group.noticeCategoryName).join(", ");
}

/** The merchant's own words for exactly this label come first; then a joined label; then a field of the same name. */
function contentOf(label: string, product: ProductFacts): { content: string; field: string | null } {
  const own = product.mallFields.coupang?.[label]?.trim();
  if (own) return { content: own, field: null };

  const fields = noticeOf(product.categoryKey)?.fields ?? [];
  const rule = ruleOf(label) ?? [];
  const name = bare(withoutBrackets(label));
  const same = fields.find((field) => rule.length < 2 && bare(withoutBrackets(field.labelKo)) === name);
  const field = same?.key ?? rule[0]?.find((key) => fields.some((one) => one.key === key)) ?? null;
  const found = (same && (textOf(same.key, product) || textOf(`${same.key}Text`, product))) || joined(rule, product);
  if (found) return { content: found, field };

  const definition = fields.find((one) => one.key === field);
  const mayBeBlank = definition !== undefined && !definition.required && !definition.oneOf;
  return { content: mayBeBlank ? notApplicable : "", field };
}

function ruleOf(label: string): string[][] | undefined {
  const text = bare(label);
  return labels.find(([pattern]) => pattern.test(text))?.[1];
}

function joined(rule: string[][], product: ProductFacts): string {
  const parts = rule.map((keys) => keys.map((key) => textOf(key, product)).find((text) => text !== ""));
  return [...new Set(parts.filter((part) => part !== undefined))].join(" / ");
}

function textOf(key: string, product: ProductFacts): string {
  if (key.startsWith("@")) return factOf(key, product);
  const value = product.notice[key];
  if (value === true) return /^import/.test(key) ? "수입식품안전관리특별법에 따른 수입신고를 필함" : "해당함";
  if (value === false) return notApplicable;
  return value?.trim() ?? "";
}

function factOf(key: string, { name, maker, origin, kcNumber, store }: ProductFacts): string {
  switch (key) {
    case "@name":
      return name;
    case "@maker":
      return maker;
    case "@origin":
      return origin.text;
    case "@address":
      return store.address;
    case "@phone":
      return store.phone;
    case "@certificate":
      return kcNumber ?? notApplicable;
    case "@import":
      return origin.kind === "domestic" ? notApplicable : "";
    default:
      return "";
  }
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/g, "");
}

/** Letters and digits only: for comparing, never for sending. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
