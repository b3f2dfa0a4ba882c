import { type Examination, isObject, listAt, valueAt } from "./body.ts";
import { certificationOf, findMallCategory, wantsUnitPrice } from "./categories.ts";
import { addressBooks, originAreas } from "./store-data.ts";
import type { NaverWorld } from "./world.ts";

const path = "originProduct.detailAttribute";

/** `detailAttribute` but for the disclosure. */
export function examineAttributes(body: Examination, world: NaverWorld): void {
  body.text(`${path}.afterServiceInfo.afterServiceTelephoneNumber`);
  body.text(`${path}.afterServiceInfo.afterServiceGuideContent`);
  if (typeof body.at(`${path}.minorPurchasable`) !== "boolean") {
    body.complain(`${path}.minorPurchasable`, "NotNull", "미성년자 구매 가능 여부를 입력해 주세요.");
  }
  examineOrigin(body);
  examineOptions(body);
  examineCertification(body);
  examineTax(body);
  examineSearchWords(body, world);
  const code = body.at(`${path}.sellerCodeInfo.sellerManagementCode`);
  if (code !== undefined && (typeof code !== "string" || code.length > 30)) {
    body.complain(
      `${path}.sellerCodeInfo.sellerManagementCode`,
      "Size",
      "판매자 관리 코드는 30자 이하로 입력해 주세요.",
    );
  }
}

function examineOrigin(body: Examination): void {
  const code = body.text(`${path}.originAreaInfo.originAreaCode`);
  if (!code) return;
  if (!originAreas.some((area) => area.code === code)) {
    body.complain(`${path}.originAreaInfo.originAreaCode`, "NotValid", "원산지 코드가 유효하지 않습니다.");
  }
  if (code.startsWith("02")) body.text(`${path}.originAreaInfo.importer`);
  if (code === "04") body.text(`${path}.originAreaInfo.content`);
}

function examineOptions(body: Examination): void {
  const options = `${path}.optionInfo`;
  const info = body.at(options);
  if (info === undefined) return;
  const [combinations, simple, custom] = ["optionCombinations", "optionSimple", "optionCustom"].map((key) =>
    listAt(info, key),
  );
  if (combinations?.length === 0 && simple?.length === 0 && custom?.length === 0) {
    body.complain(options, "NotEmpty", "옵션을 최소 한 개 입력해 주세요.");
  }
  if (combinations && simple && combinations.length > 0 && simple.length > 0) {
    body.complain(options, "NotValid", "단독형 옵션과 조합형 옵션은 함께 사용할 수 없습니다.");
  }
  const groupNames = valueAt(info, "optionCombinationGroupNames");
  const groups = isObject(groupNames) ? Object.keys(groupNames) : [];
  const simpleGroups = new Set((simple ?? []).map((option) => valueAt(option, "groupName")));
  const counts = [
    [groups.length, 3, "optionCombinationGroupNames"],
    [simpleGroups.size, 3, "optionSimple"],
    [custom?.length ?? 0, 5, "optionCustom"],
  ] as const;
  for (const [count, maximum, key] of counts) {
    if (count > maximum) body.complain(`${options}.${key}`, "SizeMax", `최대 ${maximum}개까지 등록할 수 있습니다.`);
  }
  for (const combination of combinations ?? []) {
    const named = groups.every((_, index) => valueAt(combination, `optionName${index + 1}`));
    if (groups.length === 0 || !named) {
      body.complain(`${options}.optionCombinations`, "NotEmpty", "옵션명과 옵션값의 수가 다릅니다.");
    }
  }
}

/** A category that demands a certificate takes the number, or the word that these goods need none; silence it refuses. */
function examineCertification(body: Examination): void {
  const category = findMallCategory(body.at("originProduct.leafCategoryId"));
  const demanded = category ? certificationOf(category) : null;
  const infos = listAt(body.at(path), "productCertificationInfos");
  const place = `${path}.productCertificationInfos`;
  for (const info of infos) {
    if (valueAt(info, "certificationInfoId") !== demanded?.id) {
      body.complain(place, "NotValid", "카테고리에서 사용할 수 없는 인증 정보입니다.");
    }
    if (!valueAt(info, "name") || !valueAt(info, "certificationNumber")) {
      body.complain(place, "NotEmpty", "인증 기관과 인증 번호를 입력해 주세요.");
    }
  }
  if (!demanded || infos.length > 0) return;
  const excluded = body.at(`${path}.certificationTargetExcludeContent`);
  const free = demanded.kindTypes.includes("CHILD_CERTIFICATION")
    ? valueAt(excluded, "childCertifiedProductExclusionYn") === true
    : ["TRUE", "KC_EXEMPTION_OBJECT"].includes(String(valueAt(excluded, "kcCertifiedProductExclusionYn")));
  if (!free) {
    const type = "Empty.product.detailAttribute.certificationInfos.kindType";
    body.complain(place, type, "인증 정보를 입력해 주세요.");
  }
}

function examineTax(body: Examination): void {
  if (body.at(`${path}.taxType`) !== undefined) body.oneOf(`${path}.taxType`, ["TAX", "DUTYFREE", "SMALL"]);
  const addressId = body.at("originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId");
  const overseas = addressBooks.some((book) => book.addressBookNo === addressId && book.overseasAddress);
  const customs = body.at(`${path}.customsTaxType`);
  if (overseas !== (customs !== undefined)) {
    body.complain(`${path}.customsTaxType`, "NotValid", "출고지가 해외인 경우에만 관부가세를 입력해 주세요.");
  }
  const category = findMallCategory(body.at("originProduct.leafCategoryId"));
  const unitPrice = body.at(`${path}.unitCapacity.unitPriceYn`);
  if (category && wantsUnitPrice(category) && typeof unitPrice !== "boolean") {
    body.complain(`${path}.unitCapacity.unitPriceYn`, "NotNull", "단위가격 표시 여부를 입력해 주세요.");
  }
}

function examineSearchWords(body: Examination, { switches }: NaverWorld): void {
  for (const [key, maximum] of [
    ["pageTitle", 100],
    ["metaDescription", 160],
  ] as const) {
    const text = body.at(`${path}.seoInfo.${key}`);
    if (text !== undefined && (typeof text !== "string" || text.length > maximum)) {
      body.complain(`${path}.seoInfo.${key}`, "Size", `${maximum}자 이하로 입력해 주세요.`);
    }
  }
  const tags = listAt(body.at(path), "seoInfo.sellerTags").map((tag) => String(valueAt(tag, "text") ?? ""));
  const place = `${path}.seoInfo.sellerTags`;
  if (tags.length > 10) body.complain(place, "SizeMax", "태그는 최대 10개까지 등록할 수 있습니다.");
  const restricted = tags.filter((tag) => switches.restrictedTags.has(tag));
  if (restricted.length > 0) {
    body.complain(place, "Restricted.sellerTags", `등록불가인 단어가 포함되어 있습니다: ${restricted.join(", ")}`);
  }
  if (tags.some((tag) => !/^[가-힣A-Za-z0-9]{1,}$/.test(tag) || Buffer.byteLength(tag) > 30)) {
    body.complain(place, "Pattern", "태그에 사용할 수 없는 문자가 있거나 태그가 깁니다.");
  }
}
