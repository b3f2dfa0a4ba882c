import type { PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { ProductFacts, VariantFacts } from "#app/domain/product/product-facts.ts";
import { type AttributeLine, attributeLines } from "./attributes.ts";
import type { CategoryMetadata } from "./metadata.ts";
import { type NoticeLine, noticeLines } from "./notice-labels.ts";
import type { CoupangSettings } from "./settings.ts";
import { isAllowedTag, limits, returnCharges, spec } from "./spec.ts";

/** An option the mall already knows; sent back without its ids it would count as a new one. */
export interface KnownItem {
  itemName: string;
  externalVendorSku: string;
  sellerProductItemId: number | null;
  /** Given at the first approval. */
  vendorItemId: number | null;
  salePrice: number | null;
  stock: number | null;
}

export type MapAnswer = { kind: "body"; body: ProductBody } | { kind: "issues"; issues: Issue[] };

export type ProductBody = ReturnType<typeof productBody>;
type Item = ReturnType<typeof itemOf>;

/** Orders are packed by the merchant: the next but one working day at the latest. */
const outboundDays = 2;

/** The body of a create, or of a full update when the mall's own items are given. Pure. */
export function mapProduct(
  order: PublishOrder,
  metadata: CategoryMetadata,
  settings: CoupangSettings,
  known: KnownItem[] = [],
): MapAnswer {
  const { product, binding } = order;
  const notices = noticeLines(product, metadata);
  const certification = certificationOf(product, metadata);
  const perVariant = product.variants.map((variant) => ({ variant, ...attributeLines(product, variant, metadata) }));
  const issues = [
    ...(binding.categoryCode === null ? [issue("category.code_missing", { mall: "coupang", field: "category" })] : []),
    ...(product.store.returnFee === null ? [issue("store.return_terms_missing", { mall: "coupang" })] : []),
    ...notices.issues,
    ...certification.issues,
    ...unique(perVariant.flatMap((one) => one.issues)),
  ];
  if (issues.length > 0) return { kind: "issues", issues };

  const shared = { order, notices: notices.lines, certifications: [certification.line] };
  const items = perVariant.map(({ variant, lines }, index) => itemOf(shared, variant, lines, skuOf(order, index)));
  return { kind: "body", body: productBody(order, settings, withKnownIds(items, known, order.reference)) };
}

function productBody(
  { product, binding }: PublishOrder,
  settings: CoupangSettings,
  items: (Item & Partial<KnownItem>)[],
) {
  const free = product.shippingFee === 0;
  const { initial, back } = returnCharges(product.shippingFee, product.store.returnFee ?? 0);
  return {
    displayCategoryCode: Number(binding.categoryCode),
    sellerProductName: product.name,
    vendorId: settings.vendorId,
    // A start in the past sells at once, and the same body stays the same from one publish to the next.
    saleStartedAt: "2026-01-01T00:00:00",
    saleEndedAt: "2099-01-01T23:59:59",
    displayProductName: product.name,
    // A brand needs a number from the mall's own list; without one none may be named.
    brand: "",
    manufacture: product.maker,
    generalProductName: product.name,
    deliveryMethod: "SEQUENCIAL",
    deliveryCompanyCode: settings.deliveryCompanyCode,
    deliveryChargeType: free ? "FREE" : "NOT_FREE",
    deliveryCharge: product.shippingFee,
    freeShipOverAmount: 0,
    deliveryChargeOnReturn: free ? initial : 0,
    remoteAreaDeliverable: "N",
    unionDeliveryType: "NOT_UNION_DELIVERY",
    returnCenterCode: settings.returnCenterCode,
    returnChargeName: settings.returnChargeName,
    companyContactNumber: settings.contactNumber,
    returnZipCode: settings.returnZipCode,
    returnAddress: settings.returnAddress,
    returnAddressDetail: settings.returnAddressDetail,
    returnCharge: back,
    outboundShippingPlaceCode: settings.outboundShippingPlaceCode,
    vendorUserId: settings.vendorUserId,
    requested: true,
    // An absent list crashes the mall's own library.
    requiredDocuments: [],
    extraInfoMessage: "",
    items,
  };
}

interface SharedParts {
  order: PublishOrder;
  notices: NoticeLine[];
  certifications: Certification[];
}

function itemOf(
  { order, notices, certifications }: SharedParts,
  variant: VariantFacts,
  attributes: AttributeLine[],
  externalVendorSku: string,
) {
  const { product, pictures, detail } = order;
  const content = detailHtml(
    order,
    detail.pictures.map(({ url }) => url),
  );
  const { itemName, salePrice, maximumBuyCount } = wantedItem(product, variant);
  return {
    itemName,
    originalPrice: salePrice,
    salePrice,
    maximumBuyCount,
    maximumBuyForPerson: 0,
    maximumBuyForPersonPeriod: 1,
    outboundShippingTimeDay: outboundDays,
    unitCount: 1,
    adultOnly: "EVERYONE",
    taxType: product.tax === "taxable" ? "TAX" : "FREE",
    parallelImported: "NOT_PARALLEL_IMPORTED",
    overseasPurchased: "NOT_OVERSEAS_PURCHASED",
    pccNeeded: false,
    externalVendorSku,
    barcode: "",
    emptyBarcode: true,
    emptyBarcodeReason: "소상공인이 직접 만든 상품으로 바코드가 없음",
    modelNo: typeof product.notice.modelName === "string" ? product.notice.modelName : product.sku,
    certifications,
    searchTags: product.tags.filter(isAllowedTag).slice(0, limits.tags),
    images: pictures.slice(0, 1 + spec.pictures.maximumExtra).map(({ url }, imageOrder) => ({
      imageOrder,
      imageType: imageOrder === 0 ? "REPRESENTATION" : "DETAIL",
      vendorPath: url,
    })),
    notices,
    attributes: attributes.map((line) => ({ ...line, exposed: "EXPOSED", editable: "Y" })),
    contents: [{ contentsType: "TEXT", contentDetails: [{ content, detailType: "TEXT" }] }],
    offerCondition: "NEW",
    offerDescription: "",
  };
}

/** What an option is called, costs and has, and nothing else. */
export function wantedItems(product: ProductFacts) {
  return product.variants.map((variant) => wantedItem(product, variant));
}

/** The mall wants a name for the only one as well. */
const onlyItem = "단일상품";

/** Our key of an option, by the mall's name of it. */
export function optionKey({ itemName }: KnownItem): string {
  return itemName === onlyItem ? "" : itemName;
}

function wantedItem(product: ProductFacts, { key, priceDelta, stock }: VariantFacts) {
  return {
    itemName: key === "" ? onlyItem : key,
    salePrice: product.price + priceDelta,
    maximumBuyCount: stock ?? product.stock,
  };
}

/** The only option, and the first of several, carries the reference itself, so that a search by it finds the product. */
function skuOf({ reference }: PublishOrder, index: number): string {
  return index === 0 ? reference : `${reference}-${index + 1}`;
}

/** Options are recognised by their names; one the mall does not know yet gets a code no other option has. */
function withKnownIds(items: Item[], known: KnownItem[], reference: string): (Item & Partial<KnownItem>)[] {
  const used = new Set(known.map((one) => one.externalVendorSku));
  let next = known.length;
  return items.map((item) => {
    const same = known.find((one) => one.itemName === item.itemName);
    if (same) {
      const { sellerProductItemId, vendorItemId, externalVendorSku } = same;
      return { ...item, externalVendorSku, sellerProductItemId, vendorItemId };
    }
    if (!used.has(item.externalVendorSku)) return item;
    do next += 1;
    while (used.has(`${reference}-${next}`));
    return { ...item, externalVendorSku: `${reference}-${next}` };
  });
}

interface Certification {
  certificationType: string;
  certificationCode: string;
}

/** A KC number goes under the type the merchant chose, or the one type the category insists on. */
function certificationOf(product: ProductFacts, metadata: CategoryMetadata): { line: Certification; issues: Issue[] } {
  const withCode = metadata.certifications.filter((one) => one.dataType === "CODE");
  const mandatory = withCode.filter((one) => one.required === "MANDATORY");
  const chosen = product.mallFields.coupang?.certificationType;
  const type = withCode.find((one) => one.certificationType === chosen) ?? mandatory[0];
  const none = { certificationType: "NOT_REQUIRED", certificationCode: "" };
  if (product.kcNumber !== null && type) {
    return { line: { certificationType: type.certificationType, certificationCode: product.kcNumber }, issues: [] };
  }
  const path = { mall: "coupang", field: "kc", mallField: "certifications" };
  return { line: none, issues: mandatory.length > 0 ? [issue("kc.missing", path)] : [] };
}

function unique(issues: Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}
