import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxNaverGroupCategory, sandboxNaverStore } from "#tests/malls/naver/index.ts";
import { listingPictures, readyProduct } from "#tests/malls/ready-product.ts";
import { type ErrorBody, requestsTo } from "./requests.ts";
import { naverOrder, openStore } from "./store.ts";

let store: ReturnType<typeof openStore>;
const { call, readyBody, bodyWith } = requestsTo(() => store);

describe("The upload", () => {
  beforeAll(() => {
    store = openStore();
  });
  afterAll(() => store.close());

  const picture = async (type = "image/jpeg") => {
    const [main] = await listingPictures(1, 50);
    return new Blob([new Uint8Array((await main?.read()) ?? [])], { type });
  };
  const upload = async (files: Blob[], field = "imageFiles") => {
    const form = new FormData();
    for (const file of files) form.append(field, file, "picture.jpg");
    return call("POST", "/v1/product-images/upload", form);
  };

  it("gives addresses in order, where the pictures can be seen", async () => {
    const answer = (await (await upload([await picture()])).json()) as { images: { url: string }[] };
    const seen = await fetch(answer.images[0]?.url ?? "");
    expect(seen.headers.get("content-type")).toBe("image/jpeg");
  });

  it.each<[string, () => Promise<Response>]>([
    ["no file", async () => upload([])],
    ["another field", async () => upload([await picture()], "images")],
    ["eleven files", async () => upload(await Promise.all(Array.from({ length: 11 }, () => picture())))],
    [
      "ten megabytes",
      async () => upload([new Blob([await picture(), new Uint8Array(10_000_000)], { type: "image/jpeg" })]),
    ],
    ["a content type that is not the format", async () => upload([await picture("image/png")])],
    ["what is no picture", async () => upload([new Blob(["text"], { type: "image/jpeg" })])],
    ["a body that is not multipart", async () => call("POST", "/v1/product-images/upload", { imageFiles: [] })],
  ])("refuses %s", async (_, send) => {
    const answer = await send();
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ invalidInputs: [{ name: "imageFiles" }] });
  });
});

const product = "originProduct";
const delivery = `${product}.deliveryInfo`;
const attribute = `${product}.detailAttribute`;
const notice = `${attribute}.productInfoProvidedNotice`;

