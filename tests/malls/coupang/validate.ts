import type { CoupangAccount } from "./account.ts";
import type { StandInBody, StandInBodyItem } from "./body.ts";
import { type StandInAttribute, type StandInCategory, standInCategories } from "./categories.ts";

/** What the mall refuses at once, in its words; several complaints travel in one message. Pictures' sizes are not looked at. */
export function complaintsAbout(body: StandInBody, account: CoupangAccount): string[] {
  const category = standInCategories.get(String(body.displayCategoryCode));
  if (category === undefined) return ["노출카테고리코드가 올바르지 않거나 최하위 카테고리가 아닙니다."];
  return [
    ...topLevelComplaints(body, account),
    ...deliveryComplaints(body, account),
    ...itemSetComplaints(body.items),
    ...body.items.flatMap((item, index) =>
      itemComplaints(item, category).map((complaint) => `옵션${index + 1}: ${complaint}`),
    ),
  ];
}

function topLevelComplaints(body: StandInBody, account: CoupangAccount): string[] {
  return when([
    [body.vendorId !== account.vendorId, "판매자 ID가 올바르지 않습니다."],
    [body.vendorUserId !== account.vendorUserId, "실사용자 아이디(쿠팡 Wing ID)를 확인해 주세요."],
    [!within(body.sellerProductName, 100), "등록상품명은 1자 이상 100자 이하로 입력해 주세요."],
    [!within(body.displayProductName, 100), "노출상품명은 1자 이상 100자 이하로 입력해 주세요."],
    [body.saleEndedAt >= "2100", "판매종료일시는 2099년까지 입력할 수 있습니다."],
    [body.brand !== "" && body.brandId === undefined, "브랜드명에는 브랜드 ID가 필요합니다."],
  ]);
}

function deliveryComplaints(body: StandInBody, account: CoupangAccount): string[] {
  const free = body.deliveryChargeType === "FREE";
  const freeAmounts = body.deliveryCharge === 0 && body.freeShipOverAmount === 0;
  return when([
    [free && !freeAmounts, "무료배송을 위한 조건 금액은 0원이어야 합니다."],
    [body.freeShipOverAmount === null, "무료배송을 위한 조건 금액을 입력해 주세요."],
    [(body.freeShipOverAmount ?? 0) % 100 !== 0, "무료배송을 위한 조건 금액은 100원 단위로 입력해 주세요."],
    [
      body.unionDeliveryType === "UNION_DELIVERY" && body.deliveryChargeType === "CHARGE_RECEIVED",
      "착불배송은 묶음배송을 선택할 수 없습니다.",
    ],
    [body.remoteAreaDeliverable === "Y", "도서산간 배송비가 등록되지 않은 출고지입니다."],
    [body.outboundShippingPlaceCode !== account.outboundShippingPlaceCode, "출고지 주소코드를 확인해 주세요."],
    [
      body.returnCenterCode !== account.returnCenterCode && body.returnCenterCode !== "NO_RETURN_CENTERCODE",
      "반품지센터코드가 올바르지 않습니다.",
    ],
  ]);
}

function itemSetComplaints(items: StandInBodyItem[]): string[] {
  const names = new Set(items.map((item) => item.itemName));
  const options = new Set(items.map((item) => JSON.stringify(item.attributes)));
  return when([
    [items.length === 0 || items.length > 200, "옵션은 1개 이상 200개 이하로 등록할 수 있습니다."],
    [names.size < items.length, "옵션명이 중복되었습니다."],
    [options.size < items.length, "구매옵션의 모든 값이 중복되어 등록할 수 없습니다."],
  ]);
}

function itemComplaints(item: StandInBodyItem, category: StandInCategory): string[] {
  return [
    ...when([
      [!within(item.itemName, 150), "옵션명은 150자 이하로 입력해 주세요."],
      [item.salePrice <= 0 || item.salePrice % 10 !== 0, "판매가격은 10원 단위로 입력해 주세요."],
      [item.originalPrice < item.salePrice, "할인율기준가격은 판매가격보다 낮을 수 없습니다."],
      [item.maximumBuyCount < 0 || item.maximumBuyCount > 99_999, "판매가능수량은 99,999개 이하로 입력해 주세요."],
      [item.barcode === "" && item.modelNo === "", "바코드 또는 모델번호(옵션 정보)를 입력해 주세요."],
      [
        item.barcode === "" && (!item.emptyBarcode || !within(item.emptyBarcodeReason, 100)),
        "바코드가 없는 옵션은 사유를 100자 이하로 입력해 주세요.",
      ],
      [item.offerDescription.length > 700, "상품상태 설명은 700자 이하로 입력해 주세요."],
      [!category.allowedOfferConditions.includes(item.offerCondition), "이 카테고리에서 허용되지 않는 상품상태입니다."],
      [item.contents.length === 0, "상품 상세설명을 입력해 주세요."],
    ]),
    ...tagComplaints(item.searchTags),
    ...imageComplaints(item),
    ...noticeComplaints(item, category),
    ...attributeComplaints(item, category),
    ...certificationComplaints(item, category),
  ];
}

