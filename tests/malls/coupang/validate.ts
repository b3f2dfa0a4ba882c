import type { CoupangAccount } from "./account.ts";
import type { StandInBody, StandInBodyItem } from "./body.ts";
import { type StandInAttribute, type StandInCategory, standInCategories } from "./categories.ts";
import { type Complaint, complaint } from "./refusals.ts";

/** What the mall refuses at once, in its words; several complaints travel in one message. Pictures' sizes are not looked at. */
export function complaintsAbout(body: StandInBody, account: CoupangAccount): Complaint[] {
  const category = standInCategories.get(String(body.displayCategoryCode));
  if (category === undefined) return [complaint("a category that is no leaf")];
  return [
    ...topLevelComplaints(body, account),
    ...deliveryComplaints(body, account),
    ...itemSetComplaints(body.items),
    ...body.items.flatMap((item, index) =>
      itemComplaints(item, category).map((one) => `옵션${index + 1}: ${one}` as Complaint),
    ),
  ];
}

function topLevelComplaints(body: StandInBody, account: CoupangAccount): Complaint[] {
  return when([
    [body.vendorId !== account.vendorId, complaint("another seller in the body")],
    [body.vendorUserId !== account.vendorUserId, complaint("an unknown user of Wing")],
    [!within(body.sellerProductName, 100), complaint("a registered name of 101 characters")],
    [!within(body.displayProductName, 100), complaint("a shown name of 101 characters")],
    [body.saleEndedAt >= "2100", complaint("a sale that ends after 2099")],
    [body.brand !== "" && body.brandId === undefined, complaint("a brand without its number")],
  ]);
}

function deliveryComplaints(body: StandInBody, account: CoupangAccount): Complaint[] {
  const free = body.deliveryChargeType === "FREE";
  const freeAmounts = body.deliveryCharge === 0 && body.freeShipOverAmount === 0;
  return when([
    [free && !freeAmounts, complaint("free delivery with an amount")],
    [body.freeShipOverAmount === null, complaint("no amount from which delivery is free")],
    [(body.freeShipOverAmount ?? 0) % 100 !== 0, complaint("such an amount between hundreds")],
    [
      body.unionDeliveryType === "UNION_DELIVERY" && body.deliveryChargeType === "CHARGE_RECEIVED",
      complaint("parcels together and paid at the door"),
    ],
    [body.remoteAreaDeliverable === "Y", complaint("distant areas without fees")],
    [body.outboundShippingPlaceCode !== account.outboundShippingPlaceCode, complaint("an unknown shipping place")],
    [
      body.returnCenterCode !== account.returnCenterCode && body.returnCenterCode !== "NO_RETURN_CENTERCODE",
      complaint("an unknown return centre"),
    ],
  ]);
}

function itemSetComplaints(items: StandInBodyItem[]): Complaint[] {
  const names = new Set(items.map((item) => item.itemName));
  const options = new Set(items.map((item) => JSON.stringify(item.attributes)));
  return when([
    [items.length === 0 || items.length > 200, complaint("no options, or 201")],
    [names.size < items.length, complaint("the same name of two options")],
    [options.size < items.length, complaint("the same purchase options twice")],
  ]);
}

function itemComplaints(item: StandInBodyItem, category: StandInCategory): Complaint[] {
  return [
    ...when([
      [!within(item.itemName, 150), complaint("an option's name of 151 characters")],
      [item.salePrice <= 0 || item.salePrice % 10 !== 0, complaint("a price between tens")],
      [item.originalPrice < item.salePrice, complaint("a reference price below the price")],
      [item.maximumBuyCount < 0 || item.maximumBuyCount > 99_999, complaint("a stock of 100,000")],
      [item.barcode === "" && item.modelNo === "", complaint("neither barcode nor model")],
      [
        item.barcode === "" && (!item.emptyBarcode || !within(item.emptyBarcodeReason, 100)),
        complaint("no barcode and no reason"),
      ],
      [item.offerDescription.length > 700, complaint("701 characters on the condition")],
      [!category.allowedOfferConditions.includes(item.offerCondition), complaint("used goods where only new ones go")],
      [item.contents.length === 0, complaint("no detail page")],
    ]),
    ...tagComplaints(item.searchTags),
    ...imageComplaints(item),
    ...noticeComplaints(item, category),
    ...attributeComplaints(item, category),
    ...certificationComplaints(item, category),
  ];
}

