import { HttpResponse } from "msw";
import { fieldLabel } from "#app/messages/fields.ts";
import type { StandInListing } from "../stand-in.ts";
import { isObject, listAt, valueAt } from "./body.ts";
import { koreanTime } from "./korean-time.ts";
import { complaintsAbout } from "./product-rules.ts";
import { type NaverRule, refuse, refuseInputs } from "./refusals.ts";
import type { NaverWorld, StoredProduct } from "./world.ts";

const productStatuses = ["SALE", "OUTOFSTOCK", "SUSPENSION"];

/** No idempotency and no unique codes: the same body twice makes two products. */
export async function answerCreate(world: NaverWorld, request: Request): Promise<Response> {
  const body = await readBody(request);
  if (!body) return refuse("no JSON");
  const refusal = refusalOf(world, body, "create");
  if (refusal) return refusal;
  const product = storeProduct(world, body);
  return HttpResponse.json({
    originProductNo: product.originProductNo,
    smartstoreChannelProductNo: product.channelProductNo,
  });
}

export function storeProduct(world: NaverWorld, given: Record<string, unknown>): StoredProduct {
  const originProductNo = world.nextNumber();
  const product: StoredProduct = {
    originProductNo,
    channelProductNo: world.nextNumber(),
    body: withOptionNumbers(world, given),
    statusType: "SALE",
    deleted: false,
    createdAt: world.now(),
  };
  world.products.set(originProductNo, product);
  return product;
}

export function answerRead(world: NaverWorld, no: string): Response {
  const product = find(world, no);
  if (!product) return missing();
  const { originProduct } = product.body as { originProduct: object };
  return HttpResponse.json({ ...product.body, originProduct: { ...originProduct, statusType: product.statusType } });
}

/** Replaces everything; only the disclosure, the stock and the detail page stay when they are left out. */
export async function answerUpdate(world: NaverWorld, no: string, request: Request): Promise<Response> {
  const product = find(world, no);
  if (!product) return missing();
  const body = await readBody(request);
  if (!body) return refuse("no JSON");
  const refusal = refusalOf(world, body, "update");
  if (refusal) return refusal;
  const given = body.originProduct as Record<string, unknown>;
  const before = product.body.originProduct as Record<string, unknown>;
  const attributes = given.detailAttribute as Record<string, unknown>;
  const notice = attributes.productInfoProvidedNotice ?? valueAt(before, "detailAttribute.productInfoProvidedNotice");
  const originProduct = {
    ...given,
    stockQuantity: given.stockQuantity ?? before.stockQuantity,
    detailContent: given.detailContent ?? before.detailContent,
    detailAttribute: { ...attributes, productInfoProvidedNotice: notice },
  };
  product.body = withOptionNumbers(world, { ...body, originProduct });
  product.statusType = originProduct.stockQuantity === 0 ? "OUTOFSTOCK" : String(given.statusType);
  return HttpResponse.json({
    originProductNo: product.originProductNo,
    smartstoreChannelProductNo: product.channelProductNo,
  });
}

export async function answerStatus(world: NaverWorld, no: string, request: Request): Promise<Response> {
  const product = find(world, no);
  if (!product) return missing();
  const statusType = valueAt(await readBody(request), "statusType");
  if (typeof statusType !== "string" || !productStatuses.includes(statusType)) {
    return refuse("another status than three");
  }
  product.statusType = statusType;
  return HttpResponse.json({});
}

const multiUpdateTypes = [
  "SALE_PRICE",
  "IMMEDIATE_DISCOUNT",
  "STOCK",
  "PRODUCT_STATUS_SALE",
  "PRODUCT_STATUS_SUSPENSION",
];

/** Price and stock of products without touching the rest of them. */
export async function answerMultiUpdate(world: NaverWorld, request: Request): Promise<Response> {
  const body = await readBody(request);
  const changes = listAt(body, "multiProductUpdateRequestVos");
  if (changes.length === 0) return refuse("nothing to change");
  for (const [index, change] of changes.entries()) {
    const product = find(world, String(valueAt(change, "originProductNo")));
    if (!product) return missing();
    const types = listAt(change, "multiUpdateTypes");
    if (types.length === 0 || types.some((type) => !multiUpdateTypes.includes(String(type)))) {
      return refuse("an unknown kind of change", index);
    }
    const origin = product.body.originProduct as Record<string, unknown>;
    if (types.includes("SALE_PRICE")) {
      const price = valueAt(change, "productSalePrice.salePrice");
      const broken = brokenByPrice(price);
      if (broken) return refuse(broken, index);
      origin.salePrice = price;
    }
    if (types.includes("STOCK")) {
      const stock = valueAt(change, "stockQuantity");
      if (!isStock(stock)) return refuse("another stock out of bounds", index);
      if (optionsOf(product).length > 0) return refuse("a stock of the whole beside options", index);
      origin.stockQuantity = stock;
      stockChanged(product);
    }
  }
  return HttpResponse.json({ code: "SUCCESS", message: "", data: {} });
}

