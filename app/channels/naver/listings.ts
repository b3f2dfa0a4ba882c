import { z } from "zod";
import type { HeardState } from "#app/channels/contract.ts";
import { issue } from "#app/domain/issue/issue.ts";
import type { VariantFacts } from "#app/domain/product/product-facts.ts";
import { CallError, type NaverClient } from "./client.ts";
import type { NaverProductBody } from "./map.ts";

/** One product of the store as the mall shows it. */
export interface NaverListing {
  originProductNo: number;
  /** Null where the answer does not say it. */
  channelProductNo: number | null;
  state: HeardState;
  /** The mall's own word, e.g. `SALE`. */
  statusType: string;
  price: number | null;
  stock: number | null;
}

interface SearchAnswer {
  contents?: {
    originProductNo: number;
    channelProducts?: {
      channelProductNo: number;
      sellerManagementCode?: string;
      name?: string;
      statusType: string;
      salePrice?: number;
      stockQuantity?: number;
      regDate?: string;
    }[];
  }[];
  totalElements?: number;
}

const pageSize = 50;

const states: Record<string, HeardState> = {
  WAIT: "registering",
  SALE: "live",
  OUTOFSTOCK: "live",
  UNADMISSION: "in_review",
  REJECTION: "refused",
  PROHIBITION: "refused",
  SUSPENSION: "withdrawn",
  CLOSE: "withdrawn",
  DELETE: "withdrawn",
};

/** @throws CallError */
export async function createProduct(client: NaverClient, body: NaverProductBody): Promise<NaverListing> {
  return readNumbers(await client.call("POST", "/v2/products", body));
}

/** Replaces everything. @throws CallError */
export async function replaceProduct(client: NaverClient, no: string, body: NaverProductBody): Promise<NaverListing> {
  return readNumbers(await client.call("PUT", originProductPath(no), body));
}

/** Every listing under our reference, oldest first: an empty list is the mall's complete answer. @throws CallError */
export async function findListings(client: NaverClient, reference: string): Promise<NaverListing[]> {
  const found: NaverListing[] = [];
  for (let page = 1, seen = 0, total = 1; seen < total; page += 1) {
    const criteria = { searchKeywordType: "SELLER_CODE", sellerManagementCode: reference };
    const body = { ...criteria, page, size: pageSize, orderType: "NO" };
    const answer = (await client.call("POST", "/v1/products/search", body)) as SearchAnswer | null;
    if (!answer?.contents || typeof answer.totalElements !== "number") throw unreadable();
    if (answer.contents.length === 0 && seen < answer.totalElements) throw unreadable();
    total = answer.totalElements;
    seen += answer.contents.length;
    for (const { originProductNo, channelProducts = [] } of answer.contents) {
      const ours = channelProducts.find(({ sellerManagementCode }) => sellerManagementCode === reference);
      if (ours) found.push(toListing(originProductNo, ours.channelProductNo, ours.statusType, ours));
    }
  }
  return found.sort((a, b) => a.originProductNo - b.originProductNo);
}

/** A product of the store, whoever made it. */
export interface NaverStoreProduct extends NaverListing {
  code: string;
  name: string;
  createdAt: Date | null;
}

const largestPage = 500;

/** One page of everything in the store, counted from 1. @throws CallError */
export async function listProducts(
  client: NaverClient,
  page: number,
): Promise<{ products: NaverStoreProduct[]; isLast: boolean }> {
  const body = { page, size: largestPage, orderType: "NO" };
  const answer = (await client.call("POST", "/v1/products/search", body)) as SearchAnswer | null;
  if (!answer?.contents || typeof answer.totalElements !== "number") throw unreadable();
  const products = answer.contents.flatMap(({ originProductNo, channelProducts: [shown] = [] }) =>
    shown
      ? {
          ...toListing(originProductNo, shown.channelProductNo, shown.statusType, shown),
          code: shown.sellerManagementCode ?? "",
          name: shown.name ?? "",
          createdAt: readTime(shown.regDate),
        }
      : [],
  );
  const isLast = answer.contents.length === 0 || page * largestPage >= answer.totalElements;
  return { products, isLast };
}

