import { readyStore } from "../ready-product.ts";
import { checked, neverWritten, onlyTheMallKnows } from "../refusals.ts";
import { type InputRefusal, noticeRefusals } from "./notice-refusals.ts";

const fourNames = {
  key: "a/b/c/d",
  options: ["1", "2", "3", "4"].map((name) => ({ name, value: "x" })),
  priceDelta: 0,
  stock: 1,
};

/** What it has against a product's body. */
export const productRefusals = {
  "no origin product": { at: "originProduct", type: "NotNull", ...neverWritten("originProduct 항목을 입력해 주세요.") },
  "no channel product": {
    at: "smartstoreChannelProduct",
    type: "NotNull",
    ...neverWritten("smartstoreChannelProduct 항목을 입력해 주세요."),
  },
  "an unknown status": {
    at: "originProduct.statusType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.statusType 항목이 유효하지 않습니다."),
  },
  "an unknown kind of sale": {
    at: "originProduct.saleType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.saleType 항목이 유효하지 않습니다."),
  },
  "no name": {
    at: "originProduct.name",
    type: "NotEmpty",
    ...neverWritten("originProduct.name 항목을 입력해 주세요."),
  },
  "a name of 51 characters": {
    at: "originProduct.name",
    type: "Size",
    ...checked("상품명은 50자 이하로 입력해 주세요.", "name.too_long", { name: "참".repeat(51) }),
  },
  "a name with a sign that is not taken": {
    at: "originProduct.name",
    type: "NotAllowedCharacter",
    ...checked('상품명에 \\ * ? " < > 는 입력할 수 없습니다.', "name.forbidden_characters", { name: "참기름?" }),
  },
  "no category": {
    at: "originProduct.leafCategoryId",
    type: "NotEmpty",
    ...neverWritten("originProduct.leafCategoryId 항목을 입력해 주세요."),
  },
  "a category that is no leaf": {
    at: "originProduct.leafCategoryId",
    type: "NotLeaf",
    ...onlyTheMallKnows("최하위 카테고리를 입력해 주세요."),
  },
  "a category that the seller may not sell in": {
    at: "originProduct.leafCategoryId",
    type: "NotAuthority.product.category.id",
    ...onlyTheMallKnows("상품을 등록할 권한이 없는 카테고리입니다."),
  },
  "no price": {
    at: "originProduct.salePrice",
    type: "NotNull",
    ...neverWritten("originProduct.salePrice 항목을 입력해 주세요."),
  },
  "a price below 10": {
    at: "originProduct.salePrice",
    type: "NumberMin",
    ...checked("originProduct.salePrice 항목은 10 이상이어야 합니다.", "price.step", { price: 0 }),
  },
  "a price above all": {
    at: "originProduct.salePrice",
    type: "NumberMax",
    ...checked("originProduct.salePrice 항목은 999999990 이하여야 합니다.", "price.above_maximum", {
      price: 1_000_000_000,
    }),
  },
  "a price between tens": {
    at: "originProduct.salePrice",
    type: "NotValid",
    ...checked("판매가는 10원 단위로 입력해 주세요.", "price.step", { price: 18_005 }),
  },
  "nothing said of the stock": {
    at: "originProduct.stockQuantity",
    type: "NotNull",
    ...neverWritten("originProduct.stockQuantity 항목을 입력해 주세요."),
  },
  "a stock of nothing": {
    at: "originProduct.stockQuantity",
    type: "NumberMin",
    ...checked("{} 항목은 {} 이상이어야 합니다.", "stock.none", { stock: 0 }),
  },
  "a stock above all": {
    at: "originProduct.stockQuantity",
    type: "NumberMax",
    ...neverWritten("originProduct.stockQuantity 항목은 99999999 이하여야 합니다."),
  },
  "a sale that starts within an hour": {
    at: "originProduct.saleStartDate",
    type: "Pattern",
    ...neverWritten("매 시각 00분으로만 설정할 수 있습니다."),
  },
  "a sale that ends within an hour": {
    at: "originProduct.saleEndDate",
    type: "Pattern",
    ...neverWritten("매 시각 59분으로만 설정할 수 있습니다."),
  },
  "no main picture": {
    at: "originProduct.images.representativeImage.url",
    type: "NotEmpty",
    ...checked("originProduct.images.representativeImage.url 항목을 입력해 주세요.", "photo.none", { photos: [] }),
  },
  "a main picture from elsewhere": {
    at: "originProduct.images.representativeImage.url",
    type: "InvalidImageUrl",
    ...neverWritten("이미지 URL이 유효하지 않습니다."),
  },
  "ten further pictures": {
    at: "originProduct.images.optionalImages",
    type: "SizeMax",
    ...neverWritten("추가 이미지는 최대 9개까지 등록할 수 있습니다."),
  },
  "a further picture from elsewhere": {
    at: "originProduct.images.optionalImages[{}].url",
    type: "InvalidImageUrl",
    ...neverWritten("이미지 URL이 유효하지 않습니다."),
  },
  "no detail page": {
    at: "originProduct.detailContent",
    type: "NotEmpty",
    ...neverWritten("originProduct.detailContent 항목을 입력해 주세요."),
  },
  "a picture from elsewhere in the detail page": {
    at: "originProduct.detailContent",
    type: "InvalidImageUrl",
    ...neverWritten("이미지 URL이 유효하지 않습니다."),
  },
  "an unknown delivery": {
    at: "originProduct.deliveryInfo.deliveryType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.deliveryInfo.deliveryType 항목이 유효하지 않습니다."),
  },
  "an unknown kind of delivery": {
    at: "originProduct.deliveryInfo.deliveryAttributeType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.deliveryInfo.deliveryAttributeType 항목이 유효하지 않습니다."),
  },
  "no courier": {
    at: "originProduct.deliveryInfo.deliveryCompany",
    type: "NotEmpty",
    ...onlyTheMallKnows("originProduct.deliveryInfo.deliveryCompany 항목을 입력해 주세요."),
  },
  "another seller's bundle": {
    at: "originProduct.deliveryInfo.deliveryBundleGroupId",
    type: "NotValid",
    ...neverWritten("묶음배송 그룹이 유효하지 않습니다."),
  },
  "an unknown delivery fee": {
    at: "originProduct.deliveryInfo.deliveryFee.deliveryFeeType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.deliveryInfo.deliveryFee.deliveryFeeType 항목이 유효하지 않습니다."),
  },
  "no delivery fee": {
    at: "originProduct.deliveryInfo.deliveryFee.baseFee",
    type: "NotNull",
    ...neverWritten("originProduct.deliveryInfo.deliveryFee.baseFee 항목을 입력해 주세요."),
  },
  "a delivery fee below nothing": {
    at: "originProduct.deliveryInfo.deliveryFee.baseFee",
    type: "NumberMin",
    ...neverWritten("originProduct.deliveryInfo.deliveryFee.baseFee 항목은 0 이상이어야 합니다."),
  },
  "a delivery fee above 100,000": {
    at: "originProduct.deliveryInfo.deliveryFee.baseFee",
    type: "NumberMax",
    ...checked(
      "originProduct.deliveryInfo.deliveryFee.baseFee 항목은 100000 이하여야 합니다.",
      "shipping_fee.too_high",
      { shippingFee: 100_001 },
    ),
  },
  "an unknown way of paying for delivery": {
    at: "originProduct.deliveryInfo.deliveryFee.deliveryFeePayType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.deliveryInfo.deliveryFee.deliveryFeePayType 항목이 유효하지 않습니다."),
  },
  "no return fee": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee",
    type: "NotNull",
    ...checked(
      "originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee 항목을 입력해 주세요.",
      "store.return_terms_missing",
      { store: { ...readyStore, returnFee: null } },
    ),
  },
  "a return fee below nothing": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee",
    type: "NumberMin",
    ...neverWritten("originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee 항목은 0 이상이어야 합니다."),
  },
  "a return fee above a million": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee",
    type: "NumberMax",
    ...checked(
      "originProduct.deliveryInfo.claimDeliveryInfo.returnDeliveryFee 항목은 1000000 이하여야 합니다.",
      "return_fee.too_high",
      { store: { ...readyStore, returnFee: 1_000_001 } },
    ),
  },
  "no exchange fee": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee",
    type: "NotNull",
    ...checked(
      "originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee 항목을 입력해 주세요.",
      "store.return_terms_missing",
      { store: { ...readyStore, exchangeFee: null } },
    ),
  },
  "an exchange fee below nothing": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee",
    type: "NumberMin",
    ...neverWritten("originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee 항목은 0 이상이어야 합니다."),
  },
  "an exchange fee above a million": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee",
    type: "NumberMax",
    ...checked(
      "originProduct.deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee 항목은 1000000 이하여야 합니다.",
      "return_fee.too_high",
      { store: { ...readyStore, exchangeFee: 1_000_001 } },
    ),
  },
  "an unknown shipping address": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId",
    type: "NotValid",
    ...onlyTheMallKnows("주소록에 없는 주소입니다."),
  },
  "an unknown return address": {
    at: "originProduct.deliveryInfo.claimDeliveryInfo.returnAddressId",
    type: "NotValid",
    ...onlyTheMallKnows("주소록에 없는 주소입니다."),
  },
  "nothing said of Naver Shopping": {
    at: "smartstoreChannelProduct.naverShoppingRegistration",
    type: "NotNull",
    ...neverWritten("네이버쇼핑 등록 여부를 입력해 주세요."),
  },
  "an unknown display": {
    at: "smartstoreChannelProduct.channelProductDisplayStatusType",
    type: "NotValidEnum",
    ...neverWritten("smartstoreChannelProduct.channelProductDisplayStatusType 항목이 유효하지 않습니다."),
  },
  "no telephone for repairs": {
    at: "originProduct.detailAttribute.afterServiceInfo.afterServiceTelephoneNumber",
    type: "NotEmpty",
    ...neverWritten("originProduct.detailAttribute.afterServiceInfo.afterServiceTelephoneNumber 항목을 입력해 주세요."),
  },
  "no words on repairs": {
    at: "originProduct.detailAttribute.afterServiceInfo.afterServiceGuideContent",
    type: "NotEmpty",
    ...neverWritten("originProduct.detailAttribute.afterServiceInfo.afterServiceGuideContent 항목을 입력해 주세요."),
  },
  "nothing said of minors": {
    at: "originProduct.detailAttribute.minorPurchasable",
    type: "NotNull",
    ...neverWritten("미성년자 구매 가능 여부를 입력해 주세요."),
  },
  "a code of 31 characters": {
    at: "originProduct.detailAttribute.sellerCodeInfo.sellerManagementCode",
    type: "Size",
    ...neverWritten("판매자 관리 코드는 30자 이하로 입력해 주세요."),
  },
  "no origin": {
    at: "originProduct.detailAttribute.originAreaInfo.originAreaCode",
    type: "NotEmpty",
    ...neverWritten("originProduct.detailAttribute.originAreaInfo.originAreaCode 항목을 입력해 주세요."),
  },
  "an unknown origin": {
    at: "originProduct.detailAttribute.originAreaInfo.originAreaCode",
    type: "NotValid",
    ...neverWritten("원산지 코드가 유효하지 않습니다."),
  },
  "imports without their importer": {
    at: "originProduct.detailAttribute.originAreaInfo.importer",
    type: "NotEmpty",
    ...checked("originProduct.detailAttribute.originAreaInfo.importer 항목을 입력해 주세요.", "mall_field.missing", {
      origin: { text: "중국산", kind: "foreign", country: "중국" },
    }),
  },
  "another origin without its words": {
    at: "originProduct.detailAttribute.originAreaInfo.content",
    type: "NotEmpty",
    ...neverWritten("originProduct.detailAttribute.originAreaInfo.content 항목을 입력해 주세요."),
  },
  "options without any": {
    at: "originProduct.detailAttribute.optionInfo",
    type: "NotEmpty",
    ...neverWritten("옵션을 최소 한 개 입력해 주세요."),
  },
  "simple options beside combined ones": {
    at: "originProduct.detailAttribute.optionInfo",
    type: "NotValid",
    ...neverWritten("단독형 옵션과 조합형 옵션은 함께 사용할 수 없습니다."),
  },
  "four names of options": {
    at: "originProduct.detailAttribute.optionInfo.optionCombinationGroupNames",
    type: "SizeMax",
    ...checked("최대 3개까지 등록할 수 있습니다.", "options.too_many_names", { variants: [fourNames] }),
  },
  "four names of simple options": {
    at: "originProduct.detailAttribute.optionInfo.optionSimple",
    type: "SizeMax",
    ...neverWritten("최대 3개까지 등록할 수 있습니다."),
  },
  "six free options": {
    at: "originProduct.detailAttribute.optionInfo.optionCustom",
    type: "SizeMax",
    ...neverWritten("최대 5개까지 등록할 수 있습니다."),
  },
  "an option without one of its values": {
    at: "originProduct.detailAttribute.optionInfo.optionCombinations",
    type: "NotEmpty",
    ...neverWritten("옵션명과 옵션값의 수가 다릅니다."),
  },
  "a certificate of another category": {
    at: "originProduct.detailAttribute.productCertificationInfos",
    type: "NotValid",
    ...neverWritten("카테고리에서 사용할 수 없는 인증 정보입니다."),
  },
  "a certificate without its number": {
    at: "originProduct.detailAttribute.productCertificationInfos",
    type: "NotEmpty",
    ...neverWritten("인증 기관과 인증 번호를 입력해 주세요."),
  },
  "no certificate where one is due": {
    at: "originProduct.detailAttribute.productCertificationInfos",
    type: "Empty.product.detailAttribute.certificationInfos.kindType",
    ...checked("인증 정보를 입력해 주세요.", "kc.missing", { categoryKey: "KIDS" }),
  },
  "an unknown tax": {
    at: "originProduct.detailAttribute.taxType",
    type: "NotValidEnum",
    ...neverWritten("originProduct.detailAttribute.taxType 항목이 유효하지 않습니다."),
  },
  "customs where nothing comes from abroad, or the other way round": {
    at: "originProduct.detailAttribute.customsTaxType",
    type: "NotValid",
    ...onlyTheMallKnows("출고지가 해외인 경우에만 관부가세를 입력해 주세요."),
  },
  "nothing said of the unit price": {
    at: "originProduct.detailAttribute.unitCapacity.unitPriceYn",
    type: "NotNull",
    ...neverWritten("단위가격 표시 여부를 입력해 주세요."),
  },
  "a page title of 101 characters": {
    at: "originProduct.detailAttribute.seoInfo.pageTitle",
    type: "Size",
    ...neverWritten("100자 이하로 입력해 주세요."),
  },
  "a description of 161 characters": {
    at: "originProduct.detailAttribute.seoInfo.metaDescription",
    type: "Size",
    ...neverWritten("160자 이하로 입력해 주세요."),
  },
  "eleven tags": {
    at: "originProduct.detailAttribute.seoInfo.sellerTags",
    type: "SizeMax",
    ...neverWritten("태그는 최대 10개까지 등록할 수 있습니다."),
  },
  "a restricted tag": {
    at: "originProduct.detailAttribute.seoInfo.sellerTags",
    type: "Restricted.sellerTags",
    ...onlyTheMallKnows("등록불가인 단어가 포함되어 있습니다: {}"),
  },
  "a tag with a stray character": {
    at: "originProduct.detailAttribute.seoInfo.sellerTags",
    type: "Pattern",
    ...checked("태그에 사용할 수 없는 문자가 있거나 태그가 깁니다.", "tags.unusable", { tags: ["café"] }),
  },
  ...noticeRefusals,
} satisfies Record<string, InputRefusal>;
