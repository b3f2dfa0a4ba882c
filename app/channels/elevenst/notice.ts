import { type Notice, noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";

export interface NoticeItem {
  code: string;
  /** Null where the mall's label is not known. */
  label: string | null;
  value: string;
}

type Source = string[] | ((product: ProductFacts) => string);

/**
 * Where each of the mall's items finds its words in our notice: all the keys that are filled, joined. Codes mean the same in
 * every category. Those without a known label follow from the annex of the law: they are what is left of its rows.
 */
const sources: Record<string, Source> = {
  "11800": ["itemName", "modelName"],
  "11835": ["color"],
  "11848": ["material"],
  "11900": ["material"],
  "11901": ["author"],
  "11905": ["manufacturer", "importer"],
  "11906": ["producer", "location"],
  "11908": ["type"],
  "11924": ["publisher"],
  "11932": ["size"],
  "17461": ["components"],
  "3125646": ["components", "component"],
  "3674189": ["applyModel"],
  "23674328": ["title"],
  "23674410": ["pages"],
  "23674466": ["publishDate", "publishDateText"],
  "23755783": ["specification"],
  "23755843": ["area"],
  "23756017": ["installedCharge"],
  "23756033": ["certificateDetails"],
  "23756150": ["expirationDate", "expirationDateText"],
  "23756175": ["usage"],
  "23756203": ["caution"],
  "23756377": ["detailContent"],
  "23756446": ["cautionAndSideEffect"],
  "23756520": ["caution"],
  "23756754": ["customerServicePhoneNumber"],
  "23756963": importDeclared("importDeclarationCheck"),
  "23757000": ["foodType"],
  "23757030": ["certificationType"],
  "23757095": ["nutritionFacts"],
  "23757103": ["nutritionFacts"],
  "23757202": ["capacity"],
  "23757245": ["ingredients"],
  "23757260": geneticallyModified,
  "23757304": geneticallyModified,
  "23757697": ["telecomType", "joinProcess", "extraBurden"],
  "23757857": ["certificationType"],
  "23758072": ["certificationType"],
  "23758385": ["ratedVoltage", "powerConsumption"],
  "23758987": ["ratedVoltage", "powerConsumption"],
  "23759095": madeIn,
  "23759100": madeIn,
  "23759354": ["consumptionDate", "consumptionDateText", "storageMethod"],
  "23759468": ["material"],
  "23759521": ["specification"],
  "23759650": ["specification"],
  "23759652": ["material"],
  "23759684": ["mainIngredient"],
  "23759747": ["nonMedicinalUsesMessage"],
  "23759905": ["additionalCost", "installedCharge"],
  "23759938": ["releaseDate", "releaseDateText"],
  "23759972": ["caution"],
  "23760034": ["size"],
  "23760172": ["size", "weight"],
  "23760386": ["warrantyPolicy"],
  "23760396": ["displaySpecification"],
  "23760413": ["afterServiceDirector", "customerServicePhoneNumber"],
  "23760437": ["afterServiceDirector"],
  "23760470": ["certificationType"],
  "23760478": ["certificationType"],
  "36743120": ["description"],
  "36743139": ["caution"],
  "37088317": importDeclared("importDeclaration"),
  "37088489": ["manufacturer", "distributor", "customizedDistributor"],
  "37089196": ["itemName"],
  "40748371": ["material"],
  "42154823": importDeclared("importDeclarationCheck"),
  "42155152": ["weight", "amount"],
  "89784478": ["energyEfficiencyRating"],
  "176307481": ["roadWorthyCertification"],
  "176312674": ["consumerSafetyCaution"],
  "176316020": ["productName"],
  "176316074": ["dosageForm"],
  "176316124": ["packDate", "packDateText", "expirationDate", "expirationDateText"],
  "176316199": ["weight"],
  "176316337": ["effect"],
  "176316383": ["importer", "producer", "manufacturer"],
  "176316410": ["childProtection"],
  "176316456": ["chemicals"],
  "176316505": ["caution"],
  "176316535": ["safeCriterionNo"],
  "176317774": ["productName"],
  "176398001": ["packDate", "packDateText", "consumptionDate", "consumptionDateText"],
  "176400445": ["producer", "location", "importer"],
  "469865457": ["refurb"],
  "469867148": ["size"],
};

/** What the law wants shown only where it applies. */
const none = "해당 없음";

/**
 * Whether every item which the mall demands of this kind of goods is known. The codes of clothing, jewellery, farm goods,
 * children's goods and all services are not; of sports goods two are known without telling which of two rows they are.
 */
export function hasNotice(categoryKey: string): boolean {
  const { items } = noticeOf(categoryKey).elevenst;
  return items.length > 0 && items.every(({ code }) => sources[code] !== undefined);
}

/** Every item of the type, in the mall's order: one that is missing fails the create. @throws RangeError without a notice here */
export function noticeItems(product: ProductFacts): { type: string; items: NoticeItem[] } {
  const { elevenst } = noticeOf(product.categoryKey);
  const items = elevenst.items.map(({ code, labelKo }) => {
    const source = sources[code];
    if (!source) throw new RangeError(`11st has no disclosure for ${product.categoryKey}`);
    const value = typeof source === "function" ? source(product) : words(product, source);
    return { code, label: labelKo, value: value || none };
  });
  return { type: elevenst.type, items };
}

/** Dates as the mall writes them, `2026/03/01`. */
function words({ categoryKey, notice }: ProductFacts, keys: string[]): string {
  const kinds = new Map(noticeOf(categoryKey).fields.map(({ key, kind }) => [key, kind]));
  const filled = keys.flatMap((key) => {
    const value = notice[key];
    if (typeof value !== "string" || value.trim() === "") return [];
    const kind = kinds.get(key);
    return [kind === "date" || kind === "month" ? value.trim().replaceAll("-", "/") : value.trim()];
  });
  return [...new Set(filled)].join(" / ");
}

/** The notice's own word for it, or else the origin. */
function madeIn(product: ProductFacts): string {
  const { origin, notice, categoryKey } = product;
  const stated = countryField(noticeOf(categoryKey));
  const said = stated ? notice[stated] : undefined;
  if (typeof said === "string" && said.trim() !== "") return said.trim();
  return origin.country ?? origin.text;
}

function countryField({ fields }: Notice): string | undefined {
  return fields.find(({ key, labelKo }) => key === "producer" && labelKo.startsWith("제조국"))?.key;
}

function geneticallyModified({ notice }: ProductFacts): string {
  return notice.geneticallyModified === true ? "유전자변형식품에 해당함" : none;
}

function importDeclared(key: string): (product: ProductFacts) => string {
  return ({ notice }) => (notice[key] === true ? "수입식품안전관리 특별법에 따른 수입신고를 필함" : none);
}
