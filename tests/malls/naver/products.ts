import { HttpResponse } from "msw";
import type { StandInListing } from "../stand-in.ts";
import { apiError, koreanTime } from "./answers.ts";
import { isObject, valueAt } from "./body.ts";
import { complaintsAbout } from "./product-rules.ts";
import type { NaverWorld, StoredProduct } from "./world.ts";

const productStatuses = ["SALE", "OUTOFSTOCK", "SUSPENSION"];

/** No idempotency and no unique codes: the same body twice makes two products. */
export async function answerCreate(world: NaverWorld, request: Request): Promise<Response> {
  const body = await readBody(request);
  const refusal = refuse(world, body, "create");
  if (refusal || !body) return refusal ?? unreadableBody();
  const product = storeProduct(world, body);
  return HttpResponse.json({
    originProductNo: product.originProductNo,
    smartstoreChannelProductNo: product.channelProductNo,
  });
}

export function storeProduct(world: NaverWorld, body: Record<string, unknown>): StoredProduct {
  const originProductNo = world.nextNumber();
  const product: StoredProduct = {
    originProductNo,
    channelProductNo: world.nextNumber(),
    body,
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
  const refusal = refuse(world, body, "update");
  if (refusal || !body) return refusal ?? unreadableBody();
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
  product.body = { ...body, originProduct };
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
    const message = "statusType 항목이 유효하지 않습니다.";
    return apiError(400, "BAD_REQUEST", message, [{ name: "statusType", type: "NotValidEnum", message }]);
  }
  product.statusType = statusType;
  return HttpResponse.json({});
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
    const message = "size 항목은 1 이상 500 이하여야 합니다.";
    return apiError(400, "BAD_REQUEST", message, [{ name: "size", type: "NumberMax", message }]);
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
    state: deleted || statusType === "SUSPENSION" ? "withdrawn" : onSale ? "live" : "refused",
    pictureUrl: String(valueAt(body, "originProduct.images.representativeImage.url")),
    createdAt: new Date(createdAt),
  };
}

function codeOf({ body }: StoredProduct): string {
  return String(valueAt(body, "originProduct.detailAttribute.sellerCodeInfo.sellerManagementCode") ?? "");
}

function find({ products }: NaverWorld, no: string): StoredProduct | null {
  const product = products.get(Number(no));
  return product && !product.deleted ? product : null;
}

function missing(): Response {
  return apiError(404, "NOT_FOUND", "상품이 존재하지 않습니다.");
}

async function readBody(request: Request): Promise<Record<string, unknown> | null> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return null;
  const body: unknown = await request.json().catch(() => null);
  return isObject(body) ? body : null;
}

function unreadableBody(): Response {
  return apiError(400, "BAD_REQUEST", "요청 본문을 읽을 수 없습니다.");
}

function refuse(world: NaverWorld, body: unknown, purpose: "create" | "update"): Response | null {
  if (!isObject(body)) return null;
  const complaints = complaintsAbout(world, body, purpose);
  if (complaints.length === 0) return null;
  const message = complaints.map((complaint) => complaint.message).join(" ");
  return apiError(400, "BAD_REQUEST", message, world.switches.withoutInvalidInputs ? undefined : complaints);
}
