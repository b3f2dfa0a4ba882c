import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxNaverCategories, sandboxNaverGroupCategory, sandboxNaverStore } from "#tests/malls/naver/index.ts";
import { noticeTypes } from "#tests/malls/naver/notice-types.ts";
import { productRefusals } from "#tests/malls/naver/product-refusals.ts";
import type { ProductRule } from "#tests/malls/naver/refusals.ts";
import { wordsOf } from "#tests/malls/refusals.ts";
import { change, type ErrorBody, requestsTo } from "./requests.ts";
import { openStore } from "./store.ts";

let store: ReturnType<typeof openStore>;
const { call, readyBody, bodyWith } = requestsTo(() => store);

const product = "originProduct";
const delivery = `${product}.deliveryInfo`;
const attribute = `${product}.detailAttribute`;
const notice = `${attribute}.productInfoProvidedNotice`;

/** A type of which one of several fields is enough, with none of them. */
const wearWithoutChoices = (() => {
  const [type, of] = Object.entries(noticeTypes).find(([, { choices = [] }]) => choices.length > 0) ?? [];
  if (!type || !of) throw new Error("Some type offers a choice");
  return { productInfoProvidedNoticeType: type, [of.child]: {} };
})();

describe("4. and 5. The body", () => {
  beforeAll(() => {
    store = openStore();
  });
  afterAll(() => store.close());

  it("as our map makes it is taken", async () => {
    expect((await call("POST", "/v2/products", await readyBody())).status).toBe(200);
  });

  const elsewhere = "https://pictures.baekseon.example/1.jpg";
  const groups = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`optionGroupName${index + 1}`, `옵션${index}`]));
  const fourValues = { optionName1: "1", optionName2: "2", optionName3: "3", optionName4: "4" };
  const simple = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ groupName: `${index}`, name: "빨강" }));
  const claim = `${delivery}.claimDeliveryInfo`;
  const food = `${notice}.generalFood`;

  /** What of the ready body breaks each rule: a place, and what stands there instead (undefined: nothing). */
  const wrongBodies: Record<ProductRule, [path: string, value: unknown, ...more: [path: string, value: unknown][]]> = {
    "no origin product": [product, undefined],
    "no channel product": ["smartstoreChannelProduct", undefined],
    "an unknown status": [`${product}.statusType`, "SUSPENSION"],
    "an unknown kind of sale": [`${product}.saleType`, "USED"],
    "no name": [`${product}.name`, " "],
    "a name of 51 characters": [`${product}.name`, "참".repeat(51)],
    "a name with a sign that is not taken": [`${product}.name`, "참기름?"],
    "no category": [`${product}.leafCategoryId`, undefined],
    "a category that is no leaf": [`${product}.leafCategoryId`, sandboxNaverGroupCategory],
    "a category that the seller may not sell in": [`${product}.leafCategoryId`, sandboxNaverCategories.ETC],
    "no price": [`${product}.salePrice`, undefined],
    "a price below 10": [`${product}.salePrice`, 0],
    "a price above all": [`${product}.salePrice`, 1_000_000_000],
    "a price between tens": [`${product}.salePrice`, 18_005],
    "nothing said of the stock": [`${product}.stockQuantity`, undefined],
    "a stock of nothing": [`${product}.stockQuantity`, 0],
    "a stock above all": [`${product}.stockQuantity`, 100_000_000],
    "a sale that starts within an hour": [`${product}.saleStartDate`, "2026-11-30T10:30+09:00"],
    "a sale that ends within an hour": [`${product}.saleEndDate`, "2026-11-30T10:30+09:00"],
    "no main picture": [`${product}.images.representativeImage.url`, undefined],
    "a main picture from elsewhere": [`${product}.images.representativeImage.url`, elsewhere],
    "ten further pictures": [`${product}.images.optionalImages`, Array(10).fill({ url: elsewhere })],
    "a further picture from elsewhere": [`${product}.images.optionalImages`, [{ url: elsewhere }]],
    "no detail page": [`${product}.detailContent`, undefined],
    "a picture from elsewhere in the detail page": [`${product}.detailContent`, `<img src="${elsewhere}">`],
    "an unknown delivery": [`${delivery}.deliveryType`, "PIGEON"],
    "an unknown kind of delivery": [`${delivery}.deliveryAttributeType`, "SLOW"],
    "no courier": [`${delivery}.deliveryCompany`, undefined],
    "another seller's bundle": [`${delivery}.deliveryBundleGroupId`, 1],
    "an unknown delivery fee": [`${delivery}.deliveryFee.deliveryFeeType`, "DEAR"],
    "no delivery fee": [`${delivery}.deliveryFee.baseFee`, undefined],
    "a delivery fee below nothing": [`${delivery}.deliveryFee.baseFee`, -1],
    "a delivery fee above 100,000": [`${delivery}.deliveryFee.baseFee`, 100_001],
    "an unknown way of paying for delivery": [`${delivery}.deliveryFee.deliveryFeePayType`, "LATER"],
    "no return fee": [`${claim}.returnDeliveryFee`, undefined],
    "a return fee below nothing": [`${claim}.returnDeliveryFee`, -1],
    "a return fee above a million": [`${claim}.returnDeliveryFee`, 1_000_001],
    "no exchange fee": [`${claim}.exchangeDeliveryFee`, undefined],
    "an exchange fee below nothing": [`${claim}.exchangeDeliveryFee`, -1],
    "an exchange fee above a million": [`${claim}.exchangeDeliveryFee`, 1_000_001],
    "an unknown shipping address": [`${claim}.shippingAddressId`, 1],
    "an unknown return address": [`${claim}.returnAddressId`, 1],
    "nothing said of Naver Shopping": ["smartstoreChannelProduct.naverShoppingRegistration", "yes"],
    "an unknown display": ["smartstoreChannelProduct.channelProductDisplayStatusType", "WAIT"],
    "no telephone for repairs": [`${attribute}.afterServiceInfo.afterServiceTelephoneNumber`, ""],
    "no words on repairs": [`${attribute}.afterServiceInfo.afterServiceGuideContent`, ""],
    "nothing said of minors": [`${attribute}.minorPurchasable`, undefined],
    "a code of 31 characters": [`${attribute}.sellerCodeInfo.sellerManagementCode`, "A".repeat(31)],
    "no origin": [`${attribute}.originAreaInfo.originAreaCode`, undefined],
    "an unknown origin": [`${attribute}.originAreaInfo.originAreaCode`, "09"],
    "imports without their importer": [`${attribute}.originAreaInfo.originAreaCode`, "0200037"],
    "another origin without its words": [`${attribute}.originAreaInfo.originAreaCode`, "04"],
    "options without any": [`${attribute}.optionInfo`, {}],
    "simple options beside combined ones": [
      `${attribute}.optionInfo`,
      { optionCombinationGroupNames: groups(1), optionCombinations: [{ optionName1: "1" }], optionSimple: simple(1) },
    ],
    "four names of options": [
      `${attribute}.optionInfo`,
      { optionCombinationGroupNames: groups(4), optionCombinations: [fourValues] },
    ],
    "four names of simple options": [`${attribute}.optionInfo`, { optionSimple: simple(4) }],
    "six free options": [`${attribute}.optionInfo`, { optionCustom: simple(6) }],
    "an option without one of its values": [
      `${attribute}.optionInfo`,
      { optionCombinationGroupNames: groups(2), optionCombinations: [{ optionName1: "1" }] },
    ],
    "a certificate of another category": [
      `${attribute}.productCertificationInfos`,
      [{ certificationInfoId: 1, name: "KTR", certificationNumber: "1" }],
    ],
    "a certificate without its number": [`${attribute}.productCertificationInfos`, [{ certificationInfoId: 1 }]],
    "no certificate where one is due": [
      `${product}.leafCategoryId`,
      sandboxNaverCategories.KIDS,
      [`${attribute}.certificationTargetExcludeContent`, undefined],
    ],
    "an unknown tax": [`${attribute}.taxType`, "FREE"],
    "customs where nothing comes from abroad, or the other way round": [
      `${claim}.shippingAddressId`,
      sandboxNaverStore.overseasReleaseAddressId,
    ],
    "nothing said of the unit price": [`${product}.leafCategoryId`, sandboxNaverCategories.COSMETIC],
    "a page title of 101 characters": [`${attribute}.seoInfo.pageTitle`, "a".repeat(101)],
    "a description of 161 characters": [`${attribute}.seoInfo.metaDescription`, "a".repeat(161)],
    "eleven tags": [`${attribute}.seoInfo.sellerTags`, Array.from({ length: 11 }, (_, at) => ({ text: `t${at}` }))],
    "a restricted tag": [`${attribute}.seoInfo.sellerTags`, [{ text: "명품" }]],
    "a tag with a stray character": [`${attribute}.seoInfo.sellerTags`, [{ text: "café" }]],
    "no notice": [notice, undefined],
    "an unknown notice": [`${notice}.productInfoProvidedNoticeType`, "SNACK"],
    "a notice of another type": [`${notice}.food`, {}],
    "a notice's field left out": [`${food}.weight`, ""],
    "a notice's yes or no left out": [`${food}.geneticallyModified`, undefined],
    "a date beside its words, or neither": [`${food}.packDate`, "2026-11-22"],
    "another way of saying a date than was used": [`${food}.packDateType`, "CALENDER"],
    "a date that is none": [
      `${food}.packDate`,
      "2026-11",
      [`${food}.packDateText`, undefined],
      [`${food}.packDateType`, "CALENDER"],
    ],
    "none of several choices": [notice, wearWithoutChoices],
  };

  it.each(Object.entries(wrongBodies))("with %s is refused", async (rule, [path, value, ...more]) => {
    store.mall.switches.forbiddenCategories.add(sandboxNaverCategories.ETC ?? "");
    const body = await bodyWith(path, value);
    for (const [otherPath, otherValue] of more) change(body, otherPath, otherValue);
    const answer = await call("POST", "/v2/products", body);
    expect(answer.status).toBe(400);
    const { at, type, says } = productRefusals[rule as ProductRule];
    const complaint = {
      name: expect.stringMatching(wordsOf({ says: at })),
      type,
      message: expect.stringMatching(wordsOf({ says })),
    };
    const refusal = (await answer.json()) as ErrorBody;
    expect(refusal.code).toBe("BAD_REQUEST");
    expect(refusal.invalidInputs).toContainEqual(complaint);
  });
});
