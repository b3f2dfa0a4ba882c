import type { PublishOrder } from "#app/channels/contract.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import type { Origin, ProductFacts, TaxKind } from "#app/domain/product/product-facts.ts";
import { cutToBytes, toEucKr } from "#app/services/text/euc-kr.ts";
import { cdataTag, tag, textTag } from "#app/services/xml/xml-tree.ts";
import { certificateField } from "./check.ts";
import { detailPage } from "./detail-page.ts";
import { noticeItems } from "./notice.ts";
import { optionTitle, optionValue } from "./options.ts";
import type { ElevenstSettings } from "./settings.ts";
import { elevenstSpec, elevenstLimits as limits } from "./spec.ts";

/**
 * The whole product as XML text, for a create or an update, which replaces everything. `today` is the mall's, `2026-11-29`.
 * @throws RangeError for a product that the check refuses
 */
export function productXml(order: PublishOrder, settings: ElevenstSettings, today: string): string {
  const { product, binding, reference, pictures, remoteId } = order;
  const { store } = product;
  if (!binding.categoryCode || !pictures[0]) throw new RangeError("A listing needs a category code and a picture");
  if (store.returnFee === null || store.exchangeFee === null) throw new RangeError("Return terms are not stated");
  const notice = noticeItems(product);
  const body = tag(
    "Product",
    textTag("selMthdCd", "01"),
    textTag("dispCtgrNo", binding.categoryCode),
    textTag("prdTypCd", "01"),
    cdataTag("prdNm", toEucKr(product.name)),
    cdataTag("brand", "알수없음"),
    ...originTags(product),
    textTag("beefTraceStat", "02"),
    textTag("sellerPrdCd", reference),
    textTag("suplDtyfrPrdClfCd", taxCodes[product.tax]),
    textTag("forAbrdBuyClf", "01"),
    textTag("prdStatCd", "01"),
    textTag("minorSelCnYn", "Y"),
    ...pictures
      .slice(0, 1 + elevenstSpec.pictures.maximumExtra)
      .map(({ url }, index) => textTag(`prdImage0${index + 1}`, url)),
    cdataTag("htmlDetail", detailPage(order)),
    ...certificateTags(product),
    ...salesPeriod(today),
    textTag("selPrc", product.price),
    textTag("prdSelQty", stockOf(product)),
    ...optionTags(product),
    ...deliveryTags(product, settings),
    textTag("rtngdDlvCst", store.returnFee),
    textTag("exchDlvCst", store.exchangeFee),
    cdataTag("asDetail", toEucKr(`${store.name} 고객 문의 ${store.phone}`)),
    cdataTag("rtngExchDetail", "상품을 받은 날부터 7일 안에 판매자에게 연락해 주세요."),
    textTag("dlvClf", "02"),
    textTag("prcCmpExpYn", "Y"),
    cdataTag("company", toEucKr(product.maker)),
    tag(
      "ProductNotification",
      textTag("type", notice.type),
      ...notice.items.map(({ code, value }) =>
        tag("item", textTag("code", code), cdataTag("name", toEucKr(noticeValue(value)))),
      ),
    ),
    // Without it an update takes the buyers' coupon away.
    ...(remoteId === null ? [] : [textTag("cuponcheck", "S")]),
  );
  return `<?xml version="1.0" encoding="EUC-KR"?>\n${body}`;
}

const taxCodes: Record<TaxKind, string> = { taxable: "01", exempt: "02", zero_rated: "03" };

/** The whole text stands in the detail page; see the check, which tells so. */
function noticeValue(value: string): string {
  return value.length > limits.noticeValue ? "상품 상세설명의 상품정보제공고시 표에 표시" : value;
}

const provinces: [names: RegExp, code: string][] = [
  [/서울/, "1009"],
  [/경기/, "1002"],
  [/인천/, "1011"],
  [/강원/, "1001"],
  [/충남|충청남도/, "1015"],
  [/충북|충청북도/, "1016"],
  [/대전/, "1007"],
  [/경북|경상북도/, "1004"],
  [/경남|경상남도/, "1003"],
  [/대구/, "1006"],
  [/부산/, "1008"],
  [/울산/, "1010"],
  [/전남|전라남도/, "1012"],
  [/전북|전라북도/, "1013"],
  [/광주/, "1005"],
  [/제주/, "1014"],
];

