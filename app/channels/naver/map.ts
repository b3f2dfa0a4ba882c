import type { PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import type { ProductFacts, TaxKind } from "#app/domain/product/product-facts.ts";
import { importerOf } from "./check.ts";
import { naverNotice } from "./notice.ts";
import type { NaverSettings } from "./settings.ts";
import { isUsableTag, naverLimits } from "./spec.ts";
import { afterServiceGuide } from "./standard-terms.ts";

/** What only the mall's own lists can say about one product. */
export interface MallLists {
  /** Code of the country of origin; null where the list does not have it (or it is not one foreign country). */
  originCode: string | null;
  /** The certificate kind this category asks a number for; null where it asks for none. */
  certificate: { id: number; name: string; kind: string } | null;
}

export type NaverProductBody = ReturnType<typeof naverProductBody>;

/**
 * The body of create and of update, which replaces everything.
 * The addresses are the mall's own: those of the listing's pictures, main picture first, and those of the detail page. It also
 * checks pictures inside the text: only those it gave an address itself may stand there.
 * @throws RangeError for a product that never passed the check.
 */
export function naverProductBody(
  order: Pick<PublishOrder, "reference" | "product" | "binding" | "detail">,
  { pictures: pictureUrls, detail: detailUrls }: { pictures: string[]; detail: string[] },
  settings: NaverSettings,
  lists: MallLists,
) {
  const { reference, product, binding } = order;
  const [representative, ...optional] = pictureUrls;
  if (!binding.categoryCode || !representative) throw new RangeError("A listing needs a category code and a picture");
  return {
    originProduct: {
      statusType: "SALE",
      saleType: "NEW",
      leafCategoryId: binding.categoryCode,
      name: product.name,
      images: {
        representativeImage: { url: representative },
        optionalImages: optional.slice(0, 9).map((url) => ({ url })),
      },
      detailContent: detailHtml(order, detailUrls),
      salePrice: product.price,
      stockQuantity: stockOf(product),
      deliveryInfo: deliveryInfo(product, settings),
      detailAttribute: {
        naverShoppingSearchInfo: { manufacturerName: product.maker },
        afterServiceInfo: afterServiceInfo(product, settings),
        originAreaInfo: originAreaInfo(product, lists.originCode),
        sellerCodeInfo: { sellerManagementCode: reference },
        ...optionInfo(product),
        ...certification(product, lists.certificate),
        ...unitCapacity(product),
        taxType: taxTypes[product.tax],
        minorPurchasable: true,
        productInfoProvidedNotice: naverNotice(product),
        ...sellerTags(product),
      },
    },
    smartstoreChannelProduct: { naverShoppingRegistration: true, channelProductDisplayStatusType: "ON" },
  };
}

const taxTypes: Record<TaxKind, string> = { taxable: "TAX", exempt: "DUTYFREE", zero_rated: "SMALL" };

function deliveryInfo({ shippingFee, store }: ProductFacts, settings: NaverSettings) {
  if (store.returnFee === null || store.exchangeFee === null) throw new RangeError("Return terms are not stated");
  return {
    deliveryType: "DELIVERY",
    deliveryAttributeType: "NORMAL",
    deliveryCompany: settings.deliveryCompany,
    deliveryFee:
      shippingFee === 0
        ? { deliveryFeeType: "FREE" }
        : { deliveryFeeType: "PAID", baseFee: shippingFee, deliveryFeePayType: "PREPAID" },
    claimDeliveryInfo: {
      returnDeliveryFee: store.returnFee,
      exchangeDeliveryFee: store.exchangeFee,
      shippingAddressId: settings.releaseAddressId,
      returnAddressId: settings.returnAddressId,
    },
  };
}

function afterServiceInfo({ store }: ProductFacts, { afterServicePhone = store.phone }: NaverSettings) {
  return {
    afterServiceTelephoneNumber: afterServicePhone,
    afterServiceGuideContent: afterServiceGuide(store.name, afterServicePhone),
  };
}

/** `00` domestic, `02…` one country from the mall's list, `04` the merchant's own words. */
function originAreaInfo(product: ProductFacts, originCode: string | null) {
  const { kind, text } = product.origin;
  if (kind === "domestic") return { originAreaCode: "00" };
  const importer = importerOf(product);
  const from = originCode ? { originAreaCode: originCode } : { originAreaCode: "04", content: text };
  return importer ? { ...from, importer } : from;
}

function optionInfo({ variants }: ProductFacts) {
  const names = variants[0]?.options.map(({ name }) => name) ?? [];
  if (names.length === 0) return {};
  const numbered = (prefix: string, values: string[]) =>
    Object.fromEntries(values.map((value, index) => [`${prefix}${index + 1}`, value]));
  return {
    optionInfo: {
      optionCombinationSortType: "CREATE",
      optionCombinationGroupNames: numbered("optionGroupName", names),
      optionCombinations: variants.map(({ options, priceDelta, stock }) => ({
        ...numbered(
          "optionName",
          options.map(({ value }) => value),
        ),
        price: priceDelta,
        stockQuantity: stock ?? 0,
        usable: true,
      })),
      useStockManagement: true,
    },
  };
}

/** Categories under certification refuse silence: either the number, or that the goods need none. */
function certification({ kcNumber }: ProductFacts, certificate: MallLists["certificate"]) {
  const numbered = kcNumber !== null && certificate !== null;
  const kind = numbered ? certificate.kind : null;
  return {
    ...(numbered
      ? {
          productCertificationInfos: [
            {
              certificationInfoId: certificate.id,
              certificationKindType: certificate.kind,
              name: certificate.name,
              certificationNumber: kcNumber,
            },
          ],
        }
      : {}),
    certificationTargetExcludeContent: {
      kcCertifiedProductExclusionYn: kind === "KC_CERTIFICATION" ? "FALSE" : "TRUE",
      childCertifiedProductExclusionYn: kind !== "CHILD_CERTIFICATION",
      greenCertifiedProductExclusionYn: true,
    },
  };
}

/** Shampoo and detergents stand under the display of unit prices; there the mall refuses silence. */
function unitCapacity({ categoryKey }: ProductFacts) {
  return ["COSMETIC", "BIOCHEMISTRY"].includes(categoryKey) ? { unitCapacity: { unitPriceYn: false } } : {};
}

function sellerTags({ tags }: ProductFacts) {
  const usable = tags.slice(0, naverLimits.tags).filter(isUsableTag);
  return usable.length > 0 ? { seoInfo: { sellerTags: usable.map((text) => ({ text })) } } : {};
}