function tagComplaints(tags: string[]): Complaint[] {
  const bad = tags.find((tag) => !within(tag, 20) || !/^[가-힣ㄱ-ㅎㅏ-ㅣA-Za-z0-9 !@#$%^&*\-+;:'.]+$/.test(tag));
  return when([
    [tags.length > 20, complaint("21 search words")],
    [bad !== undefined, complaint("a search word with a stray character", bad)],
  ]);
}

function imageComplaints({ images }: StandInBodyItem): Complaint[] {
  const main = images.filter((image) => image.imageType === "REPRESENTATION");
  const detail = images.filter((image) => image.imageType === "DETAIL");
  return when([
    [main.length !== 1, complaint("no main picture")],
    [detail.length > 9, complaint("ten further pictures")],
    [images.some((image) => !image.vendorPath && !image.cdnPath), complaint("a picture without an address")],
  ]);
}

function noticeComplaints({ notices }: StandInBodyItem, category: StandInCategory): Complaint[] {
  const names = new Set(notices.map((notice) => notice.noticeCategoryName));
  if (names.size === 0) return [complaint("no notice")];
  if (names.size > 1) return [complaint("two groups of notices")];
  const group = category.noticeCategories.find((one) => names.has(one.noticeCategoryName));
  if (group === undefined) return [complaint("a group of notices of another category", [...names][0])];
  const labels = new Map(group.noticeCategoryDetailNames.map((one) => [one.noticeCategoryDetailName, one.required]));
  const given = new Map(notices.map((notice) => [notice.noticeCategoryDetailName, notice.content]));
  const strange = [...given.keys()].filter((label) => !labels.has(label));
  const absent = [...labels].filter(([label, required]) => required === "MANDATORY" && !given.get(label)?.trim());
  const long = [...given].filter(([, content]) => content.length > 200);
  return [
    ...strange.map((label) => complaint("a notice that the group does not have", label)),
    ...absent.map(([label]) => complaint("a notice of the group left out", label)),
    ...long.map(([label]) => complaint("a notice of 201 characters", label)),
  ];
}

function attributeComplaints({ attributes }: StandInBodyItem, category: StandInCategory): Complaint[] {
  const given = new Map(attributes.map((one) => [one.attributeTypeName, one.attributeValueName]));
  const mandatory = category.attributes.filter((attribute) => attribute.required === "MANDATORY");
  const alternatives = mandatory.map((one) =>
    one.groupNumber === "NONE" ? [one] : mandatory.filter(({ groupNumber }) => groupNumber === one.groupNumber),
  );
  const absent = alternatives.filter((group) => !group.some((one) => given.has(one.attributeTypeName)));
  return [
    ...new Set(
      absent.map((group) =>
        complaint("none of several alternatives", group.map((one) => one.attributeTypeName).join(", ")),
      ),
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

function valueComplaints(name: string, value: string, attribute: StandInAttribute | undefined): Complaint[] {
  const units = attribute?.usableUnits ?? [];
  const measured = units.length > 0 && attribute?.dataType === "NUMBER";
  const unit = /^\d+(?:\.\d+)?(.*)$/.exec(value)?.[1];
  return when([
    [!within(name, 25), complaint("a purchase option's name of 26 characters", name)],
    [!within(value, 30), complaint("a purchase option of 31 characters", name)],
    [
      measured && (unit === undefined || !units.includes(unit)),
      complaint("a purchase option with another unit", name, units.join(", ")),
    ],
    [
      attribute?.inputType === "SELECT" && !attribute.inputValues.includes(value),
      complaint("a purchase option that is not on offer", name),
    ],
  ]);
}

function certificationComplaints({ certifications }: StandInBodyItem, category: StandInCategory): Complaint[] {
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
    [strange !== undefined, complaint("a certificate that the category does not have", strange?.certificationType)],
    [empty !== undefined, complaint("a certificate without its number")],
    [absent.length > 0, complaint("no certificate where one is due")],
  ]);
}

function within(text: string, maximum: number): boolean {
  return text.trim() !== "" && text.length <= maximum;
}

function when(rules: [boolean, Complaint][]): Complaint[] {
  return rules.filter(([broken]) => broken).map(([, one]) => one);
}