/** Every option of one product, each by the mall's own number. */
export async function answerOptionStock(world: NaverWorld, no: string, request: Request): Promise<Response> {
  const product = find(world, no);
  if (!product) return missing();
  const body = await readBody(request);
  const given = listAt(body, "optionInfo.optionCombinations") as Record<string, unknown>[];
  const known = optionsOf(product);
  if (known.length === 0) return refuse("options of a product that has none");
  if (valueAt(body, "optionInfo.useStockManagement") !== true) {
    return refuse("nothing said of the options' stock");
  }
  for (const [index, option] of given.entries()) {
    if (!known.some(({ id }) => id === option.id)) return refuse("an option that is not there", index);
    if (!isStock(option.stockQuantity)) return refuse("an option's stock out of bounds", index);
  }
  for (const option of known) {
    const change = given.find(({ id }) => id === option.id);
    if (change) Object.assign(option, { stockQuantity: change.stockQuantity, price: change.price ?? option.price });
  }
  const origin = product.body.originProduct as Record<string, unknown>;
  origin.stockQuantity = known.reduce((sum, { stockQuantity }) => sum + Number(stockQuantity), 0);
  stockChanged(product);
  return HttpResponse.json({ originProductNo: product.originProductNo });
}

function optionsOf({ body }: StoredProduct): Record<string, unknown>[] {
  const path = "originProduct.detailAttribute.optionInfo.optionCombinations";
  return listAt(body, path) as Record<string, unknown>[];
}

/** Options get a number of the mall's when they are stored. */
function withOptionNumbers(world: NaverWorld, given: Record<string, unknown>): Record<string, unknown> {
  const body = structuredClone(given);
  for (const option of optionsOf({ body } as StoredProduct)) option.id ??= world.nextNumber();
  return body;
}

function stockChanged(product: StoredProduct): void {
  if (product.statusType !== "SALE" && product.statusType !== "OUTOFSTOCK") return;
  product.statusType = valueAt(product.body, "originProduct.stockQuantity") === 0 ? "OUTOFSTOCK" : "SALE";
}

function isStock(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 99_999_999;
}

function brokenByPrice(price: unknown): NaverRule | null {
  if (!Number.isInteger(price) || Number(price) < 10) return "another price below 10";
  if (Number(price) > 999_999_990) return "another price above all";
  return Number(price) % 10 === 0 ? null : "another price between tens";
}

export function answerDelete(world: NaverWorld, no: string): Response {
  const product = find(world, no);
  if (!product) return missing();
  product.deleted = true;
  return HttpResponse.json({});
}

export async function answerSearch(world: NaverWorld, request: Request): Promise<Response> {
  const criteria = (await readBody(request)) ?? {};
  const page = Number(criteria.page ?? 1);
  const size = Number(criteria.size ?? 50);
  if (!(page >= 1) || !(size >= 1 && size <= 500)) {
    return refuse("a page of 501");
  }
  const byCode = criteria.searchKeywordType === "SELLER_CODE";
  const hits = [...world.products.values()]
    .filter((product) => !product.deleted)
    .filter((product) => !byCode || codeOf(product) === criteria.sellerManagementCode)
    .sort((a, b) => b.originProductNo - a.originProductNo);
  return HttpResponse.json({
    contents: hits.slice((page - 1) * size, page * size).map(describeProduct),
    page,
    size,
    totalElements: hits.length,
    totalPages: Math.ceil(hits.length / size),
  });
}

function describeProduct(product: StoredProduct) {
  const { originProductNo, channelProductNo, statusType, createdAt, body } = product;
  return {
    originProductNo,
    channelProducts: [
      {
        originProductNo,
        channelProductNo,
        channelServiceType: "STOREFARM",
        categoryId: valueAt(body, "originProduct.leafCategoryId"),
        name: valueAt(body, "originProduct.name"),
        sellerManagementCode: codeOf(product),
        statusType,
        salePrice: valueAt(body, "originProduct.salePrice"),
        stockQuantity: valueAt(body, "originProduct.stockQuantity"),
        regDate: koreanTime(createdAt),
      },
    ],
  };
}

export function toStandInListing(product: StoredProduct): StandInListing {
  const { originProductNo, statusType, deleted, createdAt, body } = product;
  const onSale = statusType === "SALE" || statusType === "OUTOFSTOCK";
  return {
    reference: codeOf(product),
    remoteId: String(originProductNo),
    name: String(valueAt(body, "originProduct.name")),
    price: Number(valueAt(body, "originProduct.salePrice")),
    stock: Number(valueAt(body, "originProduct.stockQuantity")),
    state: deleted || statusType === "SUSPENSION" ? "withdrawn" : onSale ? "live" : "refused",
    pictureUrl: String(valueAt(body, "originProduct.images.representativeImage.url")),
    disclosure: disclosureOf(body),
    createdAt: new Date(createdAt),
  };
}

/** Every type's items stand in an object of their own. */
function disclosureOf(body: unknown): [label: string, value: string][] {
  const notice = valueAt(body, "originProduct.detailAttribute.productInfoProvidedNotice");
  const items = isObject(notice) ? Object.values(notice).find(isObject) : undefined;
  return Object.entries(items ?? {}).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[fieldLabel("ko", `notice.${key}`), value]] : [],
  );
}

function codeOf({ body }: StoredProduct): string {
  return String(valueAt(body, "originProduct.detailAttribute.sellerCodeInfo.sellerManagementCode") ?? "");
}

function find({ products }: NaverWorld, no: string): StoredProduct | null {
  const product = products.get(Number(no));
  return product && !product.deleted ? product : null;
}

function missing(): Response {
  return refuse("a product that is not there");
}

async function readBody(request: Request): Promise<Record<string, unknown> | null> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return null;
  const body: unknown = await request.json().catch(() => null);
  return isObject(body) ? body : null;
}

function refusalOf(world: NaverWorld, body: object, purpose: "create" | "update"): Response | null {
  const complaints = complaintsAbout(world, body, purpose);
  return complaints.length === 0 ? null : refuseInputs(complaints, !world.switches.withoutInvalidInputs);
}
