import { type Examination, isObject, listAt, valueAt } from "./body.ts";
import { certificationOf, findMallCategory, wantsUnitPrice } from "./categories.ts";
import { addressBooks, originAreas } from "./store-data.ts";
import type { NaverWorld } from "./world.ts";

const path = "originProduct.detailAttribute";

/** `detailAttribute` but for the disclosure. */
export function examineAttributes(body: Examination, world: NaverWorld): void {
  body.text("no telephone for repairs");
  body.text("no words on repairs");
  if (typeof body.at(`${path}.minorPurchasable`) !== "boolean") {
    body.complain("nothing said of minors");
  }
  examineOrigin(body);
  examineOptions(body);
  examineCertification(body);
  examineTax(body);
  examineSearchWords(body, world);
  const code = body.at(`${path}.sellerCodeInfo.sellerManagementCode`);
  if (code !== undefined && (typeof code !== "string" || code.length > 30)) {
    body.complain("a code of 31 characters");
  }
}

function examineOrigin(body: Examination): void {
  const code = body.text("no origin");
  if (!code) return;
  if (!originAreas.some((area) => area.code === code)) {
    body.complain("an unknown origin");
  }
  if (code.startsWith("02")) body.text("imports without their importer");
  if (code === "04") body.text("another origin without its words");
}

function examineOptions(body: Examination): void {
  const options = `${path}.optionInfo`;
  const info = body.at(options);
  if (info === undefined) return;
  const [combinations, simple, custom] = ["optionCombinations", "optionSimple", "optionCustom"].map((key) =>
    listAt(info, key),
  );
  if (combinations?.length === 0 && simple?.length === 0 && custom?.length === 0) {
    body.complain("options without any");
  }
  if (combinations && simple && combinations.length > 0 && simple.length > 0) {
    body.complain("simple options beside combined ones");
  }
  const groupNames = valueAt(info, "optionCombinationGroupNames");
  const groups = isObject(groupNames) ? Object.keys(groupNames) : [];
  const simpleGroups = new Set((simple ?? []).map((option) => valueAt(option, "groupName")));
  const counts = [
    [groups.length, 3, "four names of options"],
    [simpleGroups.size, 3, "four names of simple options"],
    [custom?.length ?? 0, 5, "six free options"],
  ] as const;
  for (const [count, maximum, rule] of counts) if (count > maximum) body.complain(rule);
  for (const combination of combinations ?? []) {
    const named = groups.every((_, index) => valueAt(combination, `optionName${index + 1}`));
    if (groups.length === 0 || !named) {
      body.complain("an option without one of its values");
    }
  }
}

/** A category that demands a certificate takes the number, or the word that these goods need none; silence it refuses. */
function examineCertification(body: Examination): void {
  const category = findMallCategory(body.at("originProduct.leafCategoryId"));
  const demanded = category ? certificationOf(category) : null;
  const infos = listAt(body.at(path), "productCertificationInfos");
  for (const info of infos) {
    if (valueAt(info, "certificationInfoId") !== demanded?.id) {
      body.complain("a certificate of another category");
    }
    if (!valueAt(info, "name") || !valueAt(info, "certificationNumber")) {
      body.complain("a certificate without its number");
    }
  }
  if (!demanded || infos.length > 0) return;
  const excluded = body.at(`${path}.certificationTargetExcludeContent`);
  const free = demanded.kindTypes.includes("CHILD_CERTIFICATION")
    ? valueAt(excluded, "childCertifiedProductExclusionYn") === true
    : ["TRUE", "KC_EXEMPTION_OBJECT"].includes(String(valueAt(excluded, "kcCertifiedProductExclusionYn")));
  if (!free) body.complain("no certificate where one is due");
}

function examineTax(body: Examination): void {
  if (body.at(`${path}.taxType`) !== undefined) body.oneOf("an unknown tax", ["TAX", "DUTYFREE", "SMALL"]);
  const addressId = body.at("originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId");
  const overseas = addressBooks.some((book) => book.addressBookNo === addressId && book.overseasAddress);
  const customs = body.at(`${path}.customsTaxType`);
  if (overseas !== (customs !== undefined)) {
    body.complain("customs where nothing comes from abroad, or the other way round");
  }
  const category = findMallCategory(body.at("originProduct.leafCategoryId"));
  const unitPrice = body.at(`${path}.unitCapacity.unitPriceYn`);
  if (category && wantsUnitPrice(category) && typeof unitPrice !== "boolean") {
    body.complain("nothing said of the unit price");
  }
}

function examineSearchWords(body: Examination, { switches }: NaverWorld): void {
  for (const [key, maximum, rule] of [
    ["pageTitle", 100, "a page title of 101 characters"],
    ["metaDescription", 160, "a description of 161 characters"],
  ] as const) {
    const text = body.at(`${path}.seoInfo.${key}`);
    if (text !== undefined && (typeof text !== "string" || text.length > maximum)) {
      body.complain(rule);
    }
  }
  const tags = listAt(body.at(path), "seoInfo.sellerTags").map((tag) => String(valueAt(tag, "text") ?? ""));
  if (tags.length > 10) body.complain("eleven tags");
  const restricted = tags.filter((tag) => switches.restrictedTags.has(tag));
  if (restricted.length > 0) {
    body.complain("a restricted tag", "", restricted.join(", "));
  }
  if (tags.some((tag) => !/^[가-힣A-Za-z0-9]{1,}$/.test(tag) || Buffer.byteLength(tag) > 30)) {
    body.complain("a tag with a stray character");
  }
}