/** Null when the mall says that it has no such product. @throws CallError */
export async function readListing(client: NaverClient, no: string): Promise<NaverListing | null> {
  try {
    const answer = (await client.call("GET", originProductPath(no))) as {
      originProduct?: { statusType?: string; salePrice?: number; stockQuantity?: number };
    } | null;
    const statusType = answer?.originProduct?.statusType;
    if (!statusType) throw unreadable();
    return toListing(Number(no), null, statusType, answer?.originProduct);
  } catch (error) {
    if (error instanceof CallError && error.failure.kind === "missing") return null;
    throw error;
  }
}

/** @throws CallError */
export async function suspendProduct(client: NaverClient, no: string): Promise<void> {
  await client.call("PUT", `/v1/products/origin-products/${encodeURIComponent(no)}/change-status`, {
    statusType: "SUSPENSION",
  });
}

/** Says nothing of anything else. @throws CallError */
export async function changePrice(client: NaverClient, no: string, salePrice: number): Promise<void> {
  await changeOne(client, no, { multiUpdateTypes: ["SALE_PRICE"], productSalePrice: { salePrice } });
}

/** Of a product without options; 0 is sold out. @throws CallError */
export async function changeStock(client: NaverClient, no: string, stockQuantity: number): Promise<void> {
  await changeOne(client, no, { multiUpdateTypes: ["STOCK"], stockQuantity });
}

async function changeOne(client: NaverClient, no: string, change: object): Promise<void> {
  const multiProductUpdateRequestVos = [{ originProductNo: Number(no), ...change }];
  await client.call("PATCH", "/v1/products/origin-products/multi-update", { multiProductUpdateRequestVos });
}

const optionsAnswer = z.object({
  originProduct: z.object({
    detailAttribute: z.object({
      optionInfo: z.object({
        optionCombinations: z.array(z.looseObject({ id: z.number(), price: z.number() })),
      }),
    }),
  }),
});

/** The stock of every option, which the mall knows by a number of its own. False: it has others than we. @throws CallError */
export async function changeOptionStocks(
  client: NaverClient,
  no: string,
  variants: readonly VariantFacts[],
): Promise<boolean> {
  const read = optionsAnswer.safeParse(await client.call("GET", originProductPath(no)));
  if (!read.success) return false;
  const known = read.data.originProduct.detailAttribute.optionInfo.optionCombinations;
  const optionCombinations = known.flatMap((option) => {
    const ours = variants.find(({ options }) =>
      options.every(({ value }, index) => option[`optionName${index + 1}`] === value),
    );
    return ours ? [{ id: option.id, price: option.price, stockQuantity: ours.stock ?? 0, usable: true }] : [];
  });
  if (optionCombinations.length !== variants.length || known.length !== variants.length) return false;
  await client.call("PUT", `/v1/products/origin-products/${encodeURIComponent(no)}/option-stock`, {
    optionInfo: { optionCombinations, useStockManagement: true },
  });
  return true;
}

function readNumbers(answer: unknown): NaverListing {
  const { originProductNo, smartstoreChannelProductNo } = (answer ?? {}) as Record<string, unknown>;
  if (typeof originProductNo !== "number") throw unreadable();
  const channelNo = typeof smartstoreChannelProductNo === "number" ? smartstoreChannelProductNo : null;
  return toListing(originProductNo, channelNo, "SALE");
}

function toListing(
  originProductNo: number,
  channelProductNo: number | null,
  statusType: string,
  {
    salePrice: price = null,
    stockQuantity: stock = null,
  }: { salePrice?: number | null; stockQuantity?: number | null } = {},
): NaverListing {
  const state = states[statusType];
  if (!state) throw unreadable();
  return { originProductNo, channelProductNo, state, statusType, price, stock };
}

function readTime(text = ""): Date | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}

function unreadable(): CallError {
  return new CallError({ kind: "lost", reason: issue("mall.answer_unreadable", { mall: "naver" }) });
}

function originProductPath(no: string): string {
  return `/v2/products/origin-products/${encodeURIComponent(no)}`;
}