function tagComplaints(tags: string[]): string[] {
  const bad = tags.find((tag) => !within(tag, 20) || !/^[가-힣ㄱ-ㅎㅏ-ㅣA-Za-z0-9 !@#$%^&*\-+;:'.]+$/.test(tag));
  return when([
    [tags.length > 20, "검색어는 최대 20개까지 입력할 수 있습니다."],
    [bad !== undefined, `검색어 '${bad}'에 사용할 수 없는 문자가 있거나 20자를 초과했습니다.`],
  ]);
}

function imageComplaints({ images }: StandInBodyItem): string[] {
  const main = images.filter((image) => image.imageType === "REPRESENTATION");
  const detail = images.filter((image) => image.imageType === "DETAIL");
  return when([
    [main.length !== 1, "대표이미지는 1개를 등록해야 합니다."],
    [detail.length > 9, "기타이미지는 최대 9개까지 등록할 수 있습니다."],
    [images.some((image) => !image.vendorPath && !image.cdnPath), "이미지 경로를 입력해 주세요."],
  ]);
}

function noticeComplaints({ notices }: StandInBodyItem, category: StandInCategory): string[] {
  const names = new Set(notices.map((notice) => notice.noticeCategoryName));
  if (names.size === 0) return ["고시정보를 확인해 주세요."];
  if (names.size > 1) return ["고시정보: #/notices: 2 subschemas matched instead of one"];
  const group = category.noticeCategories.find((one) => names.has(one.noticeCategoryName));
  if (group === undefined) return [`상품고시정보 '${[...names][0]}'은(는) 이 카테고리에서 사용할 수 없습니다.`];
  const labels = new Map(group.noticeCategoryDetailNames.map((one) => [one.noticeCategoryDetailName, one.required]));
  const given = new Map(notices.map((notice) => [notice.noticeCategoryDetailName, notice.content]));
  const strange = [...given.keys()].filter((label) => !labels.has(label));
  const absent = [...labels].filter(([label, required]) => required === "MANDATORY" && !given.get(label)?.trim());
  const long = [...given].filter(([, content]) => content.length > 200);
  return [
    ...strange.map((label) => `고시정보 항목 '${label}'이(가) 올바르지 않습니다.`),
    ...absent.map(([label]) => `필수 고시정보 '${label}'을(를) 입력해 주세요.`),
    ...long.map(([label]) => `고시정보 '${label}'은(는) 200자를 초과할 수 없습니다.`),
  ];
}

function attributeComplaints({ attributes }: StandInBodyItem, category: StandInCategory): string[] {
  const given = new Map(attributes.map((one) => [one.attributeTypeName, one.attributeValueName]));
  const mandatory = category.attributes.filter((attribute) => attribute.required === "MANDATORY");
  const alternatives = mandatory.map((one) =>
    one.groupNumber === "NONE" ? [one] : mandatory.filter(({ groupNumber }) => groupNumber === one.groupNumber),
  );
  const absent = alternatives.filter((group) => !group.some((one) => given.has(one.attributeTypeName)));
  return [
    ...new Set(
      absent.map((group) => `필수 구매옵션 '${group.map((one) => one.attributeTypeName).join(", ")}'이(가) 없습니다.`),
    ),
    ...[...given].flatMap(([name, value]) =>
      valueComplaints(
        name,
        value,
        category.attributes.find((one) => one.attributeTypeName === name),
      ),
    ),
  ];
}

function valueComplaints(name: string, value: string, attribute: StandInAttribute | undefined): string[] {
  const units = attribute?.usableUnits ?? [];
  const measured = units.length > 0 && attribute?.dataType === "NUMBER";
  const unit = /^\d+(?:\.\d+)?(.*)$/.exec(value)?.[1];
  return when([
    [!within(name, 25), `옵션 타입명 '${name}'은(는) 25자를 초과할 수 없습니다.`],
    [!within(value, 30), `구매옵션 '${name}'의 값은 30자를 초과할 수 없습니다.`],
    [
      measured && (unit === undefined || !units.includes(unit)),
      `구매옵션 '${name}'의 값 또는 단위가 유효하지 않습니다. 사용 가능한 단위: ${units.join(", ")}`,
    ],
    [
      attribute?.inputType === "SELECT" && !attribute.inputValues.includes(value),
      `구매옵션 '${name}'에 선택할 수 없는 값입니다.`,
    ],
  ]);
}

function certificationComplaints({ certifications }: StandInBodyItem, category: StandInCategory): string[] {
  const types = new Map(category.certifications.map((one) => [one.certificationType, one]));
  const strange = certifications.find((one) => !types.has(one.certificationType));
  const empty = certifications.find(
    (one) => types.get(one.certificationType)?.dataType === "CODE" && one.certificationCode.trim() === "",
  );
  const mandatory = category.certifications.filter((one) => one.required === "MANDATORY");
  const absent = mandatory.filter(
    ({ certificationType }) => !certifications.some((one) => one.certificationType === certificationType),
  );
  return when([
    [strange !== undefined, `인증정보 '${strange?.certificationType}'은(는) 이 카테고리에 없습니다.`],
    [empty !== undefined, "인증번호를 입력해 주세요."],
    [absent.length > 0, "필수 인증정보를 입력해 주세요."],
  ]);
}

function within(text: string, maximum: number): boolean {
  return text.trim() !== "" && text.length <= maximum;
}

function when(rules: [boolean, string][]): string[] {
  return rules.filter(([broken]) => broken).map(([, complaint]) => complaint);
}
