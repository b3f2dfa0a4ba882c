import type { Complaint } from "./answers.ts";
import { examineAttributes } from "./attribute-rules.ts";
import { type Examination, examine, listAt } from "./body.ts";
import { findMallCategory } from "./categories.ts";
import { examineNotice } from "./notice-rules.ts";
import { addressBooks } from "./store-data.ts";
import type { NaverWorld } from "./world.ts";

/** What the mall refuses in the body of a create, or of an update (which may leave a few things as they are). */
export function complaintsAbout(world: NaverWorld, body: unknown, purpose: "create" | "update"): Complaint[] {
  const examination = examine(body);
  const { at, complain, complaints } = examination;
  for (const part of ["originProduct", "smartstoreChannelProduct"]) {
    if (!at(part)) complain(part, "NotNull", `${part} 항목을 입력해 주세요.`);
  }
  if (complaints.length > 0) return complaints;
  examineBasics(examination, world, purpose);
  examineImages(examination, world, purpose);
  examineDelivery(examination);
  examineAttributes(examination, world);
  if (purpose === "create" || at("originProduct.detailAttribute.productInfoProvidedNotice")) examineNotice(examination);
  examineChannelProduct(examination);
  return complaints;
}

function examineBasics(body: Examination, { switches }: NaverWorld, purpose: "create" | "update"): void {
  body.oneOf("originProduct.statusType", purpose === "create" ? ["SALE"] : ["SALE", "SUSPENSION"]);
  if (body.at("originProduct.saleType") !== undefined) body.oneOf("originProduct.saleType", ["NEW", "OLD"]);

  const name = body.text("originProduct.name");
  // The reference names no number; sellers keep to 50 and leave these characters out, so we refuse the rest.
  if (name && [...name].length > 50) body.complain("originProduct.name", "Size", "상품명은 50자 이하로 입력해 주세요.");
  if (name && /[\\*?"<>]/.test(name)) {
    body.complain("originProduct.name", "NotAllowedCharacter", '상품명에 \\ * ? " < > 는 입력할 수 없습니다.');
  }

  const code = body.text("originProduct.leafCategoryId");
  const category = findMallCategory(code);
  if (code && !category?.last) {
    body.complain("originProduct.leafCategoryId", "NotLeaf", "최하위 카테고리를 입력해 주세요.");
  } else if (code && switches.forbiddenCategories.has(code)) {
    const type = "NotAuthority.product.category.id";
    body.complain("originProduct.leafCategoryId", type, "상품을 등록할 권한이 없는 카테고리입니다.");
  }

  const price = body.number("originProduct.salePrice", 10, 999_999_990);
  if (price !== null && price % 10 !== 0) {
    body.complain("originProduct.salePrice", "NotValid", "판매가는 10원 단위로 입력해 주세요.");
  }
  if (purpose === "create") body.number("originProduct.stockQuantity", 1, 99_999_999);
  else if (body.at("originProduct.stockQuantity") !== undefined) {
    body.number("originProduct.stockQuantity", 0, 99_999_999);
  }
  for (const [field, minute] of [
    ["saleStartDate", "00"],
    ["saleEndDate", "59"],
  ] as const) {
    const date = body.at(`originProduct.${field}`);
    const form = new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:${minute}(:\\d\\d(\\.\\d{3})?)?\\+09:00$`);
    if (date !== undefined && !form.test(String(date))) {
      body.complain(`originProduct.${field}`, "Pattern", `매 시각 ${minute}분으로만 설정할 수 있습니다.`);
    }
  }
}

/** Every address must be one the upload gave, also those inside the HTML. */
function examineImages(body: Examination, { images }: NaverWorld, purpose: "create" | "update"): void {
  const refuse = (path: string) => body.complain(path, "InvalidImageUrl", "이미지 URL이 유효하지 않습니다.");
  const main = body.text("originProduct.images.representativeImage.url");
  if (main && !images.has(main)) refuse("originProduct.images.representativeImage.url");

  const optional = listAt(body.at("originProduct"), "images.optionalImages");
  if (optional.length > 9) {
    body.complain("originProduct.images.optionalImages", "SizeMax", "추가 이미지는 최대 9개까지 등록할 수 있습니다.");
  }
  optional.forEach((image, index) => {
    const url = (image as { url?: unknown } | null)?.url;
    if (typeof url !== "string" || !images.has(url)) refuse(`originProduct.images.optionalImages[${index}].url`);
  });

  if (purpose === "update" && body.at("originProduct.detailContent") === undefined) return;
  const html = body.text("originProduct.detailContent") ?? "";
  for (const [, url] of html.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi)) {
    if (!images.has(url ?? "")) refuse("originProduct.detailContent");
  }
}

function examineDelivery(body: Examination): void {
  const path = "originProduct.deliveryInfo";
  if (body.at(path) === undefined) return;
  const type = body.oneOf(`${path}.deliveryType`, ["DELIVERY", "DIRECT"]);
  body.oneOf(`${path}.deliveryAttributeType`, [
    "NORMAL",
    "TODAY",
    "OPTION_TODAY",
    "HOPE",
    "TODAY_ARRIVAL",
    "DAWN_ARRIVAL",
  ]);
  if (type === "DELIVERY") body.text(`${path}.deliveryCompany`);
  if (body.at(`${path}.deliveryBundleGroupId`) !== undefined) {
    body.complain(`${path}.deliveryBundleGroupId`, "NotValid", "묶음배송 그룹이 유효하지 않습니다.");
  }

  const feeType = body.oneOf(`${path}.deliveryFee.deliveryFeeType`, [
    "FREE",
    "CONDITIONAL_FREE",
    "PAID",
    "UNIT_QUANTITY_PAID",
    "RANGE_QUANTITY_PAID",
  ]);
  if (feeType && feeType !== "FREE") {
    body.number(`${path}.deliveryFee.baseFee`, 0, 100_000);
    body.oneOf(`${path}.deliveryFee.deliveryFeePayType`, ["COLLECT", "PREPAID", "COLLECT_OR_PREPAID"]);
  }

  body.number(`${path}.claimDeliveryInfo.returnDeliveryFee`, 0, 1_000_000);
  body.number(`${path}.claimDeliveryInfo.exchangeDeliveryFee`, 0, 1_000_000);
  for (const [field, addressType] of [
    ["shippingAddressId", "RELEASE"],
    ["returnAddressId", "REFUND_OR_EXCHANGE"],
  ] as const) {
    const id = body.at(`${path}.claimDeliveryInfo.${field}`);
    const known = addressBooks.some((book) => book.addressBookNo === id && book.addressType === addressType);
    if (!known) body.complain(`${path}.claimDeliveryInfo.${field}`, "NotValid", "주소록에 없는 주소입니다.");
  }
}

function examineChannelProduct(body: Examination): void {
  const path = "smartstoreChannelProduct";
  if (typeof body.at(`${path}.naverShoppingRegistration`) !== "boolean") {
    body.complain(`${path}.naverShoppingRegistration`, "NotNull", "네이버쇼핑 등록 여부를 입력해 주세요.");
  }
  body.oneOf(`${path}.channelProductDisplayStatusType`, ["ON", "SUSPENSION"]);
}