describe("4. and 5. The body", () => {
  beforeAll(() => {
    store = openStore();
  });
  afterAll(() => store.close());

  it("as our map makes it is taken", async () => {
    expect((await call("POST", "/v2/products", await readyBody())).status).toBe(200);
  });

  const elsewhere = "https://pictures.baekseon.example/1.jpg";
  const options = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`optionGroupName${index + 1}`, `옵션${index}`]));
  it.each<[path: string, value: unknown, type: string, name?: string]>([
    ["smartstoreChannelProduct", undefined, "NotNull"],
    ["smartstoreChannelProduct.naverShoppingRegistration", "yes", "NotNull"],
    ["smartstoreChannelProduct.channelProductDisplayStatusType", "WAIT", "NotValidEnum"],
    [`${product}.statusType`, "SUSPENSION", "NotValidEnum"],
    [`${product}.saleType`, "USED", "NotValidEnum"],
    [`${product}.name`, "참".repeat(51), "Size"],
    [`${product}.name`, "참기름?", "NotAllowedCharacter"],
    [`${product}.leafCategoryId`, sandboxNaverGroupCategory, "NotLeaf"],
    [`${product}.leafCategoryId`, "50000000", "NotLeaf"],
    [`${product}.salePrice`, 1_000_000_000, "NumberMax"],
    [`${product}.salePrice`, 18_005, "NotValid"],
    [`${product}.stockQuantity`, 0, "NumberMin"],
    [`${product}.stockQuantity`, 100_000_000, "NumberMax"],
    [`${product}.saleStartDate`, "2026-11-22T09:30+09:00", "Pattern"],
    [`${product}.saleEndDate`, "2026-11-22T09:00+09:00", "Pattern"],
    [`${product}.images.representativeImage.url`, elsewhere, "InvalidImageUrl"],
    [
      `${product}.images.optionalImages`,
      [{ url: elsewhere }],
      "InvalidImageUrl",
      `${product}.images.optionalImages[0].url`,
    ],
    [`${product}.detailContent`, `<img src='${elsewhere}'>`, "InvalidImageUrl"],
    [`${product}.detailContent`, "", "NotEmpty"],
    [`${delivery}.deliveryType`, "QUICK", "NotValidEnum"],
    [`${delivery}.deliveryCompany`, undefined, "NotEmpty"],
    [`${delivery}.deliveryBundleGroupId`, 1, "NotValid"],
    [`${delivery}.deliveryFee.baseFee`, 100_001, "NumberMax"],
    [`${delivery}.claimDeliveryInfo.returnDeliveryFee`, undefined, "NotNull"],
    [`${delivery}.claimDeliveryInfo.exchangeDeliveryFee`, 1_000_001, "NumberMax"],
    [`${delivery}.claimDeliveryInfo.shippingAddressId`, sandboxNaverStore.returnAddressId, "NotValid"],
    [`${delivery}.claimDeliveryInfo.returnAddressId`, 1, "NotValid"],
    [
      `${delivery}.claimDeliveryInfo.shippingAddressId`,
      sandboxNaverStore.overseasReleaseAddressId,
      "NotValid",
      `${attribute}.customsTaxType`,
    ],
    [`${attribute}.afterServiceInfo.afterServiceTelephoneNumber`, "", "NotEmpty"],
    [`${attribute}.minorPurchasable`, undefined, "NotNull"],
    [`${attribute}.taxType`, "FREE", "NotValidEnum"],
    [`${attribute}.sellerCodeInfo.sellerManagementCode`, "A".repeat(31), "Size"],
    [`${attribute}.originAreaInfo.originAreaCode`, "09", "NotValid"],
    [`${attribute}.originAreaInfo.originAreaCode`, "0200037", "NotEmpty", `${attribute}.originAreaInfo.importer`],
    [`${attribute}.originAreaInfo.originAreaCode`, "04", "NotEmpty", `${attribute}.originAreaInfo.content`],
    [`${attribute}.seoInfo.sellerTags`, Array.from({ length: 11 }, (_, index) => ({ text: `t${index}` })), "SizeMax"],
    [`${attribute}.seoInfo.sellerTags`, [{ text: "명품" }], "Restricted.sellerTags"],
    [`${attribute}.seoInfo.sellerTags`, [{ text: "café" }], "Pattern"],
    [`${attribute}.seoInfo.pageTitle`, "a".repeat(101), "Size"],
    [`${attribute}.optionInfo`, {}, "NotEmpty"],
    [
      `${attribute}.optionInfo`,
      {
        optionCombinationGroupNames: options(4),
        optionCombinations: [{ optionName1: "1", optionName2: "2", optionName3: "3", optionName4: "4" }],
      },
      "SizeMax",
      `${attribute}.optionInfo.optionCombinationGroupNames`,
    ],
    [notice, undefined, "NotNull"],
    [`${notice}.productInfoProvidedNoticeType`, "SNACK", "NotValidEnum"],
    [`${notice}.productInfoProvidedNoticeType`, "FOOD", "NotNull", `${notice}.food`],
    [`${notice}.food`, {}, "NotNull", `${notice}.generalFood`],
    [`${notice}.generalFood.weight`, "", "NotEmpty"],
    [`${notice}.generalFood.geneticallyModified`, undefined, "NotNull"],
    [`${notice}.generalFood.packDateText`, undefined, "NotEmpty", `${notice}.generalFood.packDate`],
    [`${notice}.generalFood.packDate`, "2026-11-22", "NotEmpty"],
    [`${notice}.generalFood.packDateType`, "CALENDER", "NotValidEnum"],
  ])("with %s = %j is refused (%s)", async (path, value, type, name = path) => {
    const answer = await call("POST", "/v2/products", await bodyWith(path, value));
    expect(answer.status).toBe(400);
    expect((await answer.json()) as ErrorBody).toMatchObject({ code: "BAD_REQUEST", invalidInputs: [{ name, type }] });
  });

  it("with ten further pictures is refused", async () => {
    const urls = await store.connection.uploadPictures(await listingPictures(10, 50));
    const body = await bodyWith(
      `${product}.images.optionalImages`,
      urls.map((url) => ({ url })),
    );
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    expect(answer.invalidInputs).toMatchObject([{ type: "SizeMax", name: `${product}.images.optionalImages` }]);
  });

  it("with a date that is no date is refused", async () => {
    const generalFood = { packDate: "2026-11", packDateType: "CALENDER", packDateText: undefined };
    const body = await bodyWith(`${notice}.generalFood`, { ...readyNotice(await readyBody()), ...generalFood });
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    expect(answer.invalidInputs).toMatchObject([{ type: "Pattern", name: `${notice}.generalFood.packDate` }]);
  });

  it("is refused where the category demands a certificate or a unit price, and nothing is said of it", async () => {
    for (const [categoryKey, path, type] of [
      [
        "KIDS",
        `${attribute}.certificationTargetExcludeContent`,
        "Empty.product.detailAttribute.certificationInfos.kindType",
      ],
      ["COSMETIC", `${attribute}.unitCapacity`, "NotNull"],
    ] as const) {
      const order = await naverOrder({ product: readyProduct({ categoryKey }) });
      const body = await bodyWith(path, undefined);
      (body as { originProduct: { leafCategoryId: string } }).originProduct.leafCategoryId =
        order.binding.categoryCode ?? "";
      const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
      expect(answer.invalidInputs?.map((complaint) => complaint.type)).toContain(type);
    }
  });

  it("is refused in a category the seller may not sell in", async () => {
    const body = await readyBody();
    store.mall.switches.forbiddenCategories.add(body.originProduct.leafCategoryId);
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    store.mall.switches.forbiddenCategories.clear();
    expect(answer.invalidInputs).toMatchObject([{ type: "NotAuthority.product.category.id" }]);
  });
});

function readyNotice(body: Awaited<ReturnType<typeof readyBody>>): object {
  return body.originProduct.detailAttribute.productInfoProvidedNotice.generalFood as object;
}