const countries: Record<string, string> = { 중국: "1287" };

/** Foreign goods need a code of their country; where it is not known the origin goes in words. */
function originTags({ origin, categoryKey }: ProductFacts): string[] {
  // Ingredients and their origins stand in the notice and the detail page.
  const material = textTag("rmaterialTypCd", categoryKey.endsWith("FOOD") ? "05" : "04");
  const { code, detail } = originCodes(origin);
  const words = code === "03" ? [cdataTag("orgnNmVal", toEucKr(cutToBytes(origin.text, limits.originName)))] : [];
  const details = detail ? [textTag("orgnTypDtlsCd", detail)] : [];
  return [material, textTag("orgnTypCd", code), ...details, ...words];
}

function originCodes({ kind, text, country }: Origin): { code: "01" | "02" | "03"; detail?: string } {
  if (kind === "domestic") return { code: "01", detail: provinces.find(([names]) => names.test(text))?.[1] };
  const detail = kind === "foreign" ? countries[country ?? ""] : undefined;
  return detail ? { code: "02", detail } : { code: "03" };
}

const certificateGroups: Record<string, string> = { KIDS: "02", BIOCHEMISTRY: "04", BIOCIDAL: "04" };

/** Each of the four laws gets an answer: subject to it, or not. */
function certificateTags({ categoryKey, kcNumber, mallFields }: ProductFacts): string[] {
  const subject =
    kcNumber !== null && categoryOf(categoryKey).kcRule === "required"
      ? (certificateGroups[categoryKey] ?? "01")
      : null;
  const groups = ["01", "02", "03", "04"].map((group) => {
    const chemical = group === "04";
    const answer = group === subject ? (chemical ? "04" : "01") : chemical ? "05" : "03";
    return tag("ProductCertGroup", textTag("crtfGrpTypCd", group), textTag("crtfGrpObjClfCd", answer));
  });
  if (subject === null) return groups;
  const type = mallFields.elevenst?.[certificateField]?.trim() ?? "";
  return [...groups, tag("ProductCert", textTag("certTypeCd", type), textTag("certKey", kcNumber ?? ""))];
}

/** Three years to the day before: the mall refuses any other end. */
function salesPeriod(today: string): string[] {
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + 3);
  end.setUTCDate(end.getUTCDate() - 1);
  return [
    textTag("selPrdClfCd", "3y:110"),
    textTag("aplBgnDy", today.replaceAll("-", "/")),
    textTag("aplEndDy", end.toISOString().slice(0, 10).replaceAll("-", "/")),
  ];
}

function optionTags({ variants }: ProductFacts): string[] {
  const withOptions = variants.filter(({ options }) => options.length > 0);
  if (withOptions.length === 0) return [];
  return [
    textTag("optSelectYn", "Y"),
    textTag("txtColCnt", 1),
    cdataTag("colTitle", toEucKr(optionTitle(withOptions))),
    ...withOptions.map((variant) =>
      tag(
        "ProductOption",
        // One without stock is kept, and not offered.
        textTag("useYn", (variant.stock ?? 0) > 0 ? "Y" : "N"),
        textTag("colOptPrice", variant.priceDelta),
        cdataTag("colValue0", toEucKr(optionValue(variant))),
        textTag("colCount", variant.stock ?? 0),
      ),
    ),
  ];
}

function deliveryTags({ shippingFee }: ProductFacts, settings: ElevenstSettings): string[] {
  return [
    textTag("dlvCnAreaCd", "01"),
    textTag("dlvWyCd", "01"),
    ...(shippingFee === 0
      ? [textTag("dlvCstInstBasiCd", "01")]
      : [textTag("dlvCstInstBasiCd", "02"), textTag("dlvCst1", shippingFee)]),
    textTag("bndlDlvCnYn", "N"),
    textTag("dlvCstPayTypCd", "03"),
    textTag("jejuDlvCst", settings.jejuFee),
    textTag("islandDlvCst", settings.islandFee),
    // Left out of an update they would fall back to the account's defaults.
    textTag("addrSeqOut", settings.outboundAddress),
    textTag("addrSeqIn", settings.returnAddress),
  ];
}
