import type { Broken } from "../refusals.ts";
import { pastUs, type StandInListing, type StandInOptions } from "../stand-in.ts";
import type { CoupangAccount } from "./account.ts";
import type { StandInBody, StandInBodyItem } from "./body.ts";
import type { RequestRule } from "./refusals.ts";
import { reviewComplaints } from "./review.ts";

type Status = "임시저장" | "심사중" | "승인완료" | "승인반려" | "상품삭제";

interface ShelfItem {
  body: StandInBodyItem;
  sellerProductItemId: number;
  /** Given at the first approval. */
  vendorItemId: number | null;
  onSale: boolean;
}

export interface ShelfProduct {
  id: number;
  /** Number of the public page, given at the first approval. */
  productId: number | null;
  body: StandInBody;
  items: ShelfItem[];
  status: Status;
  history: { statusName: Status; comment: string; createdBy: string; createdAt: string }[];
  createdAt: number;
  reviewAt: number | null;
}

/** What it still knows when it is started again. */
export interface ShelfState {
  lastId: number;
  products: Map<number, ShelfProduct>;
}

export interface ShelfOptions extends StandInOptions {
  account: CoupangAccount;
  now: () => number;
  registeringMilliseconds?: number;
  indexMilliseconds?: number;
}

/** The products the mall holds, and what becomes of them with time. */
export function createShelf(options: ShelfOptions) {
  const { account, now, reviewMilliseconds, fetchPicture } = options;
  const { registeringMilliseconds = reviewMilliseconds / 4, indexMilliseconds = reviewMilliseconds / 4 } = options;
  let products = new Map<number, ShelfProduct>();
  const reviews = new Map<ShelfProduct, Promise<void>>();
  let lastId = 0;

  /** Never one of before, even when everything was forgotten: it follows the clock. */
  function nextId(): number {
    lastId = Math.max(lastId + 1, now());
    return lastId;
  }

  function note(product: ShelfProduct, status: Status, comment: string): void {
    product.status = status;
    const createdAt = new Date(now()).toISOString().slice(0, 23);
    product.history.push({ statusName: status, comment, createdBy: "쿠팡 셀러 시스템", createdAt });
  }

  function queueReview(product: ShelfProduct): void {
    note(product, "심사중", "판매자 승인요청");
    product.reviewAt = now() + reviewMilliseconds;
    awaitReview(product, reviewMilliseconds);
  }

  /** With a clock of its own the stand-in reviews when it is next asked; the margin is for timers that fire early. */
  function awaitReview(product: ShelfProduct, milliseconds: number): void {
    if (options.now === undefined || options.now === Date.now) {
      setTimeout(() => void settle(product), Math.max(0, milliseconds) + 5).unref();
    }
  }

  /** Carries out a review whose time has come, once. */
  async function settle(product: ShelfProduct): Promise<void> {
    if (product.reviewAt === null || now() < product.reviewAt) return;
    const reviewing = reviews.get(product) ?? review(product);
    reviews.set(product, reviewing);
    await reviewing;
  }

  async function review(product: ShelfProduct): Promise<void> {
    const complaints = await reviewComplaints(product.body, account, fetchPicture);
    reviews.delete(product);
    // A person was faster.
    if (product.reviewAt === null) return;
    product.reviewAt = null;
    if (complaints.length > 0) {
      note(product, "승인반려", complaints.join("|"));
      return;
    }
    product.productId ??= nextId();
    for (const item of product.items) item.vendorItemId ??= nextId();
    note(product, "승인완료", "승인완료");
  }

  function create(body: StandInBody): ShelfProduct {
    const items = body.items.map((item) => newItem(item));
    const product: ShelfProduct = {
      id: nextId(),
      productId: null,
      body,
      items,
      status: "임시저장",
      history: [],
      createdAt: now(),
      reviewAt: null,
    };
    products.set(product.id, product);
    note(product, "임시저장", "판매자 임시저장");
    if (body.requested) queueReview(product);
    return product;
  }

  function newItem(body: StandInBodyItem): ShelfItem {
    return { body, sellerProductItemId: nextId(), vendorItemId: null, onSale: true };
  }

  /** Null: done; else why not. Price and stock of an approved option stay: they have calls of their own. */
  function replace(product: ShelfProduct, body: StandInBody): Broken<RequestRule> | null {
    if (product.status === "심사중") return ["an update under review"];
    if (product.status === "상품삭제") return ["an update of what was deleted"];
    const sent = new Set(body.items.map((item) => item.sellerProductItemId ?? 0));
    const dropped = product.items.find((item) => item.vendorItemId !== null && !sent.has(item.sellerProductItemId));
    if (dropped) return ["an approved option left out", dropped.body.itemName];
    const condition = (items: StandInBodyItem[]) => items[0]?.offerCondition;
    if (condition(product.body.items) !== condition(body.items)) return ["another condition than before"];

    product.items = body.items.map((item) => {
      const same = product.items.find((one) => one.sellerProductItemId === item.sellerProductItemId);
      if (!same) return newItem(item);
      if (same.vendorItemId === null) return { ...same, body: item };
      const { salePrice, originalPrice, maximumBuyCount } = same.body;
      return { ...same, body: { ...item, salePrice, originalPrice, maximumBuyCount } };
    });
    product.body = { ...body, items: product.items.map((item) => item.body) };
    if (body.requested) queueReview(product);
    else note(product, "임시저장", "판매자 임시저장");
    return null;
  }

  function askApproval(product: ShelfProduct): Broken<RequestRule> | null {
    if (product.status !== "임시저장") return ["approval of what is no draft"];
    queueReview(product);
    return null;
  }

  function remove(product: ShelfProduct): Broken<RequestRule> | null {
    if (product.status === "심사중") return ["a deletion under review"];
    if (product.status === "상품삭제") return ["a second deletion"];
    if (product.items.some((item) => item.vendorItemId !== null && item.onSale)) {
      return ["a deletion of what is on sale"];
    }
    note(product, "상품삭제", "판매자 삭제");
    return null;
  }

  function inventoryOf(vendorItemId: number) {
    const item = findItem(vendorItemId);
    if (!item) return null;
    const { salePrice, maximumBuyCount } = item.body;
    return { sellerItemId: vendorItemId, amountInStock: maximumBuyCount, salePrice, onSale: item.onSale };
  }

  function findItem(vendorItemId: number): ShelfItem | undefined {
    return [...products.values()]
      .flatMap((product) => (product.status === "상품삭제" ? [] : product.items))
      .find((one) => one.vendorItemId === vendorItemId);
  }

  function changeItem(vendorItemId: number, what: string, value: string, forced: boolean): Broken<RequestRule> | null {
    const item = findItem(vendorItemId);
    if (!item) return ["an option that is not there", vendorItemId];
    const number = Number(value);
    if (what === "sales" && (value === "stop" || value === "resume")) item.onSale = value === "resume";
    else if (!Number.isInteger(number) || number < 0) return ["a value that is no number"];
    else if (what === "quantities") item.body.maximumBuyCount = number;
    else if (what === "prices" || what === "original-prices") return changePrice(item, what, number, forced);
    else return ["an unknown request"];
    return null;
  }

  /** Without force a price may halve or double at most. */
  function changePrice({ body }: ShelfItem, what: string, price: number, forced: boolean): Broken<RequestRule> | null {
    if (price % 10 !== 0 || price === 0) return ["another price between tens"];
    if (what === "original-prices" ? price < body.salePrice : price > body.originalPrice) {
      return ["another price above its reference"];
    }
    if (what === "original-prices") {
      body.originalPrice = price;
      return null;
    }
    if (!forced && (price < body.salePrice * 0.5 || price > body.salePrice * 2)) {
      return ["a price that jumps"];
    }
    body.salePrice = price;
    return null;
  }

  async function find(id: number | undefined): Promise<ShelfProduct | null> {
    const product = products.get(id ?? Number.NaN) ?? null;
    if (product) await settle(product);
    return product;
  }

  function isRegistering(product: ShelfProduct): boolean {
    return now() < product.createdAt + registeringMilliseconds;
  }

  async function search(code: string) {
    return summariesOf(
      [...products.values()].filter(
        (product) =>
          now() >= product.createdAt + indexMilliseconds &&
          product.items.some((item) => item.body.externalVendorSku === code),
      ),
    );
  }

  /** Of all products, the newest first; codes are not told. */
  async function summaries() {
    return summariesOf([...products.values()].reverse());
  }

  async function summariesOf(found: ShelfProduct[]) {
    await Promise.all(found.map(settle));
    return found.map((product) => ({
      sellerProductId: product.id,
      sellerProductName: product.body.sellerProductName,
      displayCategoryCode: null,
      productId: product.productId,
      vendorId: account.vendorId,
      saleStartedAt: product.body.saleStartedAt,
      saleEndedAt: product.body.saleEndedAt,
      brand: null,
      statusName: product.status,
      createdAt: koreanTime(product.createdAt),
    }));
  }

  function describe(product: ShelfProduct) {
    const items = product.items.map(({ body, sellerProductItemId, vendorItemId }) => {
      return { ...body, sellerProductItemId, vendorItemId };
    });
    const { id, productId, status } = product;
    return { ...product.body, sellerProductId: id, productId, statusName: status, items };
  }

  function listings(): StandInListing[] {
    return [...products.values()].map((product) => {
      const main = product.items[0]?.body.images.find((image) => image.imageType === "REPRESENTATION");
      return {
        reference: product.items[0]?.body.externalVendorSku ?? "",
        remoteId: String(product.id),
        name: product.body.displayProductName,
        price: Math.min(...product.items.map((item) => item.body.salePrice)),
        stock: product.items.reduce((sum, { body }) => sum + body.maximumBuyCount, 0),
        state: stateOf(product),
        pictureUrl: main?.vendorPath ?? null,
        disclosure: (product.items[0]?.body.notices ?? []).map(({ noticeCategoryDetailName, content }) => [
          noticeCategoryDetailName,
          content,
        ]),
        createdAt: new Date(product.createdAt),
      };
    });
  }

  /** Nobody can buy what is stopped in every option. */
  function stateOf(product: ShelfProduct): StandInListing["state"] {
    if (isRegistering(product)) return "registering";
    const isStopped = product.status === "승인완료" && product.items.every(({ onSale }) => !onSale);
    return isStopped ? "withdrawn" : listingStates[product.status];
  }

  function remoteIdOfPage(productId: number): string | null {
    const product = [...products.values()].find((one) => one.productId === productId);
    return product ? String(product.id) : null;
  }

  function restore(state: ShelfState): void {
    ({ products, lastId } = state);
    for (const product of products.values()) {
      if (product.reviewAt !== null) awaitReview(product, product.reviewAt - now());
    }
  }

  function deleteByHand(id: number): void {
    const product = products.get(id);
    if (!product) return;
    product.reviewAt = null;
    note(product, "상품삭제", "판매자 삭제");
  }

  function duplicateByHand(id: number): void {
    const product = products.get(id);
    if (product) create(product.body);
  }

  function listPastUs(id: number): void {
    const product = products.get(id);
    if (!product) return;
    const items = product.body.items.map((item) => ({ ...item, externalVendorSku: "" }));
    create({ ...product.body, sellerProductName: pastUs, displayProductName: pastUs, items });
  }

  function rejectByHand(id: number, words = "상품명에 홍보 문구가 있습니다.|대표이미지에 글자가 있습니다."): void {
    const product = products.get(id);
    if (!product) return;
    product.reviewAt = null;
    note(product, "승인반려", words);
  }

  function repriceByHand(id: number, price: number): void {
    for (const item of products.get(id)?.items ?? []) item.body.salePrice = price;
  }

  /** @param count of its options, from the first; all when left out */
  function stopByHand(id: number, count?: number): void {
    for (const item of products.get(id)?.items.slice(0, count) ?? []) item.onSale = false;
  }

  return {
    create,
    inventoryOf,
    stopByHand,
    deleteByHand,
    duplicateByHand,
    listPastUs,
    rejectByHand,
    repriceByHand,
    replace,
    askApproval,
    remove,
    changeItem,
    find,
    isRegistering,
    search,
    summaries,
    describe,
    listings,
    remoteIdOfPage,
    state: (): ShelfState => ({ lastId, products }),
    restore,
  };
}

/** Without a zone. */
function koreanTime(time: number): string {
  return new Date(time + 9 * 3_600_000).toISOString().slice(0, 19);
}

const listingStates: Record<Status, StandInListing["state"]> = {
  임시저장: "in_review",
  심사중: "in_review",
  승인완료: "live",
  승인반려: "refused",
  상품삭제: "withdrawn",
};
